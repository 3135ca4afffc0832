"""Sending twice, sending again on a lost line, and a form that is too old: each ends with one concern and one receipt."""

import http.client
import re
import socket
import sys
import time
import urllib.parse

from chromium import Visitor, chromium
from moderator import Moderator
from pages import write
from service import service
from walk import Walk, options_of, run, step


class Sending(Walk):
    def __init__(self, browser, server):
        self.server = server
        self.moderator = Moderator(browser, server)
        self.visitor = Visitor(browser, server)
        self.page = self.visitor.page
        self.before = set(self.moderator.addresses())

    def _post(self, fields):
        """Sends a form as a script would, and gives the answer's status and text."""
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        line.request("POST", "/tell", urllib.parse.urlencode(fields), {
            "Content-Type": "application/x-www-form-urlencoded"})
        answer = line.getresponse()
        return answer.status, answer.read().decode()

    def _token(self):
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        line.request("GET", "/tell")
        return re.search(r'name="token" value="([^"]+)"', line.getresponse().read().decode())[1]

    def _receipt_in(self, text):
        return re.search(r'id="receipt"[^>]*>([^<]+)<', text)[1]

    def _check_one_concern(self, words):
        """What has come to the desk since the last time is one concern, and it holds the words."""
        now = set(self.moderator.addresses())
        new, self.before = now - self.before, now
        assert len(new) == 1, f"{len(new)} concerns"
        assert self.moderator.find(words, among=new) == list(new)

    @step
    def an_impatient_thumb_makes_one_concern(self):
        write(self.visitor, "the first of two presses")
        self.visitor.wait_as_people_do()
        # Both presses are on their way before the first is answered.
        self.page.dblclick("#send", no_wait_after=True)
        self.page.wait_for_selector("#receipt")
        self.page.wait_for_timeout(1000)
        assert len(self.page.inner_text("#receipt").split()) == 7
        self._check_one_concern("the first of two presses")

    @step
    def sending_the_same_form_again_after_back_shows_the_same_receipt(self):
        write(self.visitor, "sent, gone back, sent again")
        token = self.page.input_value("[name=token]")
        self.visitor.send()
        receipt = self.page.inner_text("#receipt")
        self.page.go_back()
        # The page is fetched anew, so that no word comes back; another browser would still hold the same form.
        self.page.fill("#message", "sent, gone back, sent again")
        self.page.evaluate("token => {document.querySelector('[name=token]').value = token}", token)
        self.visitor.send()
        assert self.page.inner_text("#receipt") == receipt
        self._check_one_concern("sent, gone back, sent again")

    @step
    def the_same_form_with_other_words_is_offered_again(self):
        token = self._token()
        time.sleep(3.2)
        status, first = self._post({"token": token, "message": "these were the words"})
        assert status == 200
        status, text = self._post({"token": token, "message": "and these are others"})
        assert status == 422 and "and these are others" in text and "id=\"receipt\"" not in text
        assert self._receipt_in(self._post({"token": token, "message": "these were the words"})[1]) == \
            self._receipt_in(first)
        self._check_one_concern("these were the words")

    @step
    def a_line_that_breaks_before_the_answer_loses_nothing_and_doubles_nothing(self):
        fields = {"token": self._token(), "message": "my train went into a tunnel"}
        body = urllib.parse.urlencode(fields).encode()
        time.sleep(3.2)
        line = socket.create_connection(("127.0.0.1", self.server.port))
        line.sendall(
            b"POST /tell HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body) + body)
        time.sleep(0.1)
        # With this option the line is torn down and not closed in order.
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        line.close()
        time.sleep(1)
        status, text = self._post(fields)
        assert status == 200
        assert self._receipt_in(text) == self._receipt_in(self._post(fields)[1])
        self._check_one_concern("my train went into a tunnel")

    @step
    def a_form_without_its_token_is_offered_again_and_then_makes_one_concern(self):
        status, text = self._post({"message": "from a page that was open for days", "token": "6b0640fd.00.00"})
        assert status == 422 and "from a page that was open for days" in text, status
        token = re.search(r'name="token" value="([^"]+)"', text)[1]
        time.sleep(3.2)
        status, text = self._post({"message": "from a page that was open for days", "token": token})
        assert status == 200 and len(self._receipt_in(text).split()) == 7
        self._check_one_concern("from a page that was open for days")

    @step
    def one_post_with_all_answers_always_works(self):
        token = self._token()
        time.sleep(3.2)
        status, text = self._post([
            ("token", token), ("message", "all in one go"), ("authority", "E08000028"), ("area", "looked-after"),
            ("area", "listened-to"), ("who", "in-care"), ("age_band", "11-15"), ("share", "words"), ("language", "pl")])
        assert status == 200 and len(self._receipt_in(text).split()) == 7
        self._check_one_concern("all in one go")


def main():
    options = options_of(__doc__)
    with service(options, "--demo") as server, chromium() as browser:
        return run("sending", [Sending(browser, server)], options.output)


if __name__ == "__main__":
    sys.exit(main())
