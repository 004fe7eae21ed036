// Dialogs: a page's own, the question before a deed, and the call-back form over any page.
"use strict";

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.getElementById(opener.dataset.dialog).showModal();
});

// data-confirm on a form or its button: asks first, then sends as if nothing had been in between.
{
  const dialog = document.getElementById("confirm-dialog");
  const confirmed = new WeakSet();

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    const question = submitter?.dataset.confirm ?? form.dataset.confirm;
    if (!question || event.defaultPrevented || confirmed.delete(form)) return;
    event.preventDefault();
    dialog.querySelector(".confirm-text").textContent = question;
    dialog.querySelector(".confirm-yes").textContent = submitter?.textContent.trim() || kohtaanto.text("confirmYes");
    dialog.returnValue = "";
    dialog.showModal();
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "yes") return;
      confirmed.add(form);
      form.requestSubmit(submitter);
    }, { once: true });
  });
}

// The call-back form: by the button or Alt+S. Closing keeps what was typed; the form is sent as on its own page.
{
  const button = document.querySelector("[data-callback-shortcut]");
  const dialog = document.getElementById("callback-dialog");
  const body = dialog.querySelector(".dialog-body");
  let loading = false;

  function focusFirst(root) {
    const fields = [...root.querySelectorAll("input:not([type=hidden]), select, textarea")];
    (fields.find((field) => !field.value) ?? fields[0])?.focus();
  }

  async function open() {
    const ownPage = new URL(button.href).pathname === location.pathname;
    const form = document.querySelector("main form[method=post]");
    if (ownPage && form) return focusFirst(form);
    if (!body.hasChildNodes()) {
      if (loading) return;
      loading = true;
      const answer = await kohtaanto.fragment(button.href, "form");
      loading = false;
      if (answer.html === undefined) return location.assign(button.href);
      body.innerHTML = answer.html;
      kohtaanto.contentAdded(body);
    }
    dialog.showModal();
    focusFirst(body);
  }

  button?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  if (button) {
    document.addEventListener("keydown", (event) => {
      if (event.code !== "KeyS" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) open();
    });
  }

  // Coming back to a page whose form was sent: it starts afresh.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    dialog.close();
    body.replaceChildren();
  });
}
