// The page of one concern: marks in the original that a click or a key takes out or leaves in, what inspectors would read
// beside it as it changes, and drafts kept from time to time. The form works without any of it.
"use strict";

(() => {
  const original = document.getElementById("original");
  const form = document.getElementById("review");
  const tools = document.getElementById("tools");
  if (!original || !form) return;

  const say = tools?.dataset ?? {};
  const rowsBox = document.getElementById("rows");
  const kinds = document.getElementById("tool-kind");
  const moderated = document.getElementById("moderated");
  const status = document.getElementById("tools-say");
  const letterOrDigit = /[\p{Alphabetic}\p{N}]/u;

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

  function drawOriginal() {
    const hadFocus = original.contains(document.activeElement);
    const pieces = document.createDocumentFragment();
    let next = 0;
    for (const one of inOrder(rows())) {
      const from = Math.max(one.from, next);
      if (from >= one.to) continue;
      pieces.append(pieceOf(next, from), mark({ ...one, from }));
      next = one.to;
    }
    pieces.append(pieceOf(next, units.length));
    original.replaceChildren(pieces);
    const marks = [...original.querySelectorAll("mark")];
    const chosen = marks.find((one) => Number(one.dataset.row) === current) ?? marks[0];
    if (chosen) chosen.tabIndex = 0;
    if (hadFocus) chosen?.focus();
  }

  // As the server makes it: overlapping stretches go under the mark of the first.
  function drawModerated() {
    if (!moderated) return;
    let [text, next] = ["", 0];
    for (const { from, to, kind } of inOrder(rows().filter((one) => one.box.checked))) {
      if (from >= next) text += shown(next, from) + markOf(kind);
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
    touch();
    draw();
    tell(`“${shown(one.from, one.to)}”: ${one.box.checked ? say.taken : say.left}`);
  }

  function move(step) {
    const marks = [...original.querySelectorAll("mark")];
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
    const one = event.target.closest("mark");
    // Whoever selects words across a mark does not mean to press it.
    if (one && document.getSelection().isCollapsed) toggle(Number(one.dataset.row));
  });
  original.addEventListener("focusin", (event) => {
    const one = event.target.closest("mark");
    if (one) current = Number(one.dataset.row);
  });

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
      current = same.number;
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
    current = number;
  }

  const others = document.getElementById("tool-others");

  // Once a name is taken out, its other places are offered.
  function offerOthers(place, kind) {
    const rest = placesOf(place).filter((one) => !isTaken(one));
    if (!others) return;
    others.hidden = !rest.length;
    others.textContent = `${say.others} ${rest.length}`;
    others.onclick = () => {
      for (const one of rest) add(one, kind);
      others.hidden = true;
      touch();
      draw();
      tell(`“${shown(place.from, place.to)}”: ${say.taken} (${rest.length})`);
      status?.focus?.();
    };
  }

  function takeOut(isEverywhere) {
    const place = selected();
    if (!place || !kinds) return tell(say.nothing);
    const kind = kinds.value;
    const all = isEverywhere ? [...placesOf(place).filter((one) => !isTaken(one)), place] : [place];
    for (const one of all) add(one, kind);
    document.getSelection().removeAllRanges();
    touch();
    draw();
    tell(`“${shown(place.from, place.to)}”: ${say.taken}`);
    offerOthers(place, kind);
  }

  // Drafts: kept from time to time and on leaving, where something was changed.
  const draftSays = document.getElementById("draft-says");
  const draftWords = draftSays.dataset;
  let [isChanged, isSending, isOver] = [false, false, false];

  function touch() {
    isChanged = true;
  }

  async function keepDraft(isLeaving = false) {
    if (!isChanged || isSending || isOver) return;
    [isChanged, isSending] = [false, true];
    const fields = new URLSearchParams(new FormData(form));
    fields.set("by", "script");
    try {
      const answer = await fetch(`${form.getAttribute("action")}/draft`, {
        method: "POST", body: fields, redirect: "manual", keepalive: isLeaving,
      });
      if (answer.status === 204) {
        draftSays.textContent = draftWords.kept;
      } else if (answer.type === "opaqueredirect") {
        isOver = true;
        tellOver(draftWords.signedOut, true);
      } else if (answer.status === 409) {
        isOver = true;
        tellOver(draftWords.decided, false);
      } else {
        throw new Error();
      }
    } catch {
      isChanged = true;
      draftSays.textContent = draftWords.unkept;
    }
    isSending = false;
  }

  function tellOver(words, isSignedOut) {
    const box = document.createElement("div");
    box.className = "problems";
    box.setAttribute("role", "alert");
    box.textContent = `${words} `;
    if (isSignedOut) {
      const link = document.createElement("a");
      link.href = `/sign-in?next=${encodeURIComponent(`${location.pathname}?draft=${encodeURIComponent(form.elements.author.value)}`)}&lost=draft`;
      link.textContent = draftWords.signIn;
      box.append(link);
    }
    document.querySelector("main h1").after(box);
  }

  form.addEventListener("input", touch);
  form.addEventListener("submit", () => {
    isOver = true;
  });
  setInterval(keepDraft, 15_000);
  addEventListener("pagehide", () => keepDraft(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keepDraft(true);
  });
  // A page that comes back by the Back key is one that was left, not one that was sent.
  addEventListener("pageshow", () => {
    isOver = false;
  });

  // Keys. Single letters act only while no field has the focus, and can be switched off (WCAG 2.2, 2.1.4).
  let awaitsDecision = false;
  const list = document.getElementById("keys");

  const isField = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  function choose(field) {
    if (!field) return;
    field.click();
    field.focus({ preventScroll: true });
    field.closest("fieldset")?.scrollIntoView({ block: "nearest" });
    field.blur();
    tell(`${field.closest("fieldset")?.querySelector("legend")?.textContent ?? ""}: ${field.labels[0]?.textContent ?? ""}${field.checked ? "" : ` – ${say.left ?? ""}`}`);
  }

  function press(key) {
    if (awaitsDecision) {
      awaitsDecision = false;
      const wanted = [...form.querySelectorAll('[name="decision"]')].find((one) => one.value.startsWith(key));
      choose(wanted);
      return Boolean(wanted);
    }
    const keyed = [...form.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (keyed) {
      choose(keyed);
      return true;
    }
    switch (key) {
      case "j": move(1); return true;
      case "k": move(-1); return true;
      case "x":
        if (current === null) move(1);
        else toggle(current);
        return true;
      case "a": takeOut(false); return true;
      case "A": takeOut(true); return true;
      case "g": awaitsDecision = true; return true;
      case "?":
        list.open = !list.open;
        if (list.open) list.querySelector("summary").focus();
        return true;
      default: return false;
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      form.querySelector('button[name="action"][value="preview"]')?.click();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
    const onMark = event.target.closest?.("mark");
    if (onMark && ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      move(["ArrowRight", "ArrowDown"].includes(event.key) ? 1 : -1);
    } else if (onMark && ["Enter", " "].includes(event.key)) {
      event.preventDefault();
      toggle(Number(onMark.dataset.row));
    } else if (document.body.dataset.keys !== "off" && press(event.key)) {
      event.preventDefault();
    }
  });

  document.getElementById("tool-add")?.addEventListener("click", () => takeOut(false));
  document.getElementById("tool-add-all")?.addEventListener("click", () => takeOut(true));
  // Pressing a button would take the selection away before it is read.
  tools?.addEventListener("mousedown", (event) => {
    if (event.target.closest("button")) event.preventDefault();
  });
  if (tools) {
    tools.hidden = false;
    draw();
  }
})();
