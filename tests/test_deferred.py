"""Classes whose attrs part comes later: nobody who looks at them can tell."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._deferred import fields, make
from tests.processes import printed_by

DESCRIBE = """
import inspect, json
import attrs
from natopa_declarations import model
import natopa_declarations as natopa

def of(field):
    default = field.default
    if default is attrs.NOTHING:
        default = "none"
    return [field.name, repr(default), str(field.type), field.kw_only, field.init, field.alias,
            dict(field.metadata), field.eq, field.repr, field.inherited, field.converter is None]

described = {}
for name in sorted(model.__all__) + ["Corpus"]:
    cls = getattr(natopa if name == "Corpus" else model, name)
    if inspect.isclass(cls) and attrs.has(cls):
        described[name] = {
            "fields": sorted(map(of, attrs.fields(cls))),
            "parameters": sorted(map(str, inspect.signature(cls).parameters.values())),
            "slots": sorted(cls.__slots__),
            "keys": sorted(vars(cls)),
            "matched": list(cls.__match_args__),
            "names": [cls.__module__, cls.__qualname__, cls.__doc__, str(cls.__mro__)],
            "final": getattr(cls, "__final__", False),
            "init": [cls.__init__.__qualname__, cls.__init__.__module__],
            "type": str(type(cls)),
        }
print(json.dumps(described))
"""

WITHOUT = """
import sys, types, typing
import attrs
import natopa_declarations

module = sys.modules["natopa_declarations._deferred"] = types.ModuleType("_deferred")
vars(module).update(
    evolve=attrs.evolve, field=attrs.field, fields=attrs.fields_dict, final=typing.final,
    frozen=attrs.frozen, light=attrs.frozen, make=lambda cls: cls,
)
"""


@pytest.mark.slow
def test_every_public_class_is_what_attrs_would_have_made() -> None:
    """Fields, signatures, slots, attributes and names: all as `attrs.frozen` makes them at once.

    The one thing that the classes would not do by themselves is to keep `Declaration.session` in
    the place that it has in `AdoptedText`, so order is not part of this.
    """
    made = json.loads(printed_by(DESCRIBE))
    expected = json.loads(printed_by(WITHOUT + DESCRIBE))
    assert len(made) > 40
    assert made == expected


@pytest.mark.slow
def test_a_difference_from_attrs_is_seen() -> None:
    """The check itself is checked: a class with one field more is not the same."""
    changed = (
        "natopa_declarations.model.Topic = attrs.make_class('Topic', ['id', 'note'], slots=True)\n"
    )
    code = WITHOUT + "import natopa_declarations.model\n" + changed + DESCRIBE
    assert json.loads(printed_by(code)) != json.loads(printed_by(DESCRIBE))


FIRST_LOOKS = {
    "a value is made": "natopa.PartialDate(2024, 5)",
    "fields": "attrs.fields(natopa.Clause)",
    "has": "attrs.has(natopa.Clause) or fail",
    "signature": "inspect.signature(natopa.Clause)",
    "hints": "typing.get_type_hints(natopa.Clause)['role'].OPERATIVE",
    "types": "attrs.resolve_types(natopa.Declaration)",
    "evolve": "attrs.evolve(clause, label='1')",
    "asdict": "attrs.asdict(clause)['id']",
    "pickle": "pickle.loads(pickle.dumps(clause)) == clause or fail",
    "copy": "copy.copy(clause) == copy.deepcopy(clause) == clause or fail",
    "unstructure": "cattrs.unstructure(clause)['id']",
    "set": "refused(lambda: setattr(clause, 'id', 'x'))",
    "delete": "refused(lambda: delattr(clause, 'id'))",
    "weak reference": "weakref.ref(clause)",
    "hash": "hash(clause)",
    "repr": "repr(clause)",
    "dir": "dir(clause)",
    "match": "match(clause)",
}


@pytest.mark.slow
@pytest.mark.parametrize("look", FIRST_LOOKS.values(), ids=FIRST_LOOKS)
def test_the_first_look_at_a_class_finds_it_whole(look: str) -> None:
    """Whatever somebody does first with a class or a value of it, in a process of its own."""
    code = f"""
