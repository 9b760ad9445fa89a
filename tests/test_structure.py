"""The shape of the house: what imports what, and what importing costs."""

from __future__ import annotations

import ast
import functools
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from tests.processes import printed_by

if TYPE_CHECKING:
    from types import ModuleType

SOURCE = Path(natopa.__file__).parent
FLOORS = [
    ["__main__"],
    ["_cli_parser"],
    ["_cli_arguments"],
    ["_cli_completion", "_cli_exports", "_cli_quotations"],
    ["_cli_listing"],
    ["_cli"],
    ["_cli_differences", "_cli_examples", "_cli_hints", "_cli_parsing", "_cli_version"],
    ["_show", "export"],
    ["__init__"],
    ["documents"],
    ["_corpus"],
    ["_forks"],
    ["_store", "_search", "_locate", "_compare"],
    ["_codec"],
    ["model"],
    ["errors"],
    ["_messages"],
    ["_terminal"],
    ["_pyinstaller"],
    ["_deferred", "_first_use"],
]
"""The rooms from the top of the house to the ground.  Imports point down only, those for type
checkers included, and rooms of one floor never import each other."""

EXCEPTIONS = {
    "model: _repr_html_": "a notebook asks a value, and not the package, how it is shown",
    "__init__: load_ipython_extension": "a notebook asks the package to show tuples as tables",
    "model: html": "an article that was checked is asked for itself as HTML",
    "model: cite": "a value, and not the package, is asked how it is cited",
    "_corpus: table": "a corpus hands itself to the tools that take tables",
}
"""Imports that point up, by the room and the method that they stand in, and why they are there.

Each is an import inside one method, so that it costs nothing until somebody asks; that of a type
which only the signature of the method names is the same exception.
"""


PUBLIC_ERRORS = "natopa_declarations.errors"


class Import(NamedTuple):
    """One import of a module of the house by another."""

    module: str
    imported: str
    method: str
    """The function that it stands in; empty for one at the top of the module."""

    def __str__(self) -> str:
        return f"{self.module} imports {self.imported}"


def room_of(module: str) -> str:
    """Return the room that a module is in: the first part of its name."""
    return module.partition(".")[0] or "__init__"


def floor_of(module: str) -> int:
    """Return how far down a room stands."""
    return next(number for number, rooms in enumerate(FLOORS) if room_of(module) in rooms)


def module_of(file: Path) -> str:
    """Return the name of a module inside the package; that of the package itself is empty."""
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def signatures(tree: ast.Module) -> dict[str, str]:
    """Return the names that one signature reads and nothing else, with its function."""
    owners: dict[str, set[str]] = {}

    def visit(node: ast.AST, owner: str) -> None:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            owners.setdefault(node.id, set()).add(owner)
        for child in ast.iter_child_nodes(node):
            signature = isinstance(node, ast.FunctionDef) and child in (node.args, node.returns)
            visit(child, node.name if signature and isinstance(node, ast.FunctionDef) else owner)

    visit(tree, "")
    return {name: found.pop() for name, found in owners.items() if len(found) == 1}


def imports(module: str, source: str, *, package: bool, known: set[str]) -> list[Import]:
    """Return what a module imports from the house, at any depth and for whatever purpose."""
    found = []
    tree = ast.parse(source)
    named_by = signatures(tree)

    def visit(node: ast.AST, method: str) -> None:
        if isinstance(node, ast.FunctionDef):
            method = node.name
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = module.split(".") if module else []
            up = node.level - 1 if package else node.level
            target = [*parts[: len(parts) - up], *(node.module or "").split(".")]
            home = ".".join(filter(None, target))
            for alias in node.names:
                inner = f"{home}.{alias.name}".removeprefix(".")
                owner = method or named_by.get(alias.name, "")
                found.append(Import(module, inner if inner in known else home, owner))
        for child in ast.iter_child_nodes(node):
            visit(child, method)

    visit(tree, "")
    return found


MODULES = {module_of(file): file for file in SOURCE.rglob("*.py")}


