"""The built site: every name, every link, and nothing from elsewhere."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

import natopa_declarations as natopa
from natopa_declarations import errors, model

from .conftest import ROOT

if TYPE_CHECKING:
    from typing import Any


class Links(HTMLParser):
    """The ids of a page, what it leads to, and what it needs to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.leads: list[str] = []
        self.needs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag names."""
        for name, value in attrs:
            if value is None:
                continue
            if name == "id":
                self.ids.append(value)
            elif name == "href" and tag == "a":
                self.leads.append(value)
            elif name in {"href", "src"}:
                self.needs.append(value)


def parsed(folder: Path) -> dict[Path, Links]:
    """Return what stands in each page of a site."""
    pages = {}
    for file in folder.rglob("*.html"):
        pages[file] = Links()
        pages[file].feed(file.read_text(encoding="utf-8"))
    return pages


@pytest.fixture(scope="session")
def pages_of_site(build: Path) -> dict[Path, Links]:
    """Return what stands in each page of the site, read once."""
    return parsed(build)


def broken(pages: dict[Path, Links]) -> list[str]:
    """Say which links of these pages lead nowhere."""
    found = []
    known = {file: frozenset(page.ids) for file, page in pages.items()}
    goals: dict[Path, bool] = {}
    for file, page in pages.items():
        for link in [*page.leads, *page.needs]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            goal = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if goal not in goals:
                goals[goal] = goal.is_file()
            if not goals[goal]:
                found.append(f"{file.name}: {link}")
            elif parts.fragment and goal in pages:
                # The theme leads to the top of the page by a mark that it makes with a script.
                wanted = unquote(parts.fragment)
                if wanted and wanted not in known[goal]:
                    found.append(f"{file.name}: {link}")
    return found


def test_every_local_link_leads_somewhere(pages_of_site: dict[Path, Links]) -> None:
    """Files and places in them, in every page of the site."""
    assert len(pages_of_site) > 150
    assert broken(pages_of_site) == []


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    """The check itself is checked."""
    (tmp_path / "a.html").write_text(
        '<a id="x" href="b.html">b</a> <a href="#y">y</a> <a href="a.html#x">x</a>'
        ' <script src="c.js"></script>',
        encoding="utf-8",
    )
    assert broken(parsed(tmp_path)) == ["a.html: b.html", "a.html: #y", "a.html: c.js"]


def test_no_page_needs_anything_from_elsewhere(
    build: Path, pages_of_site: dict[Path, Links]
) -> None:
    """Styles, scripts and pictures are files of the site, and the styles import nothing."""
    for page in pages_of_site.values():
        for link in page.needs:
            assert not urlsplit(link).netloc, link
    for style in build.rglob("*.css"):
        words = style.read_text(encoding="utf-8")
        assert "@import" not in words
        assert "url(http" not in words
        assert "@font-face" not in words


def test_ids_are_unique_within_a_page(pages_of_site: dict[Path, Links]) -> None:
    """Or a link to the second of them would lead to the first."""
    for file, page in pages_of_site.items():
        twice = [name for name, times in Counter(page.ids).items() if times > 1]
        assert not twice, file.name


def test_the_inventory_has_every_public_name(build: Path) -> None:
    """`objects.inv` leads to each name of `__all__`, under the name of its package."""
    from sphinx.util.inventory import InventoryFile

    with (build / "objects.inv").open("rb") as file:
        inventory: Any = InventoryFile.load(
            file, "https://docs.example", lambda *parts: "/".join(parts)
        )
    names = {name for kind, found in inventory.items() if kind.startswith("py:") for name in found}
    wanted = {
        f"{package.__name__}.{name}"
        for package in (errors, model, natopa)
        for name in vars(package)["__all__"]
        if package is natopa or name not in dir(natopa)
    }
    assert wanted - names == set()
    # The private homes of classes stand there too, so that others can link what they see.
    public = {name for name in names if not name.startswith("natopa_declarations._")}
    assert not [name for name in public if "._" in name]
    methods = {f"natopa_declarations.Corpus.{name}" for name in dir(natopa.Corpus)}
    hidden = {name for name in methods if name.rpartition(".")[2].startswith("_")}
    assert methods - hidden - names == set()
    assert "natopa_declarations.Clause.wordings" in names


def test_two_builds_are_the_same(build: Path, tmp_path: Path) -> None:
    """Every file of the site has the same bytes, built again and in another folder."""
    command = [sys.executable, "-m", "sphinx", "-E", "-q", "docs", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert digests(tmp_path) == digests(build)


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file of a site, but for what Sphinx keeps for itself."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and ".doctrees" not in file.parts and file.name != ".buildinfo"
    }


@pytest.mark.parametrize("name", ["sessions/2024-spring", "texts/489", "claims", "timeline"])
def test_the_main_pages_are_there(build: Path, name: str) -> None:
    """At the addresses that others may link to."""
    assert (build / "record" / f"{name}.html").is_file()
