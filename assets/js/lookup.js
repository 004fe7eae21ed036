// A place beside a form's fields that answers while one types. See ui.lookup in templates/parts/combobox.html.
"use strict";

{
  const PAUSE = 300; // ms of silence before asking
  const states = new WeakMap();

  const formOf = (place) => place.closest("form") ?? place.closest("dialog, main")?.querySelector("form[method=post]");
  const params = (place) => place.dataset.lookupParams.split(" ").map((pair) => pair.split("="));

  async function ask(place, form) {
    const values = new FormData(form);
    const query = new URLSearchParams(params(place).map(([param, field]) => [param, String(values.get(field) ?? "").trim()]));
    const state = states.get(place);
    if (query.toString() === state.query) return;
    state.query = query.toString();
    state.request?.abort();
    const given = [...query.values()];
    if (given.every((value) => value === "") || given.some(kohtaanto.hasIdentityCode)) return place.replaceChildren();
    state.request = new AbortController();
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await kohtaanto.fragment(`${place.dataset.lookup}?${query}`, "lookup", { signal: state.request.signal });
      place.removeAttribute("aria-busy");
      if (answer.html !== undefined && answer.html.trim() !== place.innerHTML.trim()) place.innerHTML = answer.html;
    } catch {
      // A newer question is on its way.
    }
  }

  function changed(event) {
    const { form, name } = event.target;
    if (!form || !name) return;
    for (const place of document.querySelectorAll("[data-lookup]")) {
      if (formOf(place) !== form || !params(place).some(([, field]) => field === name)) continue;
      const state = states.get(place) ?? {};
      states.set(place, state);
      clearTimeout(state.timer);
      state.timer = setTimeout(() => ask(place, form), event.type === "change" ? 0 : PAUSE);
    }
  }

  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
}