import attrs, cattrs, copy, inspect, pickle, typing, weakref
import natopa_declarations as natopa

def refused(change):
    try:
        change()
    except attrs.exceptions.FrozenInstanceError:
        return
    raise AssertionError

def match(value):
    match value:
        case natopa.Clause(id="489#lift-restrictions", role="operative"):
            return
    raise AssertionError

clause = natopa.load("2026.1").clause("489#lift-restrictions")

{look}
print("whole")
"""
    assert printed_by(code) == "whole\n"


def test_a_first_answer_does_without_attrs() -> None:
    """Neither attrs nor typing is imported for the title of a text, or for its session."""
    code = (
        "import sys, natopa_declarations as natopa; corpus = natopa.load();"
        " print(corpus.declaration(489).title, corpus.resolution(344).session.city);"
        " print({'attr', 'attrs', 'typing', 'datetime', 'threading', 'importlib.metadata'}"
        " & set(sys.modules))"
    )
    assert printed_by(code, "-I").splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--version"], {"argparse", "json", "re", "typing", "natopa_declarations.errors"}),
        (["--help"], {"json", "shutil", "typing", "natopa_declarations._cli"}),
        (["show", "489"], {"attr", "shutil", "typing", "inspect", "pathlib", "datetime"}),
    ],
)
def test_a_command_imports_what_it_needs(arguments: list[str], unneeded: set[str]) -> None:
    """Neither the version nor the help waits for what only some command needs."""
    code = (
        f"import sys; sys.argv = ['natopa', *{arguments}]; known = set(sys.modules)\n"
        "from natopa_declarations.__main__ import run\n"
        "try:\n    run()\n"
        f"finally:\n    print(sorted({unneeded} & set(sys.modules) - known))"
    )
    assert printed_by(code, "-I").splitlines()[-1] == "[]"


def test_many_threads_ask_attrs_at_once() -> None:
    """Sixteen threads make the first values of a class, and each of them is whole."""
    code = """
from concurrent.futures import ThreadPoolExecutor
import sys
import natopa_declarations as natopa
sys.setswitchinterval(1e-6)
cls = natopa.PartialDate
with ThreadPoolExecutor(16) as pool:
    made = list(pool.map(lambda number: cls(2000 + number % 20, 5), range(64)))
print(len(made), made[3] == cls(2003, 5))
"""
    assert printed_by(code) == "64 True\n"


@given(st.text(), st.text() | st.none())
def test_making_a_value_without_attrs_gives_an_equal_value(record: str, part: str | None) -> None:
    """`make` fills in the defaults, and takes what the constructor takes."""
    made = make(natopa.Reference)(record, part=part)
    assert made == natopa.Reference(record, part=part)
    assert made.edition is None


def test_a_class_that_is_derived_by_attrs_is_a_value_too() -> None:
    """Somebody's own class keeps the fields of ours and adds its own."""

    @attrs.frozen(eq=False, repr=False)
    class Mine(model.AdoptedText):
        mark: str = ""

    text = natopa.load("2026.1").declaration(489)
    mine: Any = Mine(**{name: getattr(text, name) for name in fields(type(text))}, mark="x")
    assert [*fields(Mine)] == [*fields(model.AdoptedText), "mark"]
    assert attrs.evolve(mine, mark="y") != mine
    assert pickle.loads(pickle.dumps(text)) == text


def test_what_a_text_leads_to_is_one_object_for_all_threads() -> None:
    """However many threads ask for a text first, all get one text, one session, one source."""
    corpus = natopa.load("2026.1")

    def look(_: int) -> tuple[int, ...]:
        text = corpus.declaration(489)
        return (id(text.session), *[id(each.source) for each in text.citations])

    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(look, range(64)))) == 1
    text = corpus.declaration(489)
    assert isinstance(text.session, natopa.Session)
    found: list[object] = [each.source for each in text.citations]
    assert {type(each) for each in found} == {natopa.Source}
