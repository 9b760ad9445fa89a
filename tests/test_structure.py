"""The shape of the house: what imports what, and what importing costs."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import natopa_declarations as natopa
from tests.processes import printed_by

SOURCE = Path(natopa.__file__).parent
FLOORS = [
    ["__main__"],
    ["_cli"],
    ["_show"],
    ["__init__"],
    ["_compare"],
    ["_corpus"],
    ["_locate", "_search", "_store"],
    ["_codec"],
    ["model"],
    ["errors"],
]
"""The modules from the top of the house to the ground; imports point down only."""


EXCEPTIONS = {"_corpus imports _show", "model imports _show"}
"""Imports that point up: a notebook asks a value or a corpus how it is shown."""


def floor_of(name: str) -> int:
    """Return how far down a module or package stands."""
    return next(number for number, names in enumerate(FLOORS) if name in names)


def relative(source: str, level: int) -> set[str]:
    """Return what `source` imports when it runs from so many packages up."""
    found: set[str] = set()
    tree = ast.parse(source)
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and node.level == level
            and id(node) not in typing_only
        ):
            module = (node.module or "").partition(".")[0]
            found |= {module} if module else {alias.name for alias in node.names}
    return found


def siblings(source: str) -> set[str]:
    """Return the names of the modules beside it that `source` imports when it runs."""
    return relative(source, 1)


def imports(source: str, *, inside: bool) -> set[str]:
    """Return the modules and packages of the house that `source` imports when it runs."""
    found = relative(source, 2 if inside else 1)
    return {name if (SOURCE / f"{name}.py").exists() or (SOURCE / name).is_dir() else "__init__"
            for name in found}  # fmt: skip


def problems(name: str, source: str, *, inside: bool = False) -> list[str]:
    """Say which imports of a module do not point down."""
    here = floor_of(name)
    return [f"{name} imports {other}" for other in sorted(imports(source, inside=inside))
            if floor_of(other) <= here]  # fmt: skip


def test_imports_point_down_only() -> None:
    """The syntax trees of all modules show one direction of imports."""
    found = []
    for file in SOURCE.rglob("*.py"):
        inside = file.parent != SOURCE
        name = file.parent.name if inside else file.stem
        found += problems(name, file.read_text(encoding="utf-8"), inside=inside)
    assert set(found) == EXCEPTIONS


def test_no_modules_import_one_another_in_a_circle() -> None:
    """Inside the packages, too, imports point one way."""
    graph: dict[str, set[str]] = {}
    for file in SOURCE.rglob("*.py"):
        here = file.relative_to(SOURCE).with_suffix("").parts
        source = file.read_text(encoding="utf-8")
        graph["/".join(here)] = {
            "/".join((*here[:-1], name))
            for name in siblings(source)
            if file.with_name(f"{name}.py").exists()
        }
    assert sum(map(len, graph.values())) > 90
    TopologicalSorter(graph).prepare()
    with pytest.raises(CycleError):
        TopologicalSorter({"a": siblings("from .b import c"), "b": {"a"}}).prepare()


def test_an_import_that_points_up_is_seen() -> None:
    """The check itself is checked: it catches each kind of import that points up."""
    assert problems("errors", "from ._corpus import Corpus") == ["errors imports _corpus"]
    assert problems("_codec", "def f():\n    from .. import _store", inside=True) == [
        "_codec imports _store"
    ]
    assert problems("model", "from .._codec import encode", inside=True)
    assert problems("_cli", "from . import __main__") == ["_cli imports __main__"]
    assert not problems("_corpus", "from ..model.ids import Ref", inside=True)


def test_only_the_codec_knows_cattrs() -> None:
    """One module knows serialisation."""
    users = [
        file.name
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and "cattrs" in ast.dump(node)
    ]
    assert set(users) == {"strict.py"}


def test_every_public_name_is_there() -> None:
    """`__all__` is sorted, complete and true, and `dir` shows it."""
    assert natopa.__all__ == sorted(natopa.__all__)
    assert dir(natopa) == natopa.__all__
    for name in natopa.__all__:
        assert getattr(natopa, name) is not None
    homes = {name for names in natopa._HOMES.values() for name in names.split()}
    assert homes | {"__version__"} == set(natopa.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """Nothing is guessed: a misspelt name of the package is an error at once."""
    code = (
        "import natopa_declarations as n\ntry:\n    n.lood\nexcept AttributeError as e: print(e)"
    )
    assert printed_by(code) == "module 'natopa_declarations' has no attribute 'lood'\n"


def test_importing_imports_nothing_else() -> None:
    """`import natopa_declarations` brings in that module alone."""
    code = (
        "import sys; before = set(sys.modules); import natopa_declarations;"
        " print(sorted(set(sys.modules) - before))"
    )
    assert printed_by(code) == "['natopa_declarations']\n"


def test_the_first_answer_needs_neither_cattrs_nor_resources() -> None:
    """What makes a first answer slow is what it imports, so that is fixed here."""
    code = (
        "import sys, natopa_declarations as natopa; natopa.load().declaration(489).title;"
        " print(sorted({name.partition('.')[0] for name in sys.modules} &"
        " {'cattrs', 'importlib_resources', 'argparse', 'pathlib', 'difflib', 'hashlib', 'html',"
        " 'sqlite3'}))"
    )
    assert printed_by(code, "-I") == "[]\n"
