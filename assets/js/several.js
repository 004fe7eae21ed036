// Several names in one field: picked by suggestions, each put away by its own button. See templates/parts/several.html.
// A hidden field keeps the names separated by commas or semicolons, as the page says: it is what is sent.
"use strict";

{
  const separators = { ",": /[,;\n]/, ";": /[;\n]/ };

  class Several {
    constructor(textarea) {
      // Hidden, the field keeps its name; label and messages become those of the input that takes its place.
      const field = this.field = Object.assign(document.createElement("input"), { type: "hidden", name: textarea.name, value: textarea.value });
      Object.assign(field.dataset, textarea.dataset);
      this.separator = field.dataset.severalSeparator;
      this.list = Object.assign(document.createElement("ul"), { className: "several-list" });
      this.input = Object.assign(document.createElement("input"), { type: "text", className: "input", autocomplete: "off", spellcheck: false, placeholder: field.dataset.severalAdd });
      this.input.dataset.comboboxSrc = field.dataset.several;
      for (const name of ["id", "aria-describedby", "aria-invalid", "aria-required"]) {
        if (textarea.hasAttribute(name)) this.input.setAttribute(name, textarea.getAttribute(name));
      }
      const box = Object.assign(document.createElement("div"), { className: "combobox" });
      box.append(this.input, Object.assign(document.createElement("input"), { type: "hidden" }));
      textarea.replaceWith(field, this.list, box);
      this.input.addEventListener("combobox:pick", (event) => {
        this.set([...this.names(field.value), event.detail.label]);
        this.clear();
        kohtaanto.announce(kohtaanto.text("comboboxPicked", event.detail.label));
      });
      this.input.addEventListener("keydown", (event) => this.key(event));
      // What was typed and not picked is sent too: the server says what is wrong with it.
      field.form.addEventListener("submit", () => this.take());
      this.draw();
    }

    names(text) {
      return text.split(separators[this.separator]).map((name) => name.trim()).filter(Boolean);
    }

    key(event) {
      if (event.key === "Backspace" && this.input.value === "") return this.remove(this.names(this.field.value).at(-1));
      if (event.key !== this.separator && (event.key !== "Enter" || this.input.value.trim() === "")) return;
      if (event.key === "Enter" && this.input.getAttribute("aria-expanded") === "true") return; // the combobox picks
      event.preventDefault();
      this.take();
    }

    take() {
      if (this.input.value.trim() === "") return;
      this.set([...this.names(this.field.value), ...this.names(this.input.value)]);
      this.clear();
    }

    clear() {
      this.input.value = "";
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
    }

    remove(name) {
      if (name === undefined) return;
      this.set(this.names(this.field.value).filter((kept) => kept !== name));
      kohtaanto.announce(this.field.dataset.severalRemoved.replace("#", () => name));
      this.input.focus();
    }

    set(wanted) {
      this.field.value = [...new Set(wanted)].join(`${this.separator} `);
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
      this.draw();
    }

    draw() {
      this.list.replaceChildren(...this.names(this.field.value).map((name) => {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "several-remove", textContent: "×" });
        button.setAttribute("aria-label", this.field.dataset.severalRemove.replace("#", () => name));
        button.addEventListener("click", () => this.remove(name));
        const item = document.createElement("li");
        item.append(name, button);
        return item;
      }));
      this.list.hidden = this.list.childElementCount === 0;
    }
  }

  kohtaanto.onContent((root) => {
    for (const field of root.querySelectorAll("textarea[data-several]")) new Several(field);
  });
}
