"""The site in a browser, from the file system: it fits, the keyboard reaches it, search works."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser, Page, Request

PAGES = ["index", "tutorial", "how-to/pin-and-verify", "reference/api/loading",
         "record/sessions/2024-spring", "record/texts/419", "record/texts/490",
         "record/timeline", "record/statements", "record/sources/agency"]  # fmt: skip
"""One page of each layout, and none that is longer than it needs to be: axe reads every word."""

SCREENS = [(375, "light"), (1280, "dark")]
MOST_SCREENS = 8
"""How many screens of 1280 by 900 a page that is not a list may have."""
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


@pytest.fixture(scope="module")
def window(browser: Browser) -> Page:
    """Return the one window in which all pages are opened."""
    return browser.new_context().new_page()


def opened(window: Page, build: Path, name: str, width: int, scheme: str = "light") -> Page:
    """Open a page of the site; whatever it asks for must be a file of the site."""
    window.set_viewport_size({"width": width, "height": 900})
    window.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    window.on("request", note)
    file, _, more = name.partition("?")
    file, mark, place = file.partition("#")
    address = (build / f"{file}.html").as_uri() + mark + place
    # The same page with another place would not be loaded again.
    window.goto("about:blank")
    window.goto(f"{address}?{more}" if more else address)
    window.wait_for_load_state()
    window.remove_listener("request", note)
    assert [url for url in asked if not url.startswith((build.as_uri(), "about:"))] == []
    return window


def serious(page: Page, **options: object) -> list[tuple[str, str]]:
    """Return what axe finds that is serious or critical."""
    from axe_playwright_python.sync_playwright import Axe

    # Axe would read the styles again, which a browser refuses for files.
    found = Axe().run(page, options={"preload": False, **options}).response["violations"]
    return [
        (finding["id"], finding["nodes"][0]["html"])
        for finding in found
        if finding["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_has_no_serious_finding(window: Page, build: Path, name: str) -> None:
    """The page does not scroll sideways, and axe finds nothing serious or critical.

    What depends on the colours alone is looked at in both schemes.
    """
    for width, scheme in SCREENS:
        page = opened(window, build, name, width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        rules = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
        assert serious(page, **rules) == []


@pytest.mark.parametrize(
    "name",
    ["record/texts/489", "record/texts/490", "record/sessions/2024-spring", "record/coverage",
     "record/timeline", "record/persons/michal-szczerba"],
)  # fmt: skip
def test_a_page_is_not_too_long(window: Page, build: Path, name: str) -> None:
    """What is looked up and not read is folded."""
    page = opened(window, build, name, 1280)
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_SCREENS * 900


@pytest.mark.parametrize("width", [375, 1280])
def test_the_famous_sentence_is_in_the_first_screen(window: Page, build: Path, width: int) -> None:
    """Nobody has to scroll for what Declaration 489 is known for."""
    page = opened(window, build, "record/texts/489", width)
    quote = page.locator("blockquote", has_text="lifting some restrictions").first
    box = quote.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 900


def test_a_place_in_a_folded_part_is_shown(window: Page, build: Path) -> None:
    """An address that leads into a folded part opens it; the others stay folded."""
    page = opened(window, build, "record/texts/489#record-489-at-draft", 1280)
    assert page.get_by_role("heading", name="The draft").is_visible()
    assert page.locator("details.folded[open]").count() == 1
    assert page.locator("details.folded:not([open])").count() >= 2
    assert not page.locator("aside.footnote").first.is_visible()
    page.locator("a.footnote-reference").first.click()
    assert page.locator("aside.footnote").first.is_visible()


def test_lists_sort_and_filter(window: Page, build: Path) -> None:
    """By the keyboard too, and dates as dates; a filter says how many rows are left."""
    page = opened(window, build, "record/texts", 1280)
    first = "document.querySelector('article tbody tr').innerText.replace(/\\s+/g, ' ')"
    page.get_by_role("button", name="Adopted").focus()
    page.keyboard.press("Enter")
    oldest = str(page.evaluate(first))
    page.keyboard.press("Enter")
    newest = str(page.evaluate(first))
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Adopted")
    assert "2000" in oldest
    assert "2025" in newest
    page.get_by_label("Only rows with").fill("ukraine VICTORY")
    shown = page.locator("article tbody tr:visible")
    titles = shown.all_inner_texts()
    assert titles
    assert all("ukraine" in title.casefold() for title in titles)
    assert any("Standing with Ukraine until Victory" in title for title in titles)
    assert page.locator("label.filter output").inner_text() == f"{len(titles)} of 145"
    assert serious(page) == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("489", "Declaration 489"),
        ("Declaration 489", "Declaration 489"),
        ("resolution 503", "Resolution 503"),
        ("standing with ukraine until victory", "Declaration 489"),
        ("spring 2024", "Sofia, spring session 2024"),
        ("Sofia 2024", "Sofia, spring session 2024"),
        ("szczerba", "Micha\u0142 Szczerba"),
        ("montreal", "Montr\u00e9al, annual session 2024"),
    ],
)
def test_the_search_finds_names_first(window: Page, build: Path, query: str, first: str) -> None:
    """Numbers, titles, sessions and persons stand before the pages that have the words."""
    page = opened(window, build, f"search?q={query}", 1280)
    link = page.locator("#named-results a").first
    assert link.inner_text().startswith(first)
    assert (build / str(link.get_attribute("href"))).is_file()


def test_each_page_says_what_it_is_and_of_which_release(window: Page, build: Path) -> None:
    """A description, an icon, and the release with its day."""
    newest = natopa.releases()[-1].version
    for name in PAGES:
        page = opened(window, build, name, 1280)
        assert page.locator("meta[name=description]").count() == 1
        assert len(str(page.locator("meta[name=description]").get_attribute("content"))) > 40
        assert page.locator("link[rel~=icon]").count() == 1
        assert f"Data release {newest} of " in page.locator("p.release").inner_text()


def test_axe_sees_what_is_wrong(window: Page, build: Path) -> None:
    """The check itself is checked: a picture without words and pale words are findings."""
    page = opened(window, build, "explanation/index", 1280)
    page.evaluate(
        "document.querySelector('article').append(new Image());"
        "document.querySelector('article h1').style.color = '#ddd'"
    )
    assert "image-alt" in {name for name, _ in serious(page)}
    pale = {name for name, _ in serious(page, runOnly=["color-contrast"])}
    assert pale == {"color-contrast"}


@pytest.mark.parametrize("width", [375, 1280])
def test_the_keyboard_reaches_the_content(window: Page, build: Path, width: int) -> None:
    """The first stop skips to the content; links, tables and code can be reached and are shown."""
    inside = stops_inside(window, build, "record/sessions/2024-spring", width)
    inside += stops_inside(window, build, "record/timeline", width)
    assert {"A", "DIV", "PRE"} <= {stop[0] for stop in inside}
    assert all(stop[3] for stop in inside)


def stops_inside(window: Page, build: Path, name: str, width: int) -> list[list[Any]]:
    """Return where the keyboard stops in the content of a page, which it can skip to."""
    page = opened(window, build, name, width)
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
    assert "skip" in str(stops[0][1])
    return [stop for stop in stops if stop[2]]


def test_the_search_works_from_the_file_system(window: Page, build: Path) -> None:
    """A word of a title finds the page of the text."""
    page = opened(window, build, "search", 1280)
    page.fill(".sidebar-search", "victory")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li a")
    found = page.eval_on_selector_all("#search-results li a", "all => all.map(a => a.href)")
    assert any("record/texts/489.html" in address for address in found)


def test_the_timeline_is_seen_in_light_and_dark(window: Page, build: Path) -> None:
    """The bars of the timeline are letters, and do not have the colour of the page."""
    colours = {}
    for scheme in ("light", "dark"):
        page = opened(window, build, "record/timeline", 1280, scheme)
        colours[scheme] = page.evaluate(
            "[getComputedStyle(document.querySelector('.table-wrapper td p')).color,"
            " getComputedStyle(document.body).backgroundColor]"
        )
    assert colours["light"] != colours["dark"]
    assert all(words != ground for words, ground in colours.values())
