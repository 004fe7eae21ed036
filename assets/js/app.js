// What the other scripts share. Every page works without scripts; these make it quicker.
"use strict";

window.kohtaanto = (() => {
  const texts = document.getElementById("texts").dataset;
  const announcer = document.getElementById("announcer");
  const enhancers = [];

  // A text of the layout in the page's language; "#" in it is replaced by `value`.
  const text = (name, value = "") => texts[name].replace("#", () => value);

  // Tells a change to a screen reader without moving the focus.
  function announce(message) {
    announcer.textContent = "";
    setTimeout(() => { announcer.textContent = message; }, 50);
  }

  // Shows or, with an empty message, takes away the script's own error on a field.
  function fieldError(input, message) {
    const id = `${input.id}-script-error`;
    const shown = document.getElementById(id);
    if (shown?.textContent === message || (!shown && !message)) return;
    shown?.remove();
    const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((part) => part && part !== id);
    if (message) {
      const error = document.createElement("p");
      error.id = id;
      error.className = "field-error";
      error.setAttribute("role", "alert");
      error.textContent = message;
      (input.closest(".combobox, .date") ?? input).before(error);
      input.setAttribute("aria-invalid", "true");
      described.unshift(id);
    } else {
      input.removeAttribute("aria-invalid");
    }
    input.setAttribute("aria-describedby", described.join(" "));
  }

  // Gets a part of a page. Answers {html, etag}, or {state: "unchanged" | "signed-out" | "lost"}; a cancelled request throws.
  async function fragment(url, part, { etag, signal } = {}) {
    const headers = { "X-Fragment": part };
    if (etag) headers["If-None-Match"] = etag;
    try {
      const answer = await fetch(url, { headers, signal, cache: "no-store", redirect: "manual" });
      if (answer.status === 304) return { state: "unchanged" };
      if (answer.type === "opaqueredirect" || answer.status === 401) return { state: "signed-out" };
      if (!answer.ok) return { state: "lost" };
      return { html: await answer.text(), etag: answer.headers.get("ETag") };
    } catch (error) {
      if (error.name === "AbortError") throw error;
      return { state: "lost" };
    }
  }

  // What is wrong between page and server, in a corner until it is well again. `link` is {href, text, blank}.
  const note = document.getElementById("live-note");
  let troubled = "";

  function trouble(message, link) {
    if (troubled === message && note.isConnected) return;
    troubled = message;
    // Around an open dialog nothing can be read or clicked.
    (document.querySelector("dialog[open]") ?? document.body).append(note);
    note.replaceChildren(message);
    if (!link) return;
    const anchor = document.createElement("a");
    anchor.href = link.href;
    anchor.textContent = link.text;
    if (link.blank) anchor.target = "_blank";
    note.append(" ", anchor);
  }

  function recovered() {
    if (!troubled) return;
    troubled = "";
    note.textContent = text("liveBack");
    setTimeout(() => { if (!troubled) note.textContent = ""; }, 4_000);
  }

  // `enhance(root)` runs now for the page and later for every part that is put into it.
  function onContent(enhance) {
    enhancers.push(enhance);
    enhance(document);
  }
  const contentAdded = (root) => enhancers.forEach((enhance) => enhance(root));

  return { text, announce, fieldError, fragment, trouble, recovered, onContent, contentAdded };
})();

// The message after a deed can be put away.
for (const flash of document.querySelectorAll(".flash")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-icon message-close";
  button.setAttribute("aria-label", kohtaanto.text("close"));
  button.textContent = "×";
  button.addEventListener("click", () => {
    flash.remove();
    document.getElementById("content").focus();
  });
  flash.append(button);
}

// The person's menu closes by a click outside and by Escape.
for (const menu of document.querySelectorAll("[data-close-outside]")) {
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
