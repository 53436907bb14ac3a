// Search in an index that stands in the page: no request leaves it. Folds as the index was folded.
(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("index").textContent);
  var box = document.getElementById("q"), list = document.getElementById("found"), told = document.getElementById("told");
  var terms = Object.keys(data.terms), MOST = 200;
  var HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  function fold(text) {
    var folded = "";
    for (var c of text.normalize("NFKC").toLowerCase()) { folded += c in data.folds ? data.folds[c] : c; }
    return folded.normalize("NFKD").replace(/\p{Mn}/gu, "");
  }
  function numbers(term) {
    var at = 0;
    return data.terms[term].map(function (step) { at += step; return at; });
  }
  function holding(word) {
    if (HAN.test(word)) {
      var sets = word.length > 1 ? Array.from(word.slice(1), function (c, n) { return word[n] + c; }) : [word];
      return sets.map(function (t) { return new Set(t in data.terms ? numbers(t) : []); }).reduce(meet);
    }
    var inside = data.inside && word.length > 2, found = new Set();
    terms.forEach(function (t) {
      if (inside ? t.includes(word) : t.startsWith(word)) { numbers(t).forEach(function (n) { found.add(n); }); }
    });
    return found;
  }
  function meet(a, b) { return new Set(Array.from(a).filter(function (n) { return b.has(n); })); }
  function words(text) { return fold(text).match(/[\p{L}\p{N}]+/gu) || []; }
  function search(query) {
    var wanted = words(query);
    if (!wanted.length) { return null; }
    var found = Array.from(wanted.map(holding).reduce(meet));
    var phrases = Array.from(query.matchAll(/["“«]([^"”»]+)["”»]/g), function (m) { return words(m[1]).join(" "); });
    wanted.filter(function (w) { return HAN.test(w) && w.length > 2; }).forEach(function (w) { phrases.push(w); });
    return found.filter(function (n) {
      var text = words(data.texts[n]).join(" ");
      return phrases.every(function (p) { return text.includes(p); });
    });
  }
  function marked(node, text, wanted) {
    // Parts of words are marked where folding keeps the length, whole words else.
    text.split(/([\p{L}\p{N}\p{M}]+)/u).forEach(function (part) {
      var own = fold(part), hit = own && wanted.find(function (w) { return HAN.test(w) || data.inside ? own.includes(w) : own.startsWith(w); });
      if (!hit) { node.append(part); return; }
      var at = own.length === part.length ? own.indexOf(hit) : -1;
      var mark = document.createElement("mark");
      if (at < 0) { mark.textContent = part; node.append(mark); return; }
      mark.textContent = part.slice(at, at + hit.length);
      node.append(part.slice(0, at), mark, part.slice(at + hit.length));
    });
  }
  function last(n) { var at = data.at[n]; return at[at.length - 2]; }
  function show() {
    var found = search(box.value), wanted = words(box.value);
    list.replaceChildren();
    told.textContent = found === null ? "" : found.length === 0 ? data.words[0] : "";
    if (!found) { return; }
    found.sort(function (a, b) { return last(b) - last(a) || a - b; });
    found.slice(0, MOST).forEach(function (n) {
      var item = document.createElement("li"), text = document.createElement("p"), where = document.createElement("p");
      text.lang = data.language; text.dir = data.direction; where.className = "small";
      marked(text, data.texts[n], wanted);
      for (var i = data.at[n].length - 2; i >= 0; i -= 2) {
        var s = data.statements[data.at[n][i]], link = document.createElement("a");
        link.href = s[2] + "#" + data.at[n][i + 1]; link.textContent = s[0];
        if (where.childNodes.length) { where.append(" · "); }
        where.append(link);
      }
      item.append(text, where); list.append(item);
    });
    if (found.length) {
      var count = found.length === 1 ? data.words[1] : data.words[2].replace("{n}", found.length);
      told.textContent = count + (found.length > MOST ? "; " + data.words[3].replace("{n}", MOST) : "");
    }
    history.replaceState(null, "", box.value ? "#q=" + encodeURIComponent(box.value) : "#");
  }
  var asked = /^#q=(.*)$/.exec(location.hash);
  if (asked) { box.value = decodeURIComponent(asked[1]); show(); }
  box.addEventListener("input", show);
  if (!asked) { box.focus(); }
})();
