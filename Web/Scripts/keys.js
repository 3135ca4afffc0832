// Switches the keys that are single letters off and on again; the session remembers it, the browser nothing.
"use strict";

(() => {
  const button = document.getElementById("keys-switch");
  const token = document.querySelector('form[action="/sign-out"] [name="token"]');
  if (!button || !token) return;
  const isOff = () => document.body.dataset.keys === "off";
  const name = () => {
    button.textContent = isOff() ? button.dataset.on : button.dataset.off;
  };
  button.hidden = false;
  name();
  button.addEventListener("click", () => {
    document.body.dataset.keys = isOff() ? "on" : "off";
    name();
    const fields = new URLSearchParams({ token: token.value, keys: document.body.dataset.keys });
    fetch("/desk/keys", { method: "POST", body: fields, redirect: "manual" }).catch(() => {});
  });
})();
