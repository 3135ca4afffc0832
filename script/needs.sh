# What Earshot needs from the system, for the scripts beside this file. Says what it installs before it does, and is
# silent when nothing is missing.

need_swift() {
    if ! command -v swift >/dev/null; then
        echo "Swift 6.2 or later is not on the PATH. Install it from swift.org, then run this again." >&2
        exit 69
    fi
}

# need_packages NAME…: Debian packages.
need_packages() {
    local missing=() name
    for name in "$@"; do
        if ! command -v dpkg-query >/dev/null; then
            echo "This is not Debian or Ubuntu: make sure that you have what these packages hold: $*" >&2
            return
        fi
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "Installing from Debian: ${missing[*]}" >&2
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "You are not root and there is no sudo. Install these packages, then run this again." >&2
            exit 69
        fi
        as_root=(sudo)
    fi
    local quiet=(-o DPkg::Lock::Timeout=900 -qq)
    quietly "${as_root[@]}" apt-get "${quiet[@]}" update
    quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${quiet[@]}" install -y \
        --no-install-recommends "${missing[@]}"
}

# need_python NAME…: packages from PyPI, in the project's own .venv.
need_python() {
    if [ ! -x .venv/bin/python ]; then
        echo "Making .venv, the project's own Python environment" >&2
        python3 -m venv .venv
    fi
    local missing=() name
    for name in "$@"; do
        .venv/bin/python -m pip show -q "$name" >/dev/null 2>&1 || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "Installing from PyPI into .venv: ${missing[*]}" >&2
    .venv/bin/python -m pip install -q --disable-pip-version-check "${missing[@]}"
}

# quietly COMMAND…: shows what the command printed only when it fails.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        local code=$?
        cat "$log" >&2
        rm -f "$log"
        return $code
    fi
}
