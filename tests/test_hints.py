"""Annotations at run time: every name is found, in a process that did nothing else."""

from __future__ import annotations

import pytest

from tests.processes import printed_by

PUBLIC = """
import inspect, typing
import natopa_declarations as natopa
from natopa_declarations import documents, errors, export, model

functions = {}
for module in (natopa, documents, errors, export, model):
    for name in module.__all__:
        value = getattr(module, name)
        if inspect.isfunction(value):
            functions[name] = value
        if not inspect.isclass(value):
            continue
        for part in dir(value):
            found = inspect.getattr_static(value, part)
            found = getattr(found, "fget", None) or getattr(found, "__func__", found)
            ours = getattr(found, "__module__", None) or ""
            if inspect.isfunction(found) and ours.startswith("natopa_declarations"):
                if part == "__init__" or not part.startswith("_"):
                    functions[f"{name}.{part}"] = found
"""


@pytest.mark.slow
def test_every_annotation_of_a_public_callable_is_found() -> None:
    """Whatever validates or documents by annotations can read those of functions and methods."""
    code = (
        PUBLIC
        + """
hints = {name: typing.get_type_hints(value) for name, value in functions.items()}
assert all("return" in found for found in hints.values())
print(len(hints), hints["Corpus.text_of"]["return"] == natopa.Declaration | natopa.Resolution)
print(hints["Corpus.table"]["return"], *sorted(hints))
"""
    )
    first, last = printed_by(code).splitlines()
    count, same = first.split()
    assert int(count) > 200
    assert same == "True"
    table, *names = last.split("'> ")
    assert table == "<class 'natopa_declarations.export.tables.Table"
    assert {"load", "verify", "releases", "release_files", "Corpus.table", "cite"} <= {
        *" ".join(names).split()
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", ["load", "releases", "release_files", "verify", "Corpus.table"])
def test_the_hints_are_found_first_of_all(name: str) -> None:
    """Nothing else was imported or asked before, which could have put the names there."""
    code = f"import typing, natopa_declarations as natopa; typing.get_type_hints(natopa.{name})"
    assert not printed_by(code)


def test_the_class_itself_is_read() -> None:
    """Its fields and its constructor, too."""
    code = (
        "import attrs, typing, natopa_declarations as natopa;"
        " attrs.resolve_types(natopa.Corpus); typing.get_type_hints(natopa.Corpus.__init__);"
        " print(attrs.fields(natopa.Corpus)._release.type)"
    )
    release = "natopa_declarations.model.releases.Release"
    assert printed_by(code).startswith(f"{release} | ")
