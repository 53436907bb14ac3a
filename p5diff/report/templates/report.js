(function () {
  "use strict";
  var $ = function (id) { return document.getElementById(id); };
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var root = document.documentElement;
  // One column where there is no room for two, unless somebody chose.
  $(window.matchMedia("(max-width: 46rem)").matches ? "v-inline" : "v-side").checked = true;

  // The notes under the side-by-side view are the list of changes; their numbers count them.
  var changes = all(".side .app > li").map(function (item) {
    return {
      number: item.dataset.n,
      item: item,
      get facts() { return (this.read = this.read || facts(item)); }
    };
  }).sort(function (one, two) { return one.number - two.number; });
  var chosen = changes;
  var current = -1;

  // What the script says: in the language of the page, which knows it by the English words.
  var own = document.body.dataset.words ? window.JSON.parse(document.body.dataset.words) : {};
  function words(english, values) {
    return (own[english] || english).replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }
  function many(n, one, more) { return words(n === 1 ? one : more, { n: n }); }

  function facts(item) {
    var data = window.JSON.parse(item.dataset.f);
    return { kind: data[0], topic: data[1], strength: data[2] };
  }

  function inline() { return $("v-inline").checked; }
  function view() { return document.querySelector(inline() ? ".inline" : ".side"); }
  function target(number) { return $((inline() ? "i" : "c") + number) || $((inline() ? "j" : "b") + number); }

  function reveal(element) {
    for (var up = element; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") { up.open = true; }
    }
  }

  function say() {
    var total = chosen.length;
    $("at").textContent = !total ? words("no changes") : current < 0 ? many(total, "1 change", "{n} changes") : words("{n} of {all}", { n: current + 1, all: total }) + (window.Number(chosen[current].number) === current + 1 ? "" : " " + words("(no. {n})", { n: chosen[current].number }));
    $("prev").disabled = $("next").disabled = !total;
  }

  // The Tab key passes through the brief, the controls and the change at hand. Keys lead to the others.
  function reach(element, yes) {
    element.tabIndex = yes ? 0 : -1;
    element.classList.toggle("reach", yes);
  }

  function note(change) {
    return [".what", ".where"].map(function (name) { return change.item.querySelector(name).textContent; })
      .concat(all(".shift", change.item).map(function (shift) { return shift.textContent; })).join("  ").replace(/\s+/g, " ").trim();
  }

  function mark(number) {
    all(".here").forEach(function (element) { element.classList.remove("here"); });
    all(".held").forEach(function (element) { element.classList.remove("held"); });
    all(".reach").forEach(function (element) { reach(element, false); });
    all('[data-c="' + number + '"], [data-n="' + number + '"]').forEach(function (element) {
      element.classList.add("here");
      if (element.closest(".away")) { element.closest(".away").classList.add("held"); }
      if (element.tagName === "LI") { offer(element); }
      all("a, button", element).forEach(function (one) { reach(one, true); });
    });
    var change = changes.find(function (one) { return one.number === number; });
    $("now").textContent = change ? number + "  " + note(change) : "";
    all(".map i").forEach(function (tick) { tick.classList.toggle("on", tick.dataset.go === number); });
  }

  // Glide to what is near, jump to what is far: nobody waits for a scroll. Passages get their true
  // height only when they are laid out, on a slow machine long after: so what was brought into view is
  // kept where it rests until the reader moves. `top` is where it rests, unknown while it glides.
  var landing = null;
  function leave() { landing = null; }
  ["wheel", "touchstart", "keydown", "pointerdown"].forEach(function (name) {
    window.addEventListener(name, leave, { passive: true, capture: true });
  });

  function height(element) { return element.getBoundingClientRect().top; }

  function rest() {
    landing.top = height(landing.element);
    landing.tall = root.scrollHeight;
  }

  function land() {
    landing.element.scrollIntoView({ block: "center", behavior: "auto" });
    rest();
  }

  // Layout moves a place by no more than the page grew: what moves it further is the reader, say by the
  // scroll bar, which tells a page nothing else; or, before the page is `still`, the browser on its way to
  // the place of the address.
  var still = false;
  function moved() {
    if (!still || !landing || landing.top === null) { return; }
    if (Math.abs(height(landing.element) - landing.top) > Math.abs(root.scrollHeight - landing.tall) + 1) { leave(); }
  }
  window.addEventListener("scroll", moved, { passive: true });
  window.addEventListener("scrollend", function () { if (landing && landing.top === null) { rest(); } });

  function keep() {
    if (!landing || (still && landing.top === null)) { return; }
    if (landing.top === null || Math.abs(height(landing.element) - landing.top) > 1) { land(); } else { rest(); }
  }
  new window.ResizeObserver(keep).observe(document.body);

  function bring(element) {
    landing = { element: element, top: null };
    var far = Math.abs(height(element)) > 1.5 * window.innerHeight;
    if (far || window.matchMedia("(prefers-reduced-motion: reduce)").matches) { land(); return; }
    element.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  function go(index, quiet) {
    if (!chosen.length) { return; }
    current = (index + chosen.length) % chosen.length;
    var number = chosen[current].number;
    show(number);
    if (!quiet) { history.replaceState(null, "", "#c" + number); }
  }

  function show(number) {
    var element = target(number);
    if (!element) { return; }
    reveal(element);
    mark(number);
    bring(element);
    // Tab goes on from here.
    var link = element.querySelector(".sig") || element.parentElement.querySelector(".sig");
    if (link && document.activeElement !== $("next") && document.activeElement !== $("prev") && document.activeElement.tagName !== "INPUT") { link.focus({ preventScroll: true }); }
    say();
  }

  function follow(hash, quiet) {
    var match = /^#([bcijmn])([0-9]+)$/.exec(hash);
    if (!match) { return false; }
    var index = chosen.findIndex(function (change) { return change.number === match[2]; });
    if (index < 0) { clear(); index = chosen.findIndex(function (change) { return change.number === match[2]; }); }
    if (index < 0) { return false; }
    current = index;
    mark(match[2]);
    var wanted = match[1];
    if (wanted === "c" || wanted === "i") { go(index, quiet); return true; }
    var twin = { b: "j", j: "b", n: "m", m: "n" }[wanted];
    var element = $(wanted + match[2]);
    if (!element || !view().contains(element)) { element = $(twin + match[2]); }
    if (!element) { go(index, quiet); return true; }
    reveal(element);
    bring(element);
    history.replaceState(null, "", "#" + element.id);
    say();
    return true;
  }

  document.addEventListener("click", function (event) {
    var place = event.target.closest ? event.target.closest("a[href^='#'], [data-go]") : null;
    if (!place) { return; }
    var hash = place.dataset.go ? "#c" + place.dataset.go : place.getAttribute("href");
    if (follow(hash)) { event.preventDefault(); }
  });
  window.addEventListener("hashchange", function () { follow(location.hash, true); });

  // Who has which change, looked up once: a filter must not search the page again.
  var muted = [], index = null;

  function gather() {
    if (index) { return; }
    index = all(".view .band").map(function (band) {
      return {
        band: band,
        marks: all("[data-c], [data-n]", band).map(function (e) { return [e.dataset.c || e.dataset.n, e]; })
      };
    });
  }

  // Filters hide the passages without a chosen change; the count says how many are left.
  function filter() {
    gather();
    var wanted = {};
    ["kind", "topic", "strength"].forEach(function (name) {
      if ($("f-" + name) && $("f-" + name).value) { wanted[name] = $("f-" + name).value; }
    });
    var held = current >= 0 && chosen[current] ? chosen[current].number : null;
    chosen = changes.filter(function (change) {
      return Object.keys(wanted).every(function (name) { return change.facts[name].indexOf(wanted[name]) >= 0; });
    });
    var numbers = {};
    chosen.forEach(function (change) { numbers[change.number] = true; });
    var active = Object.keys(wanted).length > 0;
    // What is hidden needs no muting: only passages that stay are gone through mark by mark.
    muted.forEach(function (e) { e.classList.remove("mute"); });
    muted = [];
    index.forEach(function (entry) {
      var stays = !active || entry.marks.some(function (one) { return numbers[one[0]]; });
      entry.band.classList.toggle("off", !stays);
      if (!active || !stays) { return; }
      entry.marks.forEach(function (one) {
        if (!numbers[one[0]]) { one[1].classList.add("mute"); muted.push(one[1]); }
      });
    });
    root.classList.toggle("filtered", active);
    $("shown").textContent = active ? words("Showing {n} of {all} changes; passages without one are hidden.", { n: chosen.length, all: changes.length }) : "";
    current = chosen.findIndex(function (change) { return change.number === held; });
    say();
    paintSoon();
    soon(draw);
  }

  function clear() {
    all(".filters select").forEach(function (select) { select.value = ""; });
    $("q").value = "";
    filter();
    search();
  }

  // Search paints ranges over the text and changes nothing in it. The text of each cell is gathered
  // once; a range is made, and painted, only near what is on the screen: painting all of them costs
  // more than finding them.
  var hits = [], total = 0, place = -1, cells = {};

  function texts() {
    var name = inline() ? "inline" : "side";
    if (!cells[name]) {
      cells[name] = all(".t", view()).map(function (cell) {
        var walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, function (node) {
          if (node.nodeType === 3) { return NodeFilter.FILTER_ACCEPT; }
          return node.classList.contains("x") || node.classList.contains("app") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
        });
        var nodes = [], text = "", node;
        while ((node = walker.nextNode())) { nodes.push([text.length, node]); text += node.data; }
        var low = text.toLocaleLowerCase();
        return { nodes: nodes, low: low.length === text.length ? low : text, band: cell.closest(".band") || cell, fold: cell.closest("details") };
      });
    }
    return cells[name];
  }

  function starts(low, wanted) {
    var found = [];
    for (var at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + wanted.length)) { found.push(at); }
    return found;
  }

  // The ranges of some starts, in order, within the cell's pieces of text.
  function ranges(cell, starts, length) {
    var first = 0;
    return starts.map(function (at) {
      var range = document.createRange(), stop = at + length;
      for (var n = first; n < cell.nodes.length && cell.nodes[n][0] < stop; n += 1) {
        var start = cell.nodes[n][0], end = start + cell.nodes[n][1].data.length;
        if (start <= at && at < end) { range.setStart(cell.nodes[n][1], at - start); first = n; }
        if (start < stop && stop <= end) { range.setEnd(cell.nodes[n][1], stop - start); }
      }
      return range;
    });
  }

  function sought() { return $("q").value.trim().toLocaleLowerCase(); }

  function search() {
    var wanted = sought();
    hits = [];
    total = 0;
    place = -1;
    if (wanted) {
      texts().forEach(function (cell) {
        var found = starts(cell.low, wanted);
        if (found.length) { hits.push({ cell: cell, starts: found, before: total }); total += found.length; }
      });
    }
    $("found").textContent = wanted ? many(total, "1 place", "{n} places") : "";
    paint();
  }

  // Letters that come together are one search.
  var typed = null;
  function searchSoon() {
    window.clearTimeout(typed);
    typed = window.setTimeout(function () { typed = null; search(); }, 20);
  }

  function searchNow() {
    if (typed !== null) { window.clearTimeout(typed); typed = null; search(); }
  }

  // What lies within a screen of the screen; neither hidden by a filter nor folded away, for asking
  // where such a passage is would lay it out.
  function near(cell) {
    if (cell.band.classList.contains("off") || (cell.fold && !cell.fold.open)) { return false; }
    var box = cell.band.getBoundingClientRect();
    return box.bottom > -window.innerHeight && box.top < 2 * window.innerHeight;
  }

  var painted = "";
  function paint() {
    if (!window.CSS || !CSS.highlights) { return; }
    var wanted = sought(), shown = hits.filter(function (hit) { return near(hit.cell); });
    var now = wanted + "\n" + place + "\n" + shown.map(function (hit) { return hit.before; });
    if (now === painted) { return; }
    painted = now;
    CSS.highlights.delete("found");
    CSS.highlights.delete("now");
    var found = [].concat.apply([], shown.map(function (hit) { return ranges(hit.cell, hit.starts, wanted.length); }));
    if (found.length) { CSS.highlights.set("found", new Highlight(...found)); }
    if (place >= 0) { CSS.highlights.set("now", new Highlight(at(place))); }
  }

  // The range of a place, counted over the whole text.
  function at(number) {
    var hit = hits.find(function (one) { return number < one.before + one.starts.length; });
    return ranges(hit.cell, [hit.starts[number - hit.before]], sought().length)[0];
  }

  var painting = false;
  function paintSoon() {
    if (painting || !hits.length) { return; }
    painting = true;
    window.requestAnimationFrame(function () { painting = false; paint(); });
  }
  ["scroll", "resize", "toggle"].forEach(function (name) {
    window.addEventListener(name, paintSoon, { passive: true, capture: true });
  });

  function jump(step) {
    if (!total) { return; }
    place = (Math.max(place, step > 0 ? -1 : 0) + step + total) % total;
    var element = at(place).startContainer.parentElement;
    reveal(element);
    bring(element);
    $("found").textContent = words("{n} of {all}", { n: place + 1, all: total });
    paint();
  }

  $("q").addEventListener("input", searchSoon);
  $("q").addEventListener("focus", texts);
  $("q").addEventListener("keydown", function (event) {
    if (event.key === "Enter") { event.preventDefault(); searchNow(); jump(event.shiftKey ? -1 : 1); }
  });

  // Copying: the words of both sides, where they stand, and what was compared.
  function quoted(number, side) {
    return all('.side [data-c="' + number + '"][data-side="' + side + '"]').map(function (element) {
      var copy = element.cloneNode(true);
      all(".x, .app", copy).forEach(function (extra) { extra.remove(); });
      return copy.textContent;
    }).join(" ");
  }

  function citation(change) {
    var where = change.item.querySelector(".where").textContent.trim();
    var lines = [words("Change {n}", { n: change.number }) + ": " + change.item.querySelector(".what").textContent + " (" + where + ")"];
    ["before", "after"].forEach(function (side) {
      var text = quoted(change.number, side);
      if (text) { lines.push(words(side) + ", " + document.body.dataset[side] + ": \u201c" + text + "\u201d"); }
    });
    all(".shift", change.item).forEach(function (shift) { lines.push(shift.textContent.replace(/\s+/g, " ").trim()); });
    return lines.concat(words("Compared with {made}.", { made: document.body.dataset.made })).join("\n");
  }

  function copy(change) {
    var text = citation(change), done = function () { tell(words("Change {n} copied.", { n: change.number })); };
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(done, function () { copyByHand(text, done); });
    } else { copyByHand(text, done); }
  }

  function copyByHand(text, done) {
    var field = document.createElement("textarea");
    field.value = text;
    document.body.appendChild(field);
    field.select();
    if (document.execCommand("copy")) { done(); } else { tell(words("Copying is not allowed here.")); }
    field.remove();
  }

  function tell(text) {
    $("told").textContent = text;
    window.setTimeout(function () { $("told").textContent = ""; }, 2500);
  }

  // A note has its button once somebody comes near it: thousands of them would cost more than the page.
  function offer(item) {
    if (item.querySelector(".copy")) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words("copy");
    button.tabIndex = item.classList.contains("here") ? 0 : -1;
    button.setAttribute("aria-label", words("copy change {n} with its citation", { n: item.dataset.n }));
    button.addEventListener("click", function () {
      copy(changes.find(function (change) { return change.number === item.dataset.n; }));
    });
    item.insertBefore(button, item.querySelector(".shift"));
  }
  ["pointerover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var item = event.target.closest ? event.target.closest(".app > li") : null;
      if (item) { offer(item); }
    });
  });

  // The brief is one stop: arrows lead through its changes.
  var brief = all(".brief .sig, .brief .ref");
  brief.forEach(function (link, at) {
    link.tabIndex = at ? -1 : 0;
    link.addEventListener("keydown", function (event) {
      var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (!step) { return; }
      event.preventDefault();
      var next = brief[(at + step + brief.length) % brief.length];
      brief.forEach(function (other) { other.tabIndex = other === next ? 0 : -1; });
      next.focus();
    });
  });

  // The map beside the text: one tick a change, at the height where it stands.
  function draw() {
    var map = $("map"), flowing = view(), box = flowing.getBoundingClientRect();
    map.textContent = "";
    if (!box.height) { return; }
    // Read all heights, then write: a passage out of view must not be laid out for its tick.
    var ticks = chosen.map(function (change) {
      var element = target(change.number);
      var passage = element && element.closest(".band");
      return passage ? [change, (passage.getBoundingClientRect().top - box.top) / box.height] : null;
    });
    // Thousands of ticks say no more than one on each line of the screen.
    var placed = {};
    ticks.filter(Boolean).forEach(function (pair) {
      var where = pair[0].facts.kind[0] + Math.round(pair[1] * 1000);
      if (ticks.length > 1000 && placed[where]) { return; }
      placed[where] = true;
      var tick = document.createElement("i");
      tick.dataset.go = pair[0].number;
      tick.className = "k-" + pair[0].facts.kind[0];
      tick.style.top = Math.min(Math.max(pair[1], 0), 1) * 100 + "%";
      map.appendChild(tick);
    });
    if (chosen[current]) { mark(chosen[current].number); }
  }

  function switched() {
    search();
    draw();
    if (chosen[current]) { show(chosen[current].number); }
  }

  $("v-side").addEventListener("change", switched);
  $("v-inline").addEventListener("change", switched);
  all(".filters select").forEach(function (select) { select.addEventListener("change", filter); });
  $("next").addEventListener("click", function () { go(current + 1); });
  $("prev").addEventListener("click", function () { go(current < 0 ? -1 : current - 1); });

  function fold() {
    var folds = all(".view .fold"), open = folds.some(function (details) { return !details.open; });
    folds.forEach(function (details) { details.open = open; });
  }

  var keys = {
    n: function () { go(current + 1); },
    p: function () { go(current < 0 ? -1 : current - 1); },
    v: function () { $(inline() ? "v-side" : "v-inline").click(); },
    c: function () { if (chosen[current]) { copy(chosen[current]); } },
    u: fold,
    "/": function () { $("q").focus(); },
    Escape: clear
  };

  document.addEventListener("keydown", function (event) {
    var typing = /^(TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.type === "search";
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) { return; }
    if (Object.prototype.hasOwnProperty.call(keys, event.key)) { event.preventDefault(); keys[event.key](); }
  });

  window.addEventListener("beforeprint", function () { all(".view .fold").forEach(function (details) { details.open = true; }); });
  var waiting;
  window.addEventListener("resize", function () { window.clearTimeout(waiting); waiting = window.setTimeout(draw, 200); });
  say();

  // A long page is laid out where it is looked at first, the rest while nobody waits: so it opens at
  // once, and whoever photographs the whole page a moment later finds all of it.
  var bands = all(".view .band"), ready = 0;
  function layOut() {
    for (var end = Math.min(ready + 150, bands.length); ready < end; ready += 1) {
      bands[ready].classList.add("ready");
      pass(bands[ready]);
    }
    if (ready < bands.length) { soon(layOut); return; }
    root.classList.add("settled");
    settle();
    draw();
    soon(texts);
    soon(gather);
  }
  function settle() { keep(); still = true; }
  // The Tab key passes a passage by, unless it holds the change at hand.
  function pass(band) {
    all("a, summary", band).forEach(function (element) {
      if (!element.classList.contains("reach")) { element.tabIndex = -1; }
    });
  }
  function soon(work) { (window.requestIdleCallback || window.setTimeout)(work); }
  all(".view .fold > summary").forEach(function (element) { element.tabIndex = -1; });
  if (root.classList.contains("lazy")) {
    window.addEventListener("load", function () { soon(layOut); });
  } else {
    bands.forEach(pass);
    window.addEventListener("load", function () { soon(settle); });
  }

  window.requestAnimationFrame(function () { draw(); follow(location.hash, true); });
})();
