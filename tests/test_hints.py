"""Annotations at run time: every name is found, in a process that did nothing else."""

from __future__ import annotations

from tests.processes import printed_by

PUBLIC = """
import inspect, typing
import natopa_declarations as natopa

functions = {"load": natopa.load, "diff": natopa.diff}
for name in dir(natopa.Corpus):
    value = inspect.getattr_static(natopa.Corpus, name)
    if inspect.isfunction(value) and value.__module__.startswith("natopa_declarations"):
        functions[name] = value
"""


def test_every_annotation_of_a_corpus_is_found() -> None:
    """Whatever validates or documents by annotations can read those of every public method."""
    code = (
        PUBLIC
        + """
public = {name: value for name, value in functions.items() if not name.startswith("_")}
# A table stands above a corpus, which imports it when it is asked for one, and no earlier.
del public["table"]
hints = {name: typing.get_type_hints(value) for name, value in public.items()}
assert all("return" in found for found in hints.values())
print(len(hints), hints["text_of"]["return"] == natopa.Declaration | natopa.Resolution)
"""
    )
    count, same = printed_by(code).split()
    assert int(count) > 40
    assert same == "True"


def test_the_class_itself_is_read() -> None:
    """Its fields and its constructor, too."""
    code = (
        "import attrs, typing, natopa_declarations as natopa;"
        " attrs.resolve_types(natopa.Corpus); typing.get_type_hints(natopa.Corpus.__init__);"
        " print(attrs.fields(natopa.Corpus)._release.type)"
    )
    release = "natopa_declarations.model.releases.Release"
    assert printed_by(code).startswith(f"{release} | ")
