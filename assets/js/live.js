// Parts that update by themselves: data-live="/address" asks every ten seconds, with the ETag of what is shown.
// data-live-quick: every other second, where somebody waits for it.
// data-live-announce is said on a change ("content": the new content itself); data-live-title puts its data-count into the page's title.
"use strict";

{
  const EVERY = 10_000; // ms
  const QUICKLY = 2_000;
  const title = document.title;
  const etags = new WeakMap();

  function showCount() {
    const count = Number(document.querySelector("[data-live-title] [data-count]")?.dataset.count ?? 0);
    document.title = count > 0 ? `(${count}) ${title}` : title;
  }

  function tell(state) {
    if (state === "lost") kohtaanto.trouble(kohtaanto.text("liveLost"));
    else kohtaanto.trouble(kohtaanto.text("liveSignedOut"), { href: location.href, text: kohtaanto.text("liveSignIn") });
  }

  // What a person is in the middle of is not taken away under their hands.
  const isInUse = (place) => place.querySelector("[data-sending], dialog[open], details[open]")
    || (place.contains(document.activeElement) && document.activeElement.matches("input, textarea, select"));

  // The same control in the new content: by id, by address, by its form, else by its place.
  function focusKeeper(place) {
    const focused = document.activeElement;
    if (focused === place || !place.contains(focused)) return () => {};
    const { id } = focused;
    const href = focused.getAttribute("href");
    const action = focused.closest("form")?.getAttribute("action");
    const controls = () => [...place.querySelectorAll("a[href], button, summary")];
    const index = controls().indexOf(focused);
    return () => {
      const now = controls();
      const same = now.find((one) => (id && one.id === id) || (href && one.getAttribute("href") === href)
        || (action && one.closest("form")?.getAttribute("action") === action));
      (same ?? now[Math.min(index, now.length - 1)] ?? document.getElementById("content")).focus({ preventScroll: true });
    };
  }

  function swap(place, html) {
    const fresh = document.createElement("template");
    fresh.innerHTML = html.trim();
    if (fresh.innerHTML === place.innerHTML.trim()) return;
    const keepFocus = focusKeeper(place);
    place.replaceChildren(fresh.content);
    kohtaanto.contentAdded(place);
    keepFocus();
    const said = place.dataset.liveAnnounce;
    if (said) kohtaanto.announce(said === "content" ? (place.querySelector(".visually-hidden") ?? place).textContent : said);
  }

  async function refresh(place) {
    const answer = await kohtaanto.fragment(place.dataset.live, "live", { etag: etags.get(place) });
    if (answer.html !== undefined && place.isConnected && !isInUse(place)) {
      etags.set(place, answer.etag);
      swap(place, answer.html);
    }
    return answer.state;
  }

  async function refreshAll() {
    if (document.hidden) return;
    const states = await Promise.all([...document.querySelectorAll("[data-live]")].map(refresh));
    const bad = states.find((state) => state === "signed-out") ?? states.find((state) => state === "lost");
    // What was typed is more urgent than what is new: its own note tells of it.
    if (bad && !kohtaanto.hasUnsaved()) tell(bad);
    else if (!bad) kohtaanto.recovered();
    showCount();
  }

  showCount();
  if (document.querySelector("[data-live]")) {
    setInterval(refreshAll, EVERY);
    setInterval(() => { if (!document.hidden) document.querySelectorAll("[data-live-quick]").forEach(refresh); }, QUICKLY);
    document.addEventListener("visibilitychange", refreshAll);
    window.addEventListener("pageshow", (event) => { if (event.persisted) refreshAll(); });
  }
}
