"""What a watcher of the line learns from answers: bytes, packets and times, for receipts and for sends.

As root the loopback traffic itself is captured; else what the sender reads is counted.
"""

import concurrent.futures
import contextlib
import os
import random
import re
import socket
import statistics
import struct
import sys
import threading
import time
import urllib.parse

from pages import DANGER
from service import service
from two_samples import kolmogorov_smirnov
from walk import Walk, options_of, run, step

COUNT, AT_ONCE = 50, 10
# Four comparisons are made: by chance alone one in 250 runs would fail.
LEAST_CHANCE = 0.001
CALM_NOTE = "the new place is all right but nobody ever asks me about school"
# Timestamps of packets by the kernel, in nanoseconds (linux/asm-generic/socket.h).
SO_TIMESTAMPNS = 35
PACKET_OUTGOING = 4


class Capture:
    """All packets that the program sends over the loopback line, by the port they go to: when, and how many bytes."""

    def __init__(self, port):
        self.port, self.packets = port, {}
        self.line = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0800))
        self.line.bind(("lo", 0))
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
        self.line.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self.line.settimeout(0.2)
        self.is_over = False
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self):
        while not self.is_over:
            try:
                packet, extra, _, origin = self.line.recvmsg(128, 128)
            except TimeoutError:
                continue
            if origin[2] == PACKET_OUTGOING:
                continue  # Each passes the loopback line twice.
            head = 14 + (packet[14] & 15) * 4
            if packet[23] != socket.IPPROTO_TCP or len(packet) < head + 20:
                continue
            source, target = struct.unpack("!HH", packet[head:head + 4])
            length = struct.unpack("!H", packet[16:18])[0] - (head - 14) - (packet[head + 12] >> 4) * 4
            if self.port not in (source, target) or length <= 0:
                continue
            seconds, nanoseconds = struct.unpack("qq", extra[0][2])
            client = target if source == self.port else source
            # A machine that was held up sends a packet twice, under the same number: that is no more of an answer.
            number = (source, struct.unpack("!I", packet[head + 4:head + 8])[0])
            self.packets.setdefault(client, {}).setdefault(
                number, (seconds + nanoseconds / 1e9, source == self.port, length))

    def close(self):
        time.sleep(0.3)
        self.is_over = True
        self.thread.join()
        self.line.close()


class Seen:
    """One answer: its bytes, in how many packets, and how long after the last byte of the request it began."""

    def __init__(self, packets):
        asked = max(at for at, is_answer, _ in packets if not is_answer)
        answers = [(at, length) for at, is_answer, length in packets if is_answer]
        self.bytes, self.packets = sum(length for _, length in answers), len(answers)
        self.milliseconds = (min(at for at, _ in answers) - asked) * 1000


def request_for(path, fields):
    body = urllib.parse.urlencode(fields).encode()
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n").encode() + body


def exchange(port, request, held=None):
    """Sends a request on a line of its own; gives the line's port, the packets as the sender sees them, and the answer.

    Where it is given something to hold the line open, no later line gets the same port meanwhile.
    """
    with contextlib.ExitStack() as own:
        line = (held or own).enter_context(socket.create_connection(("127.0.0.1", port), timeout=60))
        line.sendall(request)
        seen, answer = [(time.time(), False, len(request))], b""
        while part := line.recv(1 << 20):
            seen.append((time.time(), True, len(part)))
            answer += part
        return line.getsockname()[1], seen, answer


