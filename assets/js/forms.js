// A form is sent once: while it is on its way, further clicks do nothing. The server's once-key covers what slips through.
"use strict";

{
  const GIVE_UP = 15_000; // ms; after this a person may try again

  function free(form) {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || form.getAttribute("method")?.toLowerCase() !== "post") return;
    if (form.dataset.sending) return event.preventDefault();
    form.dataset.sending = "true";
    submitter?.setAttribute("aria-disabled", "true");
    kohtaanto.announce(kohtaanto.text("sending"));
    // A file takes its time: giving up would send it anew.
    if (form.enctype !== "multipart/form-data") setTimeout(() => free(form), GIVE_UP);
  });

  // Back to a page that the browser kept: its forms can be sent again.
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(free));
}

// The list of errors names each field, as its label does.
for (const link of document.querySelectorAll(".summary a[href^='#']")) {
  const field = document.getElementById(link.hash.slice(1));
  const label = field?.type === "radio" ? field.closest("fieldset").querySelector("legend") : field?.labels?.[0];
  if (label) link.prepend(`${label.firstChild.textContent.trim()}: `);
}
