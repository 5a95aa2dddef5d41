// What is found, as one types. The words go by POST alone; a filter changes the address, which holds no word that was typed.
"use strict";
(() => {
  const form = document.querySelector("[data-search]");
  const place = document.querySelector("[data-found]");
  if (!form || !place) return;
  const field = form.elements.words;
  const PAUSE = 180; // milliseconds without a key until it is looked for
  let waiting = 0, asked = 0, last = field.value.trim();

  const find = async () => {
    const mine = (asked += 1);
    last = field.value.trim();
    place.setAttribute("aria-busy", "true");
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { "X-Part": "1" } }).catch(() => null);
    if (mine !== asked) return;
    place.removeAttribute("aria-busy");
    if (response && response.ok) place.innerHTML = await response.text();
  };
  const links = () => [...place.querySelectorAll("[data-hit]")];

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.trim() !== last) waiting = setTimeout(find, PAUSE);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); find(); });
  for (const link of document.querySelectorAll("[data-filter]")) {
    link.addEventListener("click", (event) => {
      if (!field.value.trim() || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      form.setAttribute("action", link.getAttribute("href"));
      for (const one of link.parentElement.children) one.removeAttribute("aria-current");
      link.setAttribute("aria-current", "page");
      // The other row of filters leads on from what was just chosen.
      const chosen = new URLSearchParams(link.getAttribute("href").split("?")[1] || "");
      for (const other of document.querySelectorAll("[data-filter]")) {
        if (other.parentElement === link.parentElement) continue;
        const own = new URLSearchParams(other.getAttribute("href").split("?")[1] || "");
        const name = other.parentElement.getAttribute("aria-label") === "Which" ? "part" : "kind";
        own.delete(name);
        if (chosen.get(name)) own.set(name, chosen.get(name));
        other.setAttribute("href", other.getAttribute("href").split("?")[0] + (own.size ? `?${own}` : ""));
      }
      find();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = links(), at = all.indexOf(document.activeElement);
    if (document.activeElement !== field && at < 0) return;
    const next = event.key === "ArrowDown" ? all[at + 1] : at > 0 ? all[at - 1] : field;
    if (next) { event.preventDefault(); next.focus(); }
  });
})();
