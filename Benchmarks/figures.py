"""Prints Earshot's figures of speed and memory, each with how it was taken."""

import argparse
import http.client
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.parse

SECONDS = 15
CONNECTIONS = 64
# More forms than can be sent in the time.
TOKENS = 40_000
MESSAGE = "my social worker never rings back and nobody asked me before they moved me again. " * 3

WRK = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.body = [[%s]]
local tokens = [[%s]]
if tokens ~= "" then
  -- Each form is sent once: sent again, it is the same message and costs less.
  local nextToken = io.lines(tokens)
  request = function()
    local token = nextToken()
    if token == nil then wrk.thread:stop() return wrk.format() end
    return wrk.format(nil, nil, nil, wrk.body .. "&token=" .. token)
  end
end
function done(summary, latency, requests)
  io.write(string.format("FIGURES %%f %%f %%f %%d %%d\\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def start(arguments, waits_for):
    """Starts a server; gives the process, its port's line and the seconds until it listened."""
    began = time.monotonic()
    server = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env={**os.environ, "EARSHOT_DATA": ""})
    printed = []
    for line in server.stderr:
        printed.append(line)
        if waits_for in line:
            return server, "".join(printed), time.monotonic() - began
    raise SystemExit(f"{arguments[0]} did not start:\n{''.join(printed)}")


def stop(server):
    server.send_signal(signal.SIGTERM)
    server.wait(30)


def load(port, body, tokens=""):
    script = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
    script.write(WRK % (body, tokens))
    script.close()
    printed = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "10s", "-s", script.name,
         f"http://127.0.0.1:{port}/tell"], capture_output=True, text=True, check=True).stdout
    rate, median, p99, refused, broken = re.search(
        r"FIGURES (\S+) (\S+) (\S+) (\d+) (\d+)", printed).groups()
    return float(rate), float(median), float(p99), int(refused), int(broken)


def get(port, path, cookie=""):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), answer


def median_of(port, path, cookie="", times=60):
    took = []
    for _ in range(times):
        began = time.monotonic()
        status, _, _ = get(port, path, cookie)
        took.append((time.monotonic() - began) * 1000)
        assert status == 200, (path, status)
    return statistics.median(took[5:])


def sign_in(earshot, port, name, password, secret):
    code = subprocess.run([earshot, "account", "code", secret], capture_output=True, text=True).stdout.strip()
    body = urllib.parse.urlencode({"name": name, "password": password, "code": code})
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", "/sign-in", body, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 303, f"sign-in as {name}: {answer.status}"
    return answer.getheader("Set-Cookie").split(";")[0]


def resident(server):
    status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def fresh_tokens(port, count):
    """The tokens of so many forms, fetched as browsers fetch them."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for _ in range(count):
        connection.request("GET", "/tell")
        page = connection.getresponse().read().decode()
        yield re.search(r'name="token" value="([^"]+)"', page).group(1)


def submissions(earshot, bare, folder):
    server, _, _ = start([bare, str(folder), "8099"], "listening")
    bare_rate, bare_median, bare_p99, *_ = load(8099, "message=" + urllib.parse.quote_plus(MESSAGE))
    stop(server)
    server, printed, _ = start(
        [earshot, "serve", "--port", "0", "--limits", "relaxed", "--data", str(folder / "load")], "listening on")
    port = int(re.search(r"listening on http://\S+:(\d+)", printed).group(1))
    tokens = folder / "tokens"
    tokens.write_text("".join(token + "\n" for token in fresh_tokens(port, TOKENS)))
    body = urllib.parse.urlencode({"message": MESSAGE, "authority": "E08000028", "share": "words"})
    rate, median, p99, refused, broken = load(port, body, tokens)
    stop(server)
    print(f"bare loop          {bare_rate:8.0f}/s   median {bare_median:6.1f} ms   p99 {bare_p99:6.1f} ms")
    print(f"submissions        {rate:8.0f}/s   median {median:6.1f} ms   p99 {p99:6.1f} ms"
          f"   refused {refused}, broken {broken}")
    print(f"ratio              {rate / bare_rate:8.2f}      (submissions by bare loop)")


def demonstration(earshot, folder):
    data = str(folder / "demonstration")
    server, printed, filled = start([earshot, "serve", "--demo", "--port", "0", "--data", data], "listening on")
    stop(server)
    print(f"--demo from empty  {filled:8.1f} s")
    starts = []
    for _ in range(5):
        server, again, took = start([earshot, "serve", "--port", "0", "--data", data], "listening on")
        starts.append(took)
        if len(starts) < 5:
            stop(server)
    print(f"start, filled      {statistics.median(starts):8.2f} s")
    port = int(re.search(r"listening on http://\S+:(\d+)", again).group(1))
    time.sleep(2)
    print(f"resident, idle     {resident(server):8.0f} MiB")
    accounts = {
        name: (password, secret) for name, password, secret in re.findall(
            r"^(\w+) \([\w-]+\)\s+password\s+(\S+)\s+second factor\s+(\S+)", printed, re.M)}
    for path in ["/", "/tell", "/councils", "/councils/E08000028"]:
        print(f"{path:30}  {median_of(port, path):6.1f} ms median")
    for name, paths in {
        "morgan": ["/desk"], "ines": ["/intelligence", "/intelligence?words=moved", "/intelligence/E08000028"],
        "pat": ["/planning", "/planning/E10000008"],
    }.items():
        cookie = sign_in(earshot, port, name, *accounts[name])
        for path in paths:
            print(f"{path:30}  {median_of(port, path, cookie):6.1f} ms median")
        if name == "morgan":
            _, page, _ = get(port, "/desk", cookie)
            concern = re.search(r"/desk/([a-z2-7]{26})", page).group(0)
            print(f"{'/desk/(a concern)':30}  {median_of(port, concern, cookie):6.1f} ms median")
    print(f"resident, used     {resident(server):8.0f} MiB")
    stop(server)
    took = []
    for _ in range(5):
        began = time.monotonic()
        subprocess.run([earshot, "brief", "E10000008", "--data", data], capture_output=True, check=True)
        took.append(time.monotonic() - began)
    print(f"earshot brief      {statistics.median(took) * 1000:8.0f} ms   (a whole process)")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--earshot", required=True)
    parser.add_argument("--bare", required=True)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="earshot-bench-"))
    try:
        print(f"{os.cpu_count()} cores, {CONNECTIONS} connections, {SECONDS} s each")
        submissions(options.earshot, options.bare, folder)
        demonstration(options.earshot, folder)
    finally:
        shutil.rmtree(folder)


main()
