// The keys of one concern's page; marks.js and selecting.js do what they ask for.
"use strict";

(() => {
  const page = globalThis.earshotReview;
  if (!page) return;
  const { form } = page;

  // Keys. Single letters act only while no field has the focus, and can be switched off (WCAG 2.2, 2.1.4).
  let awaitsDecision = false;
  const list = document.getElementById("keys");

  const isField = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  // What goes with a decision is unfolded when it is chosen.
  form.addEventListener("change", (event) => {
    const fold = event.target.name === "decision" && document.getElementById(`if-${event.target.value}`);
    if (fold) fold.open = true;
  });

  function choose(field) {
    if (!field) return;
    field.click();
    const fold = field.name === "decision" && document.getElementById(`if-${field.value}`);
    if (fold) {
      fold.querySelector("input").focus();
      return;
    }
    field.focus({ preventScroll: true });
    field.closest("fieldset")?.scrollIntoView({ block: "nearest" });
    field.blur();
    page.tell(`${field.closest("fieldset")?.querySelector("legend")?.textContent ?? ""}: ${field.labels[0]?.textContent ?? ""}${field.checked ? "" : ` – ${page.say.left ?? ""}`}`);
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
      case "j": page.move(1); return true;
      case "k": page.move(-1); return true;
      case "x":
        if (page.current === null) page.move(1);
        else page.toggle(page.current);
        return true;
      case "a": page.takeOut(false); return true;
      case "A": page.takeOut(true); return true;
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
      page.move(["ArrowRight", "ArrowDown"].includes(event.key) ? 1 : -1);
    } else if (onMark && ["Enter", " "].includes(event.key)) {
      event.preventDefault();
      page.toggle(Number(onMark.dataset.row));
    } else if (document.body.dataset.keys !== "off" && press(event.key)) {
      event.preventDefault();
    }
  });
})();