@functools.cache
def all_imports() -> list[Import]:
    """Return what all modules of the house import from it."""
    return [
        found
        for module, file in MODULES.items()
        for found in imports(
            module,
            file.read_text(encoding="utf-8"),
            package=file.name == "__init__.py",
            known=set(MODULES),
        )
    ]


def problems(found: list[Import]) -> set[str]:
    """Name the imports that do not point down, with the method that each stands in."""
    return {
        f"{room_of(one.module)}: {one.method or one}"
        for one in found
        if room_of(one.module) != room_of(one.imported)
        and floor_of(one.imported) <= floor_of(one.module)
    }


def circle(found: list[Import]) -> None:
    """Raise `CycleError` where modules import one another."""
    graph: dict[str, set[str]] = {}
    for one in found:
        if f"{room_of(one.module)}: {one.method}" not in EXCEPTIONS:
            graph.setdefault(one.module, set()).add(one.imported)
    TopologicalSorter(graph).prepare()


@pytest.mark.slow
def test_imports_point_down_only() -> None:
    """The syntax trees of all modules show one direction, but for what is named above."""
    assert problems(all_imports()) == set(EXCEPTIONS)
    assert len(EXCEPTIONS) <= 5


@pytest.mark.slow
def test_no_modules_import_one_another_in_a_circle() -> None:
    """Inside the rooms, too, imports point one way, those for type checkers included."""
    assert len(all_imports()) > 300
    circle(all_imports())
    with pytest.raises(CycleError):
        circle([*all_imports(), Import("model.value", "model.texts", "")])


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("errors", "from ._corpus import Corpus", "errors: errors imports _corpus"),
        ("_codec.strict", "def f():\n    from .._store import digests", "_codec: f"),
        ("model.ids", "if TYPE_CHECKING:\n    from .._codec.strict import encode",
         "model: model.ids imports _codec.strict"),
        ("model.ids", "from ..export.tables import Table\ndef f() -> Table: ...", "model: f"),
        ("model.ids", "from ..export.tables import Table\ndef f() -> Table: return Table()",
         "model: model.ids imports export.tables"),
        ("_cli", "from . import __main__", "_cli: _cli imports __main__"),
        ("_search.query", "from .._locate.tokens import words",
         "_search: _search.query imports _locate.tokens"),
    ],
)  # fmt: skip
def test_an_import_that_points_up_is_seen(module: str, source: str, found: str) -> None:
    """The check itself is checked: it catches each kind of import that points up."""
    known = set(MODULES)
    assert problems(imports(module, source, package=False, known=known)) == {found}
    down = imports("_corpus.corpus", "from ..model.ids import Ref", package=False, known=known)
    assert [one.imported for one in down] == ["model.ids"]
    assert not problems(down)


@pytest.mark.slow
def test_only_the_codec_knows_cattrs() -> None:
    """One module knows serialisation."""
    users = [
        file.name
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and "cattrs" in ast.dump(node)
    ]
    assert set(users) == {"explaining.py"}


@pytest.mark.parametrize("package", [natopa, model])
def test_every_public_name_is_there(package: ModuleType) -> None:
    """`__all__` is sorted and true, `dir` shows it, and type checkers see the same names."""
    names = vars(package)["__all__"]
    assert names == sorted(set(names))
    assert dir(package) == names
    tree = ast.parse(Path(str(package.__file__)).read_text(encoding="utf-8"))
    seen = [
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    ]
    assert sorted(seen) == [name for name in names if name != "__version__"]
    for name in names:
        value = getattr(package, name)
        if isinstance(value, type) and name != "Corpus":
            # Tracebacks, pickles and the docs name a module that anybody may import.
            assert value.__module__.startswith(("natopa_declarations.model", PUBLIC_ERRORS)), name
            assert getattr(sys.modules[value.__module__], name) is value


def test_the_face_is_small() -> None:
    """What everybody needs, and no more: the rest is in `model` and `errors`."""
    assert len(dir(natopa)) <= 32
    assert {"Clause", "Wording"} <= set(dir(model))


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
