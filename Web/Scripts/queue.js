// The queue: it looks every twenty seconds whether something has come in, and says so when it is danger. Keys go up and down.
"use strict";

(() => {
  const parts = ["waiting", "danger-waiting"];
  const every = 20_000;
  const said = document.createElement("p");
  said.className = "aloud";
  said.setAttribute("aria-live", "assertive");
  document.querySelector("main")?.append(said);

  // The concerns in danger that are shown, by their links.
  const inDanger = (root) => new Set([...root.querySelectorAll("#danger-waiting a, .danger-row th a")].map((a) => a.getAttribute("href")));

  // Puts `fresh` in place of `old` without taking the focus away from a link that is in both.
  function swap(old, fresh) {
    if (old.innerHTML === fresh.innerHTML) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    old.replaceChildren(...fresh.childNodes);
    if (focused) [...old.querySelectorAll("a")].find((a) => a.getAttribute("href") === focused)?.focus({ preventScroll: true });
  }

  async function look() {
    if (document.visibilityState === "hidden") return;
    try {
      // It asks by itself, so that a page that nobody looks at does not keep its moderator signed in.
      const answer = await fetch(location.href, { headers: { "Earshot-Own-Accord": "yes" }, redirect: "manual" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const before = inDanger(document);
      const added = [...inDanger(page)].filter((address) => !before.has(address));
      // Before the parts are moved over, as the mark goes with them.
      const mark = page.querySelector(".danger-mark")?.textContent ?? "";
      for (const id of parts) {
        const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
        if (old && fresh) swap(old, fresh);
      }
      if (added.length) said.textContent = `${mark} (${added.length})`;
    } catch {
      // The next time will do.
    }
  }

  setInterval(look, every);

  const links = () => [...document.querySelectorAll("main tbody th > a")];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("input, textarea, select") || !["j", "k"].includes(event.key)) return;
    if (document.body.dataset.keys === "off") return;
    const all = links();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const step = event.key === "j" ? 1 : -1;
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next].focus();
    event.preventDefault();
  });
})();
