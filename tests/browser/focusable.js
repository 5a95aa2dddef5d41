// What the key Tab must reach on this page, what it has reached, and where the focus could not be seen.
(() => {
  const reached = new Set();
  const blind = new Set();
  const stands = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  window.focusables = () => {
    const groups = new Set();
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, [tabindex='0']")]
      // a marked word of a document leads to its finding beside it, which the keys reach (the key t goes to the words)
      .filter((one) => !(one.tabIndex < 0 && one.hash && document.querySelector(one.hash)?.matches("[data-finding]")))
      .filter((one) => !one.disabled && one.type !== "hidden" && stands(one))
      .filter((one) => {
        // of radio buttons of one name the key reaches one; arrows go on from there
        if (one.type !== "radio") return true;
        const group = `${one.form ? [...document.forms].indexOf(one.form) : -1}/${one.name}`;
        if (groups.has(group)) return false;
        groups.add(group);
        return true;
      });
  };
  window.noteFocus = () => {
    const one = document.activeElement;
    if (!one || one === document.body) return true;
    if (reached.has(one)) return false;
    reached.add(one);
    const style = getComputedStyle(one);
    const seen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    if (!seen && one.tagName !== "IFRAME" && one.id !== "main") blind.add(one.outerHTML.slice(0, 200));
    return false;
  };
  window.notReached = () => {
    const groups = new Set([...reached].filter((one) => one.type === "radio").map((one) => one.name));
    return window.focusables()
      .filter((one) => !reached.has(one) && !(one.type === "radio" && groups.has(one.name)))
      .map((one) => one.outerHTML.slice(0, 200));
  };
  window.unseen = () => [...blind];
})();
