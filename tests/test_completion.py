"""What an editor offers while a line is being written, without running it."""

from __future__ import annotations

from pathlib import Path

import jedi
import pytest

import natopa_declarations as natopa

IMPORTS = "import natopa_declarations as natopa\nfrom natopa_declarations import errors, model\n"
PROJECT = jedi.Project(Path(natopa.__file__).parent.parent)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("natopa.lo", "load"),
        ("natopa.NotF", "NotFoundError"),
        ("model.Sea", "Season"),
        ("errors.InvalidQ", "InvalidQueryError"),
        ("natopa.load().declara", "declarations"),
        ("natopa.load().clauses(ro", "role="),
        ("natopa.load().statements(spea", "speaker="),
        ("natopa.load().clause('489#lift-restrictions').word", "wordings"),
    ],
)
def test_editors_complete_names_filters_and_fields(line: str, offered: str) -> None:
    """The lazy face hides nothing from an editor that reads the code and does not run it."""
    script = jedi.Script(f"{IMPORTS}{line}", project=PROJECT)
    assert offered in [completion.name for completion in script.complete()]
