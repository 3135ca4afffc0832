"""Firefox as Debian has it, led over WebDriver BiDi (W3C); no driver program stands between.

Everything goes through real keys and clicks; what is on a page is read with scripts of the test's own, in a sandbox that
the page's own scripts do not share.
"""

import base64
import contextlib
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time

import websocket

# Nothing of a first start: no welcome page, no update, no call home.
QUIET = {
    "browser.startup.homepage": "about:blank", "browser.startup.page": 0, "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False, "toolkit.telemetry.enabled": False,
    "browser.aboutwelcome.enabled": False, "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False, "extensions.update.enabled": False,
    "services.settings.server": "data:,", "browser.safebrowsing.update.enabled": False,
}
# What Tor Browser calls "Safest": no scripts, no fonts from the net, no SVG.
SAFEST = {"javascript.enabled": False, "gfx.downloadable_fonts.enabled": False, "svg.disabled": True}


class Firefox:
    """One window of a browser with nothing in it."""

    def __init__(self, address):
        self.line = websocket.create_connection(address + "/session", timeout=60, suppress_origin=True)
        self.count = 0
        self.ask("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
        self.tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("browsingContext.setViewport", context=self.tab, viewport={"width": 360, "height": 740})

    def ask(self, method, **params):
        self.count += 1
        self.line.send(json.dumps({"id": self.count, "method": method, "params": params}))
        while True:
            answer = json.loads(self.line.recv())
            if answer.get("id") == self.count:
                assert answer["type"] == "success", (method, answer.get("error"), answer.get("message"))
                return answer["result"]

    def open(self, address):
        self.ask("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def evaluate(self, expression):
        """The value of an expression, as JSON carries it."""
        answer = self.ask(
            "script.evaluate", expression=f"JSON.stringify(({expression}) ?? null)", awaitPromise=False,
            target={"context": self.tab, "sandbox": "test"})
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def text(self, selector="body"):
        return self.evaluate(f"document.querySelector({json.dumps(selector)})?.innerText ?? null")

    def _element(self, selector):
        nodes = self.ask(
            "browsingContext.locateNodes", context=self.tab, locator={"type": "css", "value": selector})["nodes"]
        assert nodes, f"{selector} is not on {self.evaluate('location.href')}"
        return nodes[0]

    def click(self, selector):
        self._element(selector)
        self.evaluate(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
        x, y = self.evaluate(
            f"(box => [box.x + box.width / 2, box.y + box.height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())")
        self.ask("input.performActions", context=self.tab, actions=[{
            "type": "pointer", "id": "finger", "actions": [
                {"type": "pointerMove", "x": round(x), "y": round(y)}, {"type": "pointerDown", "button": 0},
                {"type": "pointerUp", "button": 0}]}])

    def type(self, selector, words):
        self.click(selector)
        keys = [{"type": kind, "value": sign} for sign in words for kind in ("keyDown", "keyUp")]
        self.ask("input.performActions", context=self.tab, actions=[{"type": "key", "id": "keys", "actions": keys}])

    def press(self, selector, until):
        """Clicks what sends a form or leads on, and waits until the next page holds `until`."""
        self.evaluate("document.documentElement.setAttribute('data-left', '1')")
        self.click(selector)
        self.wait_for(until)

    def wait_for(self, selector):
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            with contextlib.suppress(AssertionError):
                if self.evaluate(
                        f"document.readyState === 'complete' && !document.documentElement.dataset.left && "
                        f"document.querySelector({json.dumps(selector)}) !== null"):
                    return
            time.sleep(0.1)
        raise AssertionError(f"{selector} did not come: {self.text()[:400]}")

    def back(self):
        self.ask("browsingContext.traverseHistory", context=self.tab, delta=-1)
        time.sleep(0.7)

    def picture(self, path):
        data = self.ask("browsingContext.captureScreenshot", context=self.tab, origin="document")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))


@contextlib.contextmanager
def firefox(settings=None):
    """A started Firefox with a profile that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in {**QUIET, **(settings or {})}.items()]
        pathlib.Path(profile, "user.js").write_text("\n".join(lines))
        log = pathlib.Path(profile, "log")
        with open(log, "w") as out:
            process = subprocess.Popen(
                ["firefox-esr", "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
                stdout=out, stderr=out, env=dict(os.environ, HOME=profile, MOZ_HEADLESS="1"))
        try:
            for _ in range(600):
                found = re.search(r"WebDriver BiDi listening on (ws://\S+)", log.read_text())
                if found:
                    break
                assert process.poll() is None, log.read_text()[-1000:]
                time.sleep(0.1)
            browser = Firefox(found[1])
            yield browser
        finally:
            process.terminate()
            process.wait(30)
