// Taking out what is selected of the original, once or wherever it stands; it builds on marks.js.
"use strict";

(() => {
  const page = globalThis.earshotReview;
  if (!page) return;
  const { original, kinds, rowsBox, units, shown, rows } = page;
  const letterOrDigit = /[\p{Alphabetic}\p{N}]/u;

  // What is selected of the original, in Unicode scalars without spaces at its ends; nil where nothing is.
  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    let [from, to] = [Infinity, -1];
    for (const piece of original.querySelectorAll("[data-from]")) {
      if (!range.intersectsNode(piece)) continue;
      const within = document.createRange();
      within.selectNodeContents(piece);
      const before = within.cloneRange();
      if (range.compareBoundaryPoints(Range.START_TO_START, within) > 0) {
        within.setStart(range.startContainer, range.startOffset);
      }
      if (range.compareBoundaryPoints(Range.END_TO_END, within) < 0) {
        within.setEnd(range.endContainer, range.endOffset);
      }
      const words = within.toString();
      if (!words) continue;
      const start = Number(piece.dataset.from);
      if (piece.classList.contains("unseen")) {
        from = Math.min(from, start);
        to = Math.max(to, start + 1);
        continue;
      }
      before.setEnd(within.startContainer, within.startOffset);
      // Half of a surrogate pair cannot be selected by hand; were it, it counts as the whole.
      const skipped = [...before.toString()].length;
      from = Math.min(from, start + skipped);
      to = Math.max(to, start + skipped + [...words].length);
    }
    while (from < to && /\s/u.test(units[from].text)) from += 1;
    while (to > from && /\s/u.test(units[to - 1].text)) to -= 1;
    return from < to ? { from, to } : null;
  }

  // As the server looks for words that were typed: whatever their case, whole words unless there are none.
  const plain = (text) => (/\s/u.test(text) ? " " : [...text.toLowerCase()].length === 1 ? text.toLowerCase() : text);

  function placesOf({ from, to }) {
    const text = units.map((unit) => plain(unit.text));
    const sought = text.slice(from, to);
    const all = [];
    for (let place = 0; place + sought.length <= text.length; place += 1) {
      if (sought.every((one, index) => one === text[place + index])) {
        all.push({ from: place, to: place + sought.length });
        place += sought.length - 1;
      }
    }
    const isOfAWord = (place) => letterOrDigit.test(units[place]?.text ?? "");
    const whole = all.filter((one) => !isOfAWord(one.from - 1) && !isOfAWord(one.to));
    return whole.length ? whole : all;
  }

  const isTaken = ({ from, to }) => rows().some((one) => one.box.checked && one.from <= from && to <= one.to);

  function add({ from, to }, kind) {
    const same = rows().find((one) => one.from === from && one.to === to);
    if (same) {
      same.box.checked = true;
      same.row.querySelector('[name="kind"]').value = kind;
      page.current = same.number;
      return;
    }
    const body = rowsBox.querySelector("tbody");
    const number = body.rows.length;
    const row = document.getElementById("new-row").content.firstElementChild.cloneNode(true);
    for (const field of row.querySelectorAll("[data-name]")) field.name = field.dataset.name;
    row.querySelector('[name="keep"]').value = number;
    row.querySelector('[name="keep"]').id = `keep-${number}`;
    row.querySelector("label").htmlFor = `keep-${number}`;
    row.querySelector("th").textContent = shown(from, to);
    row.querySelector('[name="kind"]').value = kind;
    row.querySelector('[name="start"]').value = from;
    row.querySelector('[name="start"]').id = `start-${number}`;
    row.querySelector('[name="end"]').value = to;
    for (const field of row.querySelectorAll("[aria-label]")) field.setAttribute("aria-label", `${field.getAttribute("aria-label")}: ${shown(from, to)}`);
    body.append(row);
    rowsBox.hidden = false;
    page.current = number;
  }

  const others = document.getElementById("tool-others");

  // Once a name is taken out, its other places are offered.
  function offerOthers(place, kind) {
    const rest = placesOf(place).filter((one) => !isTaken(one));
    if (!others) return;
    others.hidden = !rest.length;
    others.textContent = `${page.say.others} ${rest.length}`;
    others.onclick = () => {
      for (const one of rest) add(one, kind);
      others.hidden = true;
      page.touch();
      page.draw();
      page.tell(`“${shown(place.from, place.to)}”: ${page.say.taken} (${rest.length})`);
      status?.focus?.();
    };
  }

  function takeOut(isEverywhere) {
    const place = selected();
    if (!place || !kinds) return page.tell(page.say.nothing);
    const kind = kinds.value;
    const all = isEverywhere ? [...placesOf(place).filter((one) => !isTaken(one)), place] : [place];
    for (const one of all) add(one, kind);
    document.getSelection().removeAllRanges();
    page.touch();
    page.draw();
    page.tell(`“${shown(place.from, place.to)}”: ${page.say.taken}`);
    offerOthers(place, kind);
  }

  page.takeOut = takeOut;
  document.getElementById("tool-add")?.addEventListener("click", () => takeOut(false));
  document.getElementById("tool-add-all")?.addEventListener("click", () => takeOut(true));
  // Pressing a button would take the selection away before it is read.
  page.tools?.addEventListener("mousedown", (event) => {
    if (event.target.closest("button")) event.preventDefault();
  });
  if (page.tools) {
    page.tools.hidden = false;
    page.draw();
  }
})();
