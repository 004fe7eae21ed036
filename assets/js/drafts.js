// Nothing typed is lost: a form that saves text (templates/parts/form.html, ui.once) is kept as a draft a moment after one
// stops typing and when the page is left. The server lays it over the form the next time.
"use strict";

{
  const PAUSE = 1_200; // ms of silence before saving
  const RETRY = 10_000; // ms
  const unsaved = new Set(); // forms with something newer than their draft
  const timers = new WeakMap();
  const busy = new WeakSet();

  kohtaanto.hasUnsaved = () => [...unsaved].some((form) => form.isConnected);

  function later(form, pause) {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => save(form), pause));
  }

  // Files and passwords stay on the page.
  function fieldsOf(form) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const secret = [...form.elements].some((control) => control.name === name && control.type === "password");
      if (typeof value === "string" && !secret) fields.append(name, value);
    }
    return fields;
  }

  function tell(status) {
    if (status === 409) return kohtaanto.trouble(kohtaanto.text("draftOther"));
    if (status !== 401) return kohtaanto.trouble(kohtaanto.text("draftLost"));
    kohtaanto.trouble(kohtaanto.text("draftSignedOut"), { href: "/login", text: kohtaanto.text("draftSignIn"), blank: true });
  }

  async function save(form) {
    clearTimeout(timers.get(form));
    if (!unsaved.has(form) || !form.isConnected || form.dataset.sending) return;
    if (busy.has(form)) return later(form, PAUSE);
    unsaved.delete(form);
    busy.add(form);
    let status = 0;
    try {
      const answer = await fetch("/drafts", { method: "POST", body: fieldsOf(form), headers: { "X-Fragment": "draft" }, keepalive: true, redirect: "manual" });
      status = answer.status;
    } catch {
      // The connection is gone, or the page.
    }
    busy.delete(form);
    if (status === 204) return kohtaanto.recovered();
    tell(status);
    if (status === 409) return;
    unsaved.add(form);
    later(form, RETRY);
  }

  function changed({ target }) {
    const form = target.form;
    if (!form?.elements.namedItem("draft") || !form.elements.namedItem("draft_of") || target.type === "password") return;
    unsaved.add(form);
    later(form, PAUSE);
  }

  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("visibilitychange", () => unsaved.forEach(save));
  window.addEventListener("pagehide", () => unsaved.forEach(save));
  document.addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === "/drafts/removal") unsaved.clear(); // given up on purpose
  });
}
