"""The site in a browser, from the file system: it fits, the keyboard reaches it, search works."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser, Page

PAGES = ["index", "tutorial", "how-to/pin-and-verify", "reference/api/loading",
         "record/sessions/2024-spring", "record/texts/419", "record/texts/490",
         "record/timeline", "record/statements", "record/sources/agency"]  # fmt: skip
"""One page of each layout, and none that is longer than it needs to be: axe reads every word."""

SCREENS = [(375, "light"), (1280, "dark")]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
             "--disable-background-networking", "--disable-component-update"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine."""
    from playwright import sync_api as playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


def opened(browser: Browser, build: Path, name: str, width: int, scheme: str = "light") -> Page:
    """Open a page of the site; whatever it asks for must be a file of the site."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((build / f"{name}.html").as_uri())
    page.wait_for_load_state()
    assert [url for url in asked if not url.startswith(build.as_uri())] == []
    return page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_page_fits_and_has_no_serious_finding(
    browser: Browser, build: Path, name: str, width: int, scheme: str
) -> None:
    """The page does not scroll sideways, and axe finds nothing serious or critical."""
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, build, name, width, scheme)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    # Axe would read the styles again, which a browser refuses for files.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    serious = [
        (finding["id"], finding["nodes"][0]["html"])
        for finding in found
        if finding["impact"] in {"serious", "critical"}
    ]
    page.context.close()
    assert serious == []


def test_axe_sees_what_is_wrong(browser: Browser, build: Path) -> None:
    """The check itself is checked: a picture without words is a finding."""
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, build, "faq", 1280)
    page.evaluate("document.querySelector('article').append(new Image())")
    found = Axe().run(page, options={"preload": False}).response["violations"]
    page.context.close()
    assert "image-alt" in {finding["id"] for finding in found}


@pytest.mark.parametrize("width", [375, 1280])
def test_the_keyboard_reaches_the_content(browser: Browser, build: Path, width: int) -> None:
    """The first stop skips to the content; links, tables and code can be reached and are shown."""
    inside = stops_inside(browser, build, "record/sessions/2024-spring", width)
    inside += stops_inside(browser, build, "record/timeline", width)
    assert {"A", "DIV", "PRE"} <= {stop[0] for stop in inside}
    assert all(stop[3] for stop in inside)


def stops_inside(browser: Browser, build: Path, name: str, width: int) -> list[list[Any]]:
    """Return where the keyboard stops in the content of a page, which it can skip to."""
    page = opened(browser, build, name, width)
    stops = []
    for _ in range(120):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                "(() => { const e = document.activeElement; return [e.tagName, e.className,"
                " e.closest('article') !== null, getComputedStyle(e).outlineStyle !== 'none'"
                " || getComputedStyle(e).boxShadow !== 'none']; })()"
            )
        )
    page.context.close()
    assert "skip" in str(stops[0][1])
    return [stop for stop in stops if stop[2]]


def test_the_search_works_from_the_file_system(browser: Browser, build: Path) -> None:
    """A word of a title finds the page of the text."""
    page = opened(browser, build, "search", 1280)
    page.fill(".sidebar-search", "victory")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li a")
    found = page.eval_on_selector_all("#search-results li a", "all => all.map(a => a.href)")
    page.context.close()
    assert any("record/texts/489.html" in address for address in found)


def test_the_timeline_is_seen_in_light_and_dark(browser: Browser, build: Path) -> None:
    """The bars of the timeline are letters, and do not have the colour of the page."""
    colours = {}
    for scheme in ("light", "dark"):
        page = opened(browser, build, "record/timeline", 1280, scheme)
        colours[scheme] = page.evaluate(
            "[getComputedStyle(document.querySelector('.table-wrapper td p')).color,"
            " getComputedStyle(document.body).backgroundColor]"
        )
        page.context.close()
    assert colours["light"] != colours["dark"]
    assert all(words != ground for words, ground in colours.values())
