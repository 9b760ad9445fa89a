"""What a fork beside other threads waits for: that none of them imports a module or asks SQLite.

A fork copies locks as they are, and not the threads that would release them; a lock of Python's
own on a module would then stay closed in the child for ever.  Most modules of this package are
imported when a question first needs them, so before such a fork all of them are.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from threading import RLock
    from typing import Any

_PACKAGE = __name__.rpartition(".")[0]
ENTRANCES = (
    "_codec.writing", "_compare.changes", "_corpus.comparing", "_corpus.coverage",
    "_corpus.filters", "_corpus.locating", "_corpus.offices", "_corpus.vocabularies",
    "_locate.articles", "_locate.indexed", "_locate.mentions", "_search.forks",
    "_show.html", "_show.notebook", "_store.advisories", "export.record_tables",
    "export.text_tables", "export.word_tables",
    *[f"export.{name}" for name in ("bibtex", "citing", "csl_json", "ris", "sentence", "tables")],
)  # fmt: skip
"""The modules that a first question imports; they import the others."""
OTHERS = ("attrs", "difflib", "sqlite3")
"""Modules of others that the package imports when it needs them."""


def import_all() -> None:
    """Import every module that a question to a corpus may import."""
    model: Any = __import__(f"{_PACKAGE}.model", fromlist=["model"])
    for name in model.__all__:
        getattr(model, name)
    for module in (*[f"{_PACKAGE}.{name}" for name in ENTRANCES], *OTHERS):
        try:
            __import__(module)
        except ImportError:
            # Whoever asks for what needs it is told.
            continue


_held: list[RLock] = []


def _before() -> None:
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        import_all()
        from ._search.forks import SQLITE

        SQLITE.acquire()
        _held.append(SQLITE)


def _after() -> None:
    while _held:
        _held.pop().release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before, after_in_parent=_after, after_in_child=_after)
