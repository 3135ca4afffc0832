"""What each first page weighs on the wire with all that it loads, and how soon an old phone on a slow line paints it."""

import sys

from chromium import PHONE, Visitor, chromium
from pages import ADDRESSES, FIRST
from service import service
from walk import Walk, options_of, run, step

MOST_BYTES, MOST_REQUESTS = 14_336, 3
FIRST_PAINT, LARGEST_PAINT, SHIFT = 1_200, 2_000, 0
# 400 kbit/s both ways, 400 ms from asking to the first answer.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
TRIES = 3
ROOTS = ["", "/ar", "/ti"]

# The page's own scripts are off; what the browser has measured is asked for from outside.
PAINTED = """() => new Promise(done => {
    const seen = {};
    const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note))
        .observe({type, buffered: true});
    watch('paint', e => { if (e.name === 'first-contentful-paint') seen.first = e.startTime });
    watch('largest-contentful-paint', e => { seen.largest = e.startTime });
    seen.shift = 0;
    watch('layout-shift', e => { seen.shift += e.value });
    setTimeout(() => done(seen), 200);
})"""


class Weighed:
    """One visit to one page by a browser that has nothing of ours yet."""

    def __init__(self, browser, server, path):
        visitor = Visitor(browser, server, PHONE, scripts=True)
        cdp, self.bytes, asked = visitor.cdp, 0, set()
        cdp.on("Network.loadingFinished", self._add)
        cdp.on("Network.requestWillBeSent", lambda event: asked.add(event["requestId"]))
        cdp.send("Network.enable")
        cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
        cdp.send("Network.emulateNetworkConditions", SLOW)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        visitor.page.goto(server.address + path, wait_until="networkidle")
        self.requests = len(asked)
        painted = visitor.page.evaluate(PAINTED)
        self.first, self.largest, self.shift = painted["first"], painted["largest"], painted["shift"]
        visitor.close()

    def _add(self, event):
        self.bytes += event["encodedDataLength"]


class Weighing(Walk):
    def __init__(self, browser, server):
        self.browser, self.server = browser, server
        self.icon = self._weigh_icon()
        self.rows = []

    def _weigh_icon(self):
        """Every browser asks for it once, beside the page; the headless one only for its first page of all."""
        answer = self.server.ask("/favicon.ico")
        return len(answer)

    @step
    def every_first_page_is_measured(self):
        print(f"  {'page':24}{'bytes':>8}{'asked':>7}{'FCP ms':>8}{'LCP ms':>8}{'CLS':>7}", flush=True)
        for root in ROOTS:
            for name in FIRST:
                tries = [Weighed(self.browser, self.server, root + ADDRESSES[name]) for _ in range(TRIES)]
                best = {
                    "page": f"{root}{ADDRESSES[name]}", "bytes": max(one.bytes for one in tries) + self.icon,
                    "requests": max(one.requests for one in tries) + 1,
                    "first": min(one.first for one in tries), "largest": min(one.largest for one in tries),
                    "shift": max(one.shift for one in tries)}
                self.rows.append(best)
                print(
                    "  {page:24}{bytes:>8,}{requests:>7}{first:>8.0f}{largest:>8.0f}{shift:>7.3f}".format(**best),
                    flush=True)
        print(f"  (with {self.icon} bytes for the icon that browsers ask for)", flush=True)

    def _none_above(self, key, most):
        above = [f"{row['page']}: {row[key]}" for row in self.rows if row[key] > most]
        assert self.rows and not above, above

    @step
    def no_first_page_is_heavier_than_the_first_packets_of_a_line(self):
        self._none_above("bytes", MOST_BYTES)

    @step
    def no_first_page_asks_for_more_than_three_things(self):
        self._none_above("requests", MOST_REQUESTS)

    @step
    def every_first_page_is_painted_in_time_on_an_old_phone(self):
        self._none_above("first", FIRST_PAINT)
        self._none_above("largest", LARGEST_PAINT)

    @step
    def nothing_on_a_first_page_moves_once_it_is_painted(self):
        self._none_above("shift", SHIFT)


def main():
    options = options_of(__doc__)
    with service(options, "--demo") as server, chromium() as browser:
        return run("weight", [Weighing(browser, server)], options.output)


if __name__ == "__main__":
    sys.exit(main())
