// Cases offered while a name is being typed. Without this script the same form asks who is meant after it was sent.
"use strict";
(() => {
  const PAUSE = 150; // milliseconds without a key until what was typed is looked for
  for (const field of document.querySelectorAll("textarea[data-picks]")) {
    const form = field.closest("form");
    const picked = form.querySelector("[data-picked]");
    const list = document.createElement("ul");
    list.className = "offered";
    list.id = `${field.id}-offered`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Cases that may be meant");
    list.hidden = true;
    field.after(list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list",
    })) field.setAttribute(name, value);
    let at = -1, waiting = 0, asked = 0;

    const lines = () => field.value.slice(0, field.selectionStart).split("\n");
    const current = () => field.value.split("\n")[lines().length - 1].trim();

    const close = () => {
      list.hidden = true; at = -1; asked += 1; clearTimeout(waiting);
      field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant");
    };
    const mark = (next) => {
      const options = [...list.children];
      if (!options.length) return;
      at = (next + options.length) % options.length;
      options.forEach((one, nth) => one.setAttribute("aria-selected", String(nth === at)));
      options[at].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[at].id);
    };
    const pick = (option) => {
      if (!picked.querySelector(`input[value="${option.dataset.id}"]`)) {
        const row = document.createElement("li");
        row.className = option.className;
        const label = document.createElement("label");
        label.className = "check";
        const box = document.createElement("input");
        Object.assign(box, { type: "checkbox", name: picked.dataset.picked, value: option.dataset.id, checked: true });
        const words = document.createElement("span");
        words.append(...[...option.childNodes].map((one) => one.cloneNode(true)));
        label.append(box, " ", words);
        row.append(label);
        picked.append(row);
      }
      picked.hidden = false;
      const all = field.value.split("\n");
      all.splice(lines().length - 1, 1);
      field.value = all.join("\n");
      close();
      field.focus();
    };
    const ask = async () => {
      const words = current(), mine = (asked += 1);
      if (words.length < 2) { close(); return; }
      const body = new URLSearchParams({ words, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
      const response = await fetch(form.dataset.cases, { method: "POST", body }).catch(() => null);
      if (mine !== asked || !response || !response.ok) return;
      list.innerHTML = await response.text();
      list.hidden = !list.children.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      at = -1;
    };

    field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, PAUSE); });
    field.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        pick(list.children[at]);
      } else if (event.key === "Escape") {
        close();
      }
    });
    field.addEventListener("blur", () => setTimeout(close, 200));
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) { event.preventDefault(); pick(option); }
    });
  }
})();
