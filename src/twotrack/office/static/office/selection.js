// Words of the document, selected by keyboard: by sentences, and from there word by word at either end.
"use strict";
(() => {
  const text = document.getElementById("text");
  if (!text || !window.office) return;
  const words = text.textContent;
  const cut = (granularity) => [...new Intl.Segmenter(text.lang || "en", { granularity }).segment(words)];
  let sentences = null, tokens = null, start = 0, end = 0;

  /** The place in the text, in UTF-16 units, at which a boundary of a range lies. */
  const offset = (node, at) => {
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(node, at);
    return before.toString().length;
  };
  const boundary = (range, place, which) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let left = place, node = walker.nextNode();
    while (node && (left > node.length || (left === node.length && which === "setStart"))) {
      left -= node.length;
      node = walker.nextNode() || (range[which](text, text.childNodes.length), null);
    }
    if (node) range[which](node, left);
    return node;
  };
  const take = () => {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return false;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return false;
    start = offset(range.startContainer, range.startOffset);
    end = offset(range.endContainer, range.endOffset);
    return end > start;
  };
  const put = (from, to) => {
    while (from < to && /\s/.test(words[from])) from += 1;
    while (to > from && /\s/.test(words[to - 1])) to -= 1;
    if (from >= to) return;
    [start, end] = [from, to];
    const range = document.createRange();
    const node = boundary(range, from, "setStart");
    boundary(range, to, "setEnd");
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (node) node.parentElement.scrollIntoView({ block: "nearest" });
  };

  window.office.selection = {
    /** Select the next (1) or previous (-1) sentence. */
    sentence(step) {
      sentences ||= cut("sentence").filter((one) => one.segment.trim());
      const has = take();
      const at = has ? start : text.dataset.at ? Number(text.dataset.at) : -1;
      const next = step > 0 ? sentences.find((one) => one.index > at) : sentences.filter((one) => one.index + one.segment.trim().length < Math.max(at, 1)).pop();
      if (next) put(next.index, next.index + next.segment.length);
    },
    /** Move the end (or the beginning) of the selection by a word. */
    word(step, atEnd) {
      if (!take()) return;
      tokens ||= cut("word").filter((one) => one.isWordLike);
      if (atEnd) {
        const ends = tokens.map((one) => one.index + one.segment.length);
        const next = step > 0 ? ends.find((one) => one > end) : ends.filter((one) => one < end && one > start).pop();
        if (next !== undefined) put(start, next);
      } else {
        const starts = tokens.map((one) => one.index);
        const next = step > 0 ? starts.find((one) => one > start && one < end) : starts.filter((one) => one < start).pop();
        if (next !== undefined) put(next, end);
      }
    },
    /** What is selected in the document, in code points, or null. */
    chosen() {
      if (!take()) return null;
      put(start, end);
      const points = (until) => [...words.slice(0, until)].length;
      return { start: points(start), end: points(end), words: words.slice(start, end) };
    },
  };
})();
