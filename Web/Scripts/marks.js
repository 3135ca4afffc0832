// The page of one concern: marks in the original that a click takes out or leaves in, and what inspectors would read beside
// it as it changes. The form works without any of it; selecting.js, drafts.js and review.js build on what is here.
"use strict";

(() => {
  const original = document.getElementById("original");
  const form = document.getElementById("review");
  if (!original || !form) return;

  const tools = document.getElementById("tools");
  const say = tools?.dataset ?? {};
  const rowsBox = document.getElementById("rows");
  const kinds = document.getElementById("tool-kind");
  const moderated = document.getElementById("moderated");
  const status = document.getElementById("tools-say");

  // One unit for each Unicode scalar of the original, as it is shown; offsets count these, as the form's do.
  const units = [];
  for (const piece of original.querySelectorAll("[data-from]")) {
    if (piece.classList.contains("unseen")) {
      units.push({ text: piece.textContent, isUnseen: true });
    } else {
      for (const text of piece.textContent) units.push({ text, isUnseen: false });
    }
  }

  const markOf = (kind) => [...(kinds?.options ?? [])].find((o) => o.value === kind)?.dataset.mark ?? "";
  const shown = (from, to) => units.slice(from, to).map((unit) => unit.text).join("");

  // What the rows say, each with its number in the form.
  function rows() {
    return [...(rowsBox?.querySelectorAll("tbody tr") ?? [])].map((row, number) => ({
      row, number,
      box: row.querySelector('[name="keep"]'),
      from: Number(row.querySelector('[name="start"]').value),
      to: Number(row.querySelector('[name="end"]').value),
      kind: row.querySelector('[name="kind"]').value,
      isUnsure: row.classList.contains("unsure"),
    })).filter((one) => one.from >= 0 && one.from < one.to && one.to <= units.length);
  }

  // What was split off this message: it is out of the text, whatever the rows say.
  const splitOff = [...document.querySelectorAll("#split-off [data-mark]")].map((one) => ({
    from: Number(one.dataset.from), to: Number(one.dataset.to), mark: one.dataset.mark, number: Infinity,
  }));

  const inOrder = (all) => all.sort((one, other) => one.from - other.from || one.number - other.number);

  function pieceOf(from, to) {
    const pieces = document.createDocumentFragment();
    let start = from;
    const close = (end) => {
      if (start < end) pieces.append(span(start, end, false));
    };
    for (let place = from; place < to; place += 1) {
      if (units[place].isUnseen) {
        close(place);
        pieces.append(span(place, place + 1, true));
        start = place + 1;
      }
    }
    close(to);
    return pieces;
  }

  function span(from, to, isUnseen) {
    const piece = document.createElement("span");
    piece.dataset.from = from;
    piece.dataset.to = to;
    if (isUnseen) piece.className = "unseen";
    piece.textContent = shown(from, to);
    return piece;
  }

  // The mark that the keys move from; the row's number.
  let current = null;

  function mark({ row, number, box, from, to, kind, isUnsure }) {
    const one = document.createElement("mark");
    one.className = "find" + (isUnsure ? " unsure" : "") + (box.checked ? "" : " stays");
    one.setAttribute("role", "button");
    one.setAttribute("aria-pressed", box.checked);
    one.tabIndex = -1;
    one.dataset.row = number;
    const why = row.querySelector("[id^=why-]");
    if (why) one.setAttribute("aria-describedby", why.id);
    one.title = why?.textContent ?? say.added;
    one.append(pieceOf(from, to));
    const marking = document.createElement("span");
    marking.className = "marking";
    marking.textContent = ` ${box.checked ? markOf(kind) : ""}${isUnsure ? "?" : ""}`;
    one.append(marking);
    return one;
  }

  // Of what was split off nothing is left to choose, so it is no button.
  function markOfPart({ from, to, mark }) {
    const one = document.createElement("mark");
    one.className = "find";
    const marking = document.createElement("span");
    marking.className = "marking";
    marking.textContent = ` ${mark}`;
    one.append(pieceOf(from, to), marking);
    return one;
  }

  function drawOriginal() {
    const hadFocus = original.contains(document.activeElement);
    const pieces = document.createDocumentFragment();
    let next = 0;
    for (const one of inOrder([...rows(), ...splitOff])) {
      const from = Math.max(one.from, next);
      if (from >= one.to) continue;
      pieces.append(pieceOf(next, from), one.row ? mark({ ...one, from }) : markOfPart({ ...one, from }));
      next = one.to;
    }
    pieces.append(pieceOf(next, units.length));
    original.replaceChildren(pieces);
    const marks = [...original.querySelectorAll("mark[data-row]")];
    const chosen = marks.find((one) => Number(one.dataset.row) === current) ?? marks[0];
    if (chosen) chosen.tabIndex = 0;
    if (hadFocus) chosen?.focus();
  }

  // As the server makes it: overlapping stretches go under the mark of the first.
  function drawModerated() {
    if (!moderated) return;
    let [text, next] = ["", 0];
    for (const { from, to, kind, mark } of inOrder([...rows().filter((one) => one.box.checked), ...splitOff])) {
      if (from >= next) text += shown(next, from) + (mark ?? markOf(kind));
      next = Math.max(next, to);
    }
    moderated.textContent = text + shown(next, units.length);
  }

  function draw() {
    drawOriginal();
    drawModerated();
  }

  // A row of the table keeps its own listener on the whole table, so that rows that are added need none.
  rowsBox?.addEventListener("input", draw);

  function tell(words) {
    if (status) status.textContent = words;
  }

  function toggle(number) {
    const one = rows().find((row) => row.number === number);
    if (!one) return;
    one.box.checked = !one.box.checked;
    current = number;
    page.touch();
    draw();
    tell(`“${shown(one.from, one.to)}”: ${one.box.checked ? say.taken : say.left}`);
  }

  function move(step) {
    const marks = [...original.querySelectorAll("mark[data-row]")];
    if (!marks.length) return tell(say.none);
    const at = marks.findIndex((one) => Number(one.dataset.row) === current);
    const next = at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length;
    for (const one of marks) one.tabIndex = one === marks[next] ? 0 : -1;
    current = Number(marks[next].dataset.row);
    marks[next].focus();
    const { row } = rows().find((one) => one.number === current);
    tell(`${row.querySelector("[name=kind]").selectedOptions[0].label}: ${marks[next].title}`);
  }

  original.addEventListener("click", (event) => {
    const one = event.target.closest("mark[data-row]");
    // Whoever selects words across a mark does not mean to press it.
    if (one && document.getSelection().isCollapsed) toggle(Number(one.dataset.row));
  });
  original.addEventListener("focusin", (event) => {
    const one = event.target.closest("mark[data-row]");
    if (one) current = Number(one.dataset.row);
  });

  // What the other scripts of the page share.
  const page = {
    original, form, tools, say, kinds, rowsBox, units, shown, rows, draw, tell, toggle, move,
    get current() { return current; },
    set current(number) { current = number; },
    // Replaced by what keeps drafts.
    touch() {},
  };
  globalThis.earshotReview = page;
})();
