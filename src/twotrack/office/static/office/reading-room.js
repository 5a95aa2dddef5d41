// The reading room by keyboard: one decision after the other, without the page being loaded again.
// Without this script every button and link of the page does the same, a page at a time.
"use strict";
(() => {
  const room = document.querySelector("[data-room]");
  const pane = document.getElementById("findings");
  const text = document.getElementById("text");
  if (!room || !pane || !text || !window.office) return;
  const missed = document.querySelector("[data-missed]");
  const beside = matchMedia("(min-width: 60rem)");
  let current = null, last = null, work = Promise.resolve();

  const items = () => [...pane.querySelectorAll("[data-finding]")];
  const waits = (one) => one.matches(".waits, [data-block]");
  const here = () => (current ? document.getElementById(current) : null);
  const key = (one) => one.id.slice(2);
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

  const show = (one) => {
    if (!one) return;
    current = one.id;
    one.focus({ preventScroll: true });
    one.scrollIntoView({ block: "nearest" });
    for (const mark of text.querySelectorAll("mark.here")) mark.classList.remove("here");
    const marks = text.querySelectorAll(`mark[data-of~="${key(one)}"]`);
    for (const mark of marks) mark.classList.add("here");
    if (marks.length && beside.matches) marks[0].scrollIntoView({ block: "center" });
  };
  const step = (by) => {
    const all = items(), at = all.indexOf(here());
    show(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
  };
  const toWaiting = (after) => {
    const all = items(), at = all.findIndex((one) => one.id === after);
    show(all.find((one, nth) => nth > at && waits(one)) || all.find(waits) || all[at] || all[0]);
  };
  const settle = () => {
    const open = new Set(items().filter(waits).map(key));
    for (const mark of text.querySelectorAll("mark[data-of]")) {
      mark.classList.toggle("settled", !mark.dataset.of.split(" ").some((one) => open.has(one)));
    }
    const said = pane.querySelector("[data-status]"), count = document.querySelector("[data-count]");
    if (said && count) count.textContent = said.dataset.waiting === "0" ? "all decided" : `${said.dataset.waiting} to decide`;
  };
  const ticked = (form) => {
    const number = form && form.querySelector("[data-ticked]");
    if (number) number.textContent = [...form.elements].filter((one) => one.name === "accept" && one.checked).length;
  };
  const firstField = (place) => {
    const field = place.querySelector("input:not([type=hidden]), select, textarea");
    if (field) field.focus();
  };

  /** Send something and show what came back: the findings anew, or a form that could not be taken. */
  const send = (address, body, at, place, section) => {
    work = work.then(async () => {
      pane.setAttribute("aria-busy", "true");
      const response = await fetch(address, { method: "POST", body, headers: { "X-Part": "1" } }).catch(() => null);
      pane.removeAttribute("aria-busy");
      const html = response ? await response.text() : "";
      if (!response || response.redirected || !html) { location.reload(); return; }
      const part = document.createElement("template");
      part.innerHTML = html;
      if (part.content.querySelector("form.edit[data-send]") && place) {
        place.replaceChildren(part.content);
        firstField(place);
        return;
      }
      pane.replaceChildren(part.content);
      if (place && missed && !pane.contains(place)) { place.replaceChildren(); missed.reset(); missed.closest("details").open = false; }
      settle();
      const exception = section && document.getElementById(section)?.querySelector("[data-block]");
      if (pane.querySelector("[role=alert]") && at) show(document.getElementById(at));
      else if (exception) show(exception);
      else toWaiting(at);
    });
  };
  const decide = (one, decision) => {
    if (!one || !one.dataset.decide) return;
    last = one.id;
    send(one.dataset.decide, new URLSearchParams({ decision, csrfmiddlewaretoken: token() }), one.id);
  };
  const edit = async (one) => {
    const link = one && one.querySelector("[data-edit]"), place = one && one.querySelector("[data-form]");
    if (!link || !place) return;
    const response = await fetch(link.href, { headers: { "X-Part": "1" } }).catch(() => null);
    if (!response || !response.ok) { link.click(); return; }
    place.innerHTML = await response.text();
    firstField(place);
  };
  const add = () => {
    const chosen = window.office.selection && window.office.selection.chosen();
    if (!missed) return;
    if (chosen) {
      missed.elements.start.value = chosen.start;
      missed.elements.end.value = chosen.end;
      missed.elements.words.value = chosen.words;
    }
    missed.closest("details").open = true;
    (chosen ? missed.elements.section : missed.elements.words).focus();
  };
  const close = (form) => {
    const place = form.closest("[data-form]");
    if (place) place.replaceChildren();
    if (form.closest("#missed")) form.closest("details").open = false;
    show(here() || items()[0]);
  };
  const blockOf = (one) => { const box = one && one.querySelector("input[name=accept]"); return box && box.form; };
  const firstOf = (form) => form.closest("section").querySelector("[data-finding]");
  const block = (form, others) => {
    if (!form) return;
    const body = new FormData(form);
    if (others) body.set("others", "reject");
    send(form.action, body, firstOf(form)?.id, null, form.elements.section.value);
  };

  const IN_TEXT = {
    j: () => window.office.selection.sentence(1), ArrowDown: () => window.office.selection.sentence(1),
    k: () => window.office.selection.sentence(-1), ArrowUp: () => window.office.selection.sentence(-1),
    ArrowRight: (event) => window.office.selection.word(1, event.shiftKey),
    ArrowLeft: (event) => window.office.selection.word(-1, event.shiftKey),
    t: () => show(here() || items()[0]),
  };
  const EVERYWHERE = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    w: () => toWaiting(current), s: add,
    a: () => decide(here(), "accept"), x: () => decide(here(), "reject"), e: () => edit(here()),
    m: () => { const link = here() && here().querySelector("[data-merge]"); if (link) link.click(); },
    u: () => { const one = last && document.getElementById(last), button = one && one.querySelector(".again button"); if (button) button.click(); },
    b: () => block(blockOf(here()), false),
    B: () => block(blockOf(here()), true),
    t: () => text.focus(),
    " ": () => {
      const box = here() && here().querySelector("input[name=accept]");
      if (!box) return false;
      box.checked = !box.checked;
      ticked(box.form);
      return true;
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest("form.edit, [data-missed]")) { close(event.target.closest("form")); return; }
    const onBlock = event.target.matches("input[name=accept]");  // a box that was reached by Tab or mouse
    if (!window.office.commands(event) || event.target.closest("form.edit")) return;
    if (event.target.closest("header, nav, summary, button") || (event.target.closest("a") && event.key === " ")) return;
    const act = (text.contains(event.target) && IN_TEXT[event.key]) || EVERYWHERE[event.key];
    if (!act || (onBlock && event.key === " ")) return;
    if (act(event) !== false) event.preventDefault();
  });
  pane.addEventListener("focusin", (event) => {
    const one = event.target.closest("[data-finding]");
    if (one && one.id !== current) current = one.id;
  });
  pane.addEventListener("change", (event) => { if (event.target.name === "accept") ticked(event.target.form); });
  pane.addEventListener("click", (event) => {
    const link = event.target.closest("[data-edit]");
    if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); edit(link.closest("[data-finding]")); }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target, by = event.submitter;
    if (!form.closest("#findings, #missed")) return;
    event.preventDefault();
    const one = form.closest("[data-finding]");
    const body = new FormData(form);
    if (by && by.name) body.set(by.name, by.value);
    if (one) last = one.id;
    const takes = form.matches("[data-takes]");
    const place = form.matches("[data-missed]") ? form.nextElementSibling : form.closest("[data-form]");
    send(form.action, body, one ? one.id : takes ? firstOf(form)?.id : current, place, takes ? body.get("section") : "");
  });
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (missed && !chosen.isCollapsed && text.contains(chosen.anchorNode)) missed.closest("details").dataset.ready = "1";
  });

  settle();
  const asked = location.hash.startsWith("#p-") && document.getElementById(location.hash.slice(1));
  if (asked) waits(asked) ? show(asked) : toWaiting(asked.id);
  else if (!location.hash) show(items().find(waits));
})();
