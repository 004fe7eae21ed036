// Suggestions under a text field (ARIA combobox, list autocomplete with manual selection). See templates/parts/combobox.html.
"use strict";

{
  const PAUSE = 150; // ms of silence before asking
  const SHORTEST = 2; // characters

  function element(tag, className, attributes = {}) {
    const made = document.createElement(tag);
    made.className = className;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  class Combobox {
    constructor(input) {
      this.input = input;
      this.leads = "comboboxLeads" in input.dataset;
      if (!input.parentElement.classList.contains("combobox")) {
        const place = element("div", "combobox");
        input.replaceWith(place);
        place.append(input);
      }
      this.hidden = input.parentElement.querySelector("input[type=hidden]"); // none in a field that finds, or whose text says it all
      this.rows = [];
      this.active = -1;
      this.list = element("ul", "combobox-list", { role: "listbox", id: `${input.id}-list`, "aria-label": kohtaanto.text("comboboxLabel") });
      this.list.hidden = true;
      this.status = element("span", "combobox-status", { role: "status" });
      input.after(this.list, this.status);
      for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id })) input.setAttribute(name, value);
      input.classList.toggle("combobox-picked", Boolean(this.hidden?.value));
      input.addEventListener("input", () => this.typed());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
      this.list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the field
      this.list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.pick([...this.list.children].indexOf(option));
      });
    }

    typed() {
      if (this.hidden?.value) this.setId("");
      this.say("");
      this.request?.abort();
      clearTimeout(this.timer);
      const query = this.input.value.trim();
      if (query.length < SHORTEST) return this.close();
      this.timer = setTimeout(() => this.ask(query), PAUSE);
    }

    async ask(query) {
      const refused = kohtaanto.hasIdentityCode(query);
      kohtaanto.fieldError(this.input, refused ? kohtaanto.text("identitySearch") : "");
      if (refused) return this.close();
      this.request = new AbortController();
      try {
        const url = `${this.input.dataset.comboboxSrc}?${new URLSearchParams({ q: query })}`;
        const answer = await fetch(url, { signal: this.request.signal, headers: { Accept: "application/json" }, redirect: "manual" });
        if (answer.ok) this.show(await answer.json());
        else this.close();
      } catch {
        this.close(); // without suggestions the field is a plain one
      }
    }

    show(rows) {
      if (document.activeElement !== this.input) return;
      this.rows = rows;
      this.list.replaceChildren(...rows.map((row, index) => this.option(row, index)));
      this.highlight(-1);
      this.setOpen(rows.length > 0);
      if (rows.length === 0) this.say(this.leads ? "" : kohtaanto.text("comboboxNone"), true);
      else this.say(rows.length === 1 ? kohtaanto.text("comboboxOne") : kohtaanto.text("comboboxMany", rows.length));
    }

    option(row, index) {
      const option = element("li", "combobox-option", { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false" });
      option.append(row.label);
      for (const part of ["hint", "warning"]) {
        if (!row[part]) continue;
        const line = element("span", `combobox-${part}`);
        line.textContent = row[part];
        option.append(" ", line);
      }
      return option;
    }

    key(event) {
      const open = !this.list.hidden;
      const last = this.rows.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) return this.ask(this.input.value.trim());
        const step = event.key === "ArrowDown" ? 1 : -1;
        const next = this.active + step;
        this.highlight(next > last ? 0 : next < 0 ? last : next);
      } else if (event.key === "Enter" && open) {
        event.preventDefault(); // an open list never sends the form
        if (this.active >= 0) this.pick(this.active);
        else this.close();
      } else if (event.key === "Tab" && open && this.active >= 0 && !this.leads) {
        this.pick(this.active);
      } else if (event.key === "Escape" && open) {
        event.preventDefault(); // a dialog around it stays open
        event.stopPropagation();
        this.close();
      }
    }

    highlight(index) {
      this.list.children[this.active]?.setAttribute("aria-selected", "false");
      this.active = index;
      const option = this.list.children[index];
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) this.input.setAttribute("aria-activedescendant", option.id);
      else this.input.removeAttribute("aria-activedescendant");
    }

    pick(index) {
      const row = this.rows[index];
      if (this.leads) return location.assign(row.href); // the draft keeps what was typed
      this.input.value = row.label;
      this.setId(String(row.id));
      this.close();
      this.say(kohtaanto.text("comboboxPicked", row.label));
      if ("comboboxSends" in this.input.dataset) return this.input.form.requestSubmit();
      this.input.dispatchEvent(new CustomEvent("combobox:pick", { bubbles: true, detail: row }));
    }

    setId(id) {
      if (!this.hidden) return;
      this.hidden.value = id;
      this.input.classList.toggle("combobox-picked", id !== "");
      this.hidden.dispatchEvent(new Event("change", { bubbles: true }));
    }

    setOpen(open) {
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
    }

    close() {
      clearTimeout(this.timer);
      this.request?.abort();
      this.highlight(-1);
      this.setOpen(false);
    }

    // Everything is said to a screen reader; only what the list can't show is seen too.
    say(message, seen = false) {
      this.status.textContent = message;
      this.status.classList.toggle("visually-hidden", !seen);
    }
  }

  kohtaanto.onContent((root) => {
    for (const input of root.querySelectorAll("[data-combobox-src]:not([role=combobox])")) new Combobox(input);
  });
}