class Wire(Walk):
    def __init__(self, server, others):
        self.server = server
        # Whole receipts that another service gave: nobody has them here.
        self.unknown = others
        self.known = []

    def _token(self):
        return re.search(rb'name="token" value="([^"]+)"', self.server.ask("/tell"))[1].decode()

    def _measure(self, kinds):
        """Sends all requests, those of each kind mixed with the others, a few at once; what was seen of each kind."""
        mixed = [(kind, request) for kind, requests in kinds.items() for request in requests]
        sizes = {len(request) for _, request in mixed}
        assert len(sizes) == 1, f"the requests are not of one size: {sizes}"
        random.Random(7).shuffle(mixed)
        with contextlib.ExitStack() as after:
            capture = Capture(self.server.port) if os.geteuid() == 0 else None
            if capture:
                after.callback(capture.close)
            with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as senders:
                done = list(senders.map(lambda one: exchange(self.server.port, one[1], held=after), mixed))
        found = {kind: [] for kind in kinds}
        for (kind, _), (client, packets, answer) in zip(mixed, done):
            found[kind].append((Seen(capture.packets[client].values() if capture else packets), answer))
        return found

    def _compare(self, found):
        """Prints what was seen, and fails when a watcher could tell the kinds apart."""
        print(f"  {'':16}{'answers':>8}{'bytes':>8}{'packets':>9}{'median ms':>11}{'p95 ms':>9}", flush=True)
        for kind, seen in found.items():
            times = sorted(one.milliseconds for one, _ in seen)
            print(
                f"  {kind:16}{len(seen):>8}{self._span(one.bytes for one, _ in seen):>8}"
                f"{self._span(one.packets for one, _ in seen):>9}{statistics.median(times):>11.2f}"
                f"{times[int(len(times) * 0.95)]:>9.2f}", flush=True)
        first, *rest = found
        told = []
        for other in rest:
            distance, chance = kolmogorov_smirnov(
                *([one.milliseconds for one, _ in found[kind]] for kind in (first, other)))
            print(f"  {first} and {other}: D = {distance:.2f}, p = {chance:.3f}", flush=True)
            if chance < LEAST_CHANCE:
                told.append((first, other, distance, chance))
        sizes = {one.bytes for seen in found.values() for one, _ in seen}
        assert len(sizes) == 1, f"sizes tell: {sizes}"
        assert not told, told

    @staticmethod
    def _span(values):
        values = sorted(set(values))
        return str(values[0]) if len(values) == 1 else f"{values[0]}-{values[-1]}"

    @step
    def danger_looks_on_the_line_like_any_other_message(self):
        tokens = [self._token() for _ in range(2 * COUNT)]
        time.sleep(3.2)

        def requests(words, tokens):
            return [
                request_for("/tell", {"token": token, "message": f"{words} {number:03}".ljust(120, ".")})
                for number, token in enumerate(tokens)]

        found = self._measure({
            "ordinary": requests(CALM_NOTE, tokens[:COUNT]), "danger": requests(DANGER, tokens[COUNT:])})
        leads = {kind: sum(b'class="danger"' in answer for _, answer in seen) for kind, seen in found.items()}
        assert leads == {"ordinary": 0, "danger": COUNT}, leads
        self.known = [self._receipt_in(answer) for seen in found.values() for _, answer in seen][:COUNT]
        self._compare(found)

    @staticmethod
    def _receipt_in(answer):
        return re.search(rb'id="receipt"[^>]*>([^<]+)<', answer)[1].decode()

    @step
    def a_known_receipt_an_unknown_one_and_a_typing_error_look_alike(self):
        def requests(receipts):
            return [request_for("/receipt", {"receipt": receipt.ljust(100)}) for receipt in receipts]

        mistyped = [" ".join(reversed(receipt.split())) for receipt in self.known]
        found = self._measure({
            "known": requests(self.known), "unknown": requests(self.unknown), "typing error": requests(mistyped)})
        opened = {kind: sum(b"We have your message" in answer for _, answer in seen) for kind, seen in found.items()}
        assert opened == {"known": COUNT, "unknown": 0, "typing error": 0}, opened
        self._compare(found)


def receipts_of(server):
    """As many receipts as are needed, from one-shot forms."""
    found = []
    for number in range(COUNT):
        token = re.search(rb'name="token" value="([^"]+)"', server.ask("/tell"))[1].decode()
        _, _, answer = exchange(server.port, request_for("/tell", {"token": token, "message": f"note {number}"}))
        found.append(Wire._receipt_in(answer))
    return found


def main():
    options = options_of(__doc__)
    with service(options, "--limits", "relaxed") as other:
        others = receipts_of(other)
    with service(options, "--demo") as server:
        return run("wire", [Wire(server, others)], options.output)


if __name__ == "__main__":
    sys.exit(main())
