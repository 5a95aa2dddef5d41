// A part of a page that goes on changing: asked for again while it says so.
"use strict";
(() => {
  const PAUSE = 1000; // milliseconds
  for (const part of document.querySelectorAll("[data-part]")) {
    const again = async () => {
      const response = await fetch(part.dataset.part, { headers: { "X-Part": "1" } }).catch(() => null);
      if (response && response.ok) part.innerHTML = await response.text();
      if (part.querySelector("[data-again]")) setTimeout(again, PAUSE);
    };
    if (part.querySelector("[data-again]")) setTimeout(again, PAUSE);
  }
})();
