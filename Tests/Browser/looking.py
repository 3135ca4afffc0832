"""A staff page looked at: photographed, measured, and read by axe-core, on a desk and as narrow as a phone."""

from axe_playwright_python.sync_playwright import Axe

from access import TAGS
from chromium import DESK


def look(page, picture):
    """What axe finds and what does not fit; the pictures are called PICTURE-1280.png and PICTURE-320.png."""
    found = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=f"{picture}-{width}.png", full_page=True)
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
        for violation in result["violations"]:
            found.append((picture.name, width, violation["id"], [node["target"] for node in violation["nodes"][:3]]))
        wide, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if wide > window:
            found.append((picture.name, width, f"is {wide} wide"))
    page.set_viewport_size(DESK)
    # The staff's own scripts come from addresses of this service; young people's pages have none (Visitor.check_promises).
    assert page.locator("script:not([src^='/'])").count() == 0, picture.name
    kept = page.evaluate("[localStorage.length, sessionStorage.length]")
    assert kept == [0, 0], (picture.name, kept)
    return found
