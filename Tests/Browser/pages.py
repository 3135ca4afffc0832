"""Every page that a young person can meet, reached as they reach it: by opening, typing and pressing."""

INADEQUATE, OTHER_COUNCIL, FORMER = "E10000008", "E09000001", "E10000006"
WITH_VOICES = "E06000001"

# What there is to open; the page of an address that has nothing comes last.
ADDRESSES = {
    "home": "/", "tell": "/tell", "look": "/receipt", "councils": "/councils",
    "council": f"/councils/{INADEQUATE}", "council-other": f"/councils/{OTHER_COUNCIL}",
    "council-voices": f"/councils/{WITH_VOICES}", "council-former": f"/councils/{FORMER}", "help": "/help-now",
    "stay-safe": "/stay-safe", "privacy": "/privacy", "languages": "/languages", "paper": "/paper",
    "poster": f"/councils/{INADEQUATE}/poster", "nothing": "/nothing-here",
}
# Where a first visit may begin: from a link, a search or the code on a poster, which itself is printed by grown-ups.
FIRST = [name for name in ADDRESSES if name not in ("poster", "nothing")]

CALM = "they moved me again and nobody asked what i want"
DANGER = "he has a knife and he is outside my door right now please help"
# The questions in their order, and the button that leads on to the next.
STEPS = ["about", "council", "who", "age", "share", "check"]


def plain_pages(visitor, root=""):
    """Opens each address and yields its name."""
    for name, address in ADDRESSES.items():
        visitor.open(root + address)
        yield name


def next_button(step, skip=False):
    skips = "[name=skip]" if skip else ":not([name=skip])"
    return f'button[formaction$="/tell/{step}"]{skips}'


def press(visitor, selector):
    """Presses a button that sends a form, and waits for the page that answers."""
    with visitor.page.expect_navigation():
        visitor.page.click(selector)


def write(visitor, words, root=""):
    visitor.open(f"{root}/tell")
    visitor.page.fill("#message", words)


def asked_pages(visitor, root=""):
    """The questions one by one, with a town that has to be asked back, to the page that shows all answers."""
    page = visitor.page
    write(visitor, CALM, root)
    press(visitor, next_button("about"))
    yield "about"
    page.check("#area")
    press(visitor, next_button("council"))
    yield "question-council"
    page.fill("#council", "Newcastle")
    press(visitor, next_button("who"))
    yield "council-asked-back"
    page.check("#authority")
    press(visitor, next_button("who"))
    for step in STEPS[3:]:
        yield f"question-{STEPS[STEPS.index(step) - 1]}"
        press(visitor, next_button(step))
    yield "check"


def answer_pages(visitor, root=""):
    """What is answered to forms: refusals, the seven words, and what lies behind them."""
    page = visitor.page
    write(visitor, "  ", root)
    visitor.send()
    yield "refused-empty"
    danger_beside_empty_words(visitor, root)
    yield "refused-danger"
    write(visitor, DANGER, root)
    visitor.send()
    yield "sent-danger"
    write(visitor, CALM, root)
    visitor.send()
    yield "sent"
    receipt = page.inner_text("#receipt")
    look_up(visitor, "such words nobody ever got from us", root)
    yield "look-unknown"
    look_up(visitor, receipt, root)
    yield "thread"
    page.fill("#message", "")
    press(visitor, "form[action$='/add'] button")
    yield "add-empty"
    page.fill("#message", "and they have a knife and will kill me tonight")
    press(visitor, "form[action$='/add'] button")
    yield "added-danger"
    page.click("summary")
    yield "withdraw-open"
    press(visitor, "form[action$='/withdraw'] button")
    yield "withdrawn"
    for name, typed in [("found-several", "Newcastle"), ("found-none", "nowhereville")]:
        visitor.open(f"{root}/councils")
        page.fill("#council", typed)
        press(visitor, "main form button")
        yield name


def danger_beside_empty_words(visitor, root=""):
    """Danger typed where the council is asked for, then no words at all: the form is refused."""
    write(visitor, CALM, root)
    press(visitor, next_button("about"))
    press(visitor, next_button("council"))
    visitor.page.fill("#council", DANGER)
    press(visitor, next_button("about"))
    press(visitor, next_button("words"))
    visitor.page.fill("#message", "")
    visitor.send()


def look_up(visitor, receipt, root=""):
    visitor.open(f"{root}/receipt")
    visitor.page.fill("#typed", receipt)
    press(visitor, "main form button")


def all_pages(visitor, root=""):
    yield from plain_pages(visitor, root)
    yield from asked_pages(visitor, root)
    yield from answer_pages(visitor, root)
