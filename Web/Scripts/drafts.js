// Drafts of one concern's page: kept from time to time and on leaving, where something was changed.
"use strict";

(() => {
  const page = globalThis.earshotReview;
  if (!page) return;
  const { form } = page;
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

  page.touch = touch;
})();
