"""Steps with names, one after the other, and the report of them that `script/totals.py` counts."""

import argparse
import pathlib
import sys
import time
import traceback
import xml.sax.saxutils as escape


def step(function):
    """Marks a method of a walk as one of its steps; its name says what is true when it passes."""
    function.is_step = True
    return function


class Walk:
    """The steps, in order; a later one may use what an earlier one found."""

    # What tells this walk from others with the same steps, such as the language.
    variant = ""

    def steps(self):
        for kind in reversed(type(self).__mro__):
            for name, value in vars(kind).items():
                if getattr(value, "is_step", False):
                    yield name, getattr(self, name)


def options_of(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--earshot", required=True, help="the program")
    parser.add_argument("--output", required=True, help="where screenshots and the report go")
    parser.add_argument("--web", help="a copy of the folder Web/; the program's own without it")
    parser.add_argument("--few", action="store_true", help="fewer ways through the same steps, where a walk has several")
    options = parser.parse_args()
    options.output = pathlib.Path(options.output)
    options.output.mkdir(exist_ok=True)
    return options


def run(name, walks, output):
    """Runs every step of every walk, also after one has failed, and leaves `tests-NAME.xml`.

    Answers 1 when one failed, else 0.
    """
    results = []
    for walk in walks:
        for key, act in walk.steps():
            title = key.replace("_", " ") + (f" ({walk.variant})" if walk.variant else "")
            began, failure = time.monotonic(), ""
            try:
                act()
            except Exception:
                failure = traceback.format_exc(limit=-3)
            results.append((title, time.monotonic() - began, failure))
            print(f"{'FAILED' if failure else 'passed'}: {title} ({results[-1][1]:.1f} s)", flush=True)
            if failure:
                print(failure, file=sys.stderr, flush=True)
    cases = "".join(
        f'<testcase classname={escape.quoteattr(name)} name={escape.quoteattr(title)} time="{took:.2f}">'
        + (f"<failure>{escape.escape(failure)}</failure>" if failure else "") + "</testcase>"
        for title, took, failure in results)
    (output / f"tests-{name}.xml").write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")
    return 1 if any(failure for _, _, failure in results) else 0
