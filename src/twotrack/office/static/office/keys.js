// Keys that work on every page. Each may be switched off by the reader (WCAG 2.1.4); none works while somebody types.
"use strict";
(() => {
  const OFF = "keys-off";
  const dialog = document.getElementById("keys");
  const toggle = document.getElementById("keys-on");
  const off = () => localStorage.getItem(OFF) === "1";
  const typing = (at) => at.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  window.office = {
    /** Whether a key pressed now is a command: switched on, nobody types, nothing is open over the page. */
    commands(event) {
      return !(off() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
        || typing(event.target) || document.querySelector("dialog[open]"));
    },
  };

  const go = (name) => {
    const link = document.querySelector(`[data-key="${name}"]`);
    if (link) link.matches("input, textarea") ? link.focus() : link.click();
    return Boolean(link);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("form");
      if (form && form.matches("[data-send]")) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (!window.office.commands(event)) return;
    if (event.key === "?" && dialog) { event.preventDefault(); dialog.showModal(); return; }
    if ((event.key === "/" || event.key === "n") && go(event.key)) event.preventDefault();
  });

  if (toggle) {
    toggle.checked = !off();
    toggle.addEventListener("change", () => (toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  }
})();
