/* Looks through window.TWOTRACK_TEXTS (texts.js) in the reader's browser. Nothing is asked of any server, and what is looked
   for stays in the part of the address that is never sent (after the #). */
(function () {
  "use strict";
  var HAN = /\p{Script=Han}/u;
  var field = document.getElementById("words");
  var list = document.getElementById("found");
  var told = document.getElementById("told");
  var MOST = 50;

  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  // Words of letters and digits; of Han characters each pair, for Chinese is written without spaces.
  function tokens(text) {
    var found = [];
    (folded(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) || []).forEach(function (word) {
      if (!HAN.test(word) || word.length === 1) {
        found.push(word);
        return;
      }
      for (var i = 0; i + 1 < word.length; i += 1) {
        found.push(word.slice(i, i + 2));
      }
    });
    return found;
  }

  var index = new MiniSearch({
    fields: ["title", "text"],
    storeFields: ["kind", "path", "title", "text"],
    tokenize: tokens,
    processTerm: function (term) { return term; },
    searchOptions: { boost: { title: 3 }, prefix: function (term) { return term.length > 2 || HAN.test(term); }, combineWith: "AND" }
  });
  index.addAll(window.TWOTRACK_TEXTS.map(function (row, i) {
    return { id: i, kind: row[0], path: row[1], title: row[2], text: row[3] };
  }));

  function around(text, terms) {
    var plain = text.toLowerCase();
    var at = -1;
    terms.forEach(function (term) {
      var place = plain.indexOf(term);
      if (place !== -1 && (at === -1 || place < at)) { at = place; }
    });
    if (at === -1) { return null; }
    var start = Math.max(0, at - 60);
    return { before: (start ? "…" : "") + text.slice(start, at), from: at, rest: text.slice(at, at + 140) + (at + 140 < text.length ? "…" : "") };
  }

  function shown(row, terms) {
    var item = document.createElement("li");
    var head = document.createElement("p");
    var link = document.createElement("a");
    var kind = document.createElement("span");
    link.href = row.path;
    link.textContent = row.title;
    head.className = "what";
    kind.className = "tag";
    kind.textContent = row.kind;
    head.append(link, " ", kind);
    item.append(head);
    var context = around(row.text, terms);
    if (context) {
      var line = document.createElement("p");
      line.className = "about";
      line.append(context.before + context.rest);
      item.append(line);
    }
    return item;
  }

  function look() {
    var words = field.value.trim();
    var rows = words ? index.search(words) : [];
    var terms = tokens(words);
    list.replaceChildren.apply(list, rows.slice(0, MOST).map(function (row) { return shown(row, terms); }));
    told.textContent = words ? (rows.length === 1 ? "1 place" : rows.length + " places") + (rows.length > MOST ? ", the first " + MOST + " shown" : "") : "";
    history.replaceState(null, "", words ? "#" + encodeURIComponent(words) : "#");
  }

  document.getElementById("search").hidden = false;
  field.addEventListener("input", look);
  document.getElementById("search").addEventListener("submit", function (event) { event.preventDefault(); });
  try {
    field.value = decodeURIComponent(location.hash.slice(1));
  } catch (error) {
    field.value = "";
  }
  look();
}());
