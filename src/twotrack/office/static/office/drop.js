// Files dropped on the field, and what was chosen so far. Without this script the file field alone does it.
"use strict";
(() => {
  for (const place of document.querySelectorAll("[data-drop]")) {
    const field = place.querySelector("input[type=file]");
    const list = place.querySelector("[data-list]");
    const largest = Number(place.dataset.largest);
    const show = () => {
      const files = [...field.files];
      const all = files.reduce((sum, one) => sum + one.size, 0) / 1e6;
      list.replaceChildren(...files.map((one) => {
        const row = document.createElement("li");
        row.textContent = `${one.name} (${(one.size / 1e6).toFixed(1)} MB)`;
        return row;
      }));
      list.hidden = !files.length;
      field.setCustomValidity(all > largest ? `Together they are larger than ${largest} MB: give fewer at a time.` : "");
      if (all > largest) field.reportValidity();
    };
    field.addEventListener("change", show);
    for (const name of ["dragenter", "dragover"]) {
      place.addEventListener(name, (event) => { event.preventDefault(); place.classList.add("over"); });
    }
    for (const name of ["dragleave", "drop"]) place.addEventListener(name, () => place.classList.remove("over"));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      const kept = new DataTransfer();
      const dropped = [...event.dataTransfer.files];
      for (const one of field.multiple ? [...field.files, ...dropped] : dropped.slice(0, 1)) kept.items.add(one);
      field.files = kept.files;
      show();
    });
  }
})();
