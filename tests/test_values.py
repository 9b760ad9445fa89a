"""The laws of values: immutable, comparable, hashable, copied and pickled whole."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis.vendor.pretty import pretty

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations._codec.shapes import shapes
from natopa_declarations.model.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUES: list[type[Value]] = sorted(
    {natopa.Corpus, *[
        member
        for name in dir(model)
        if inspect.isclass(member := getattr(model, name)) and issubclass(member, Value)
    ]},
    key=lambda cls: cls.__name__,
)  # fmt: skip
"""Every public class of values: those of the model, and the corpus that holds them."""


def values_in(value: object) -> Iterator[Value]:
    """Yield `value` and every value inside it."""
    if isinstance(value, tuple):
        for item in value:
            yield from values_in(item)
    elif isinstance(value, Value):
        yield value
        for field in attrs.fields(type(value)):
            yield from values_in(getattr(value, field.name))


RELEASES = [release.version for release in natopa.releases()]


def all_values(version: str) -> Iterator[Value]:
    """Yield every value of a release, and of what is answered about it."""
    corpus = natopa.load(version)
    yield from values_in(tuple([record for found in corpus._records.values() for record in found]))
    yield from values_in((corpus.release, natopa.verify(version), natopa.releases()))
    text = corpus.declaration(489)
    yield from values_in(natopa.diff(text.edition("draft"), text.edition("adopted")))
    yield from values_in(natopa.Reference.parse("489#lift-restrictions"))
    yield from values_in(corpus.search("air defence"))
    yield from values_in(corpus.locate("Ukraine must be provided with all that it needs"))
    yield from values_in(corpus.check('He spoke of "standing with Ukraine until the end".'))
    yield from values_in(corpus.references("NATO PA Declaration 489"))
    yield from values_in(natopa.diff(natopa.load("2026.1"), natopa.load("2026.2")))
    document = natopa.read(
        b"DECLARATION 489\nThe Assembly,\n1. Recalling the so-\ncalled Recallingthat;"
    )
    yield from values_in(document)
    yield from values_in(document.compare(corpus))
    # The records inside were met above.
    report = corpus.coverage()
    yield from (report, *report.years, *report.evidence)


@pytest.fixture(scope="module", params=RELEASES, ids=str)
def one_of_each(request: pytest.FixtureRequest) -> dict[type[Value], Value]:
    """One value of every class that a packaged release has."""
    return {type(value): value for value in all_values(request.param)}


@pytest.mark.slow
def test_every_class_of_values_is_in_use() -> None:
    """No class of the model is dead: some packaged release has a value of it."""
    seen: set[type[Value]] = {natopa.Corpus, model.AdoptedText}
    for version in RELEASES:
        seen |= {type(value) for value in all_values(version)}
    # The first release has no resolution, and none before 2026.4 has a copy.
    assert set(VALUES) - seen <= {natopa.Resolution, model.Copy}


@pytest.mark.parametrize("cls", VALUES)
def test_classes_are_frozen_slotted_and_final(cls: type[Value]) -> None:
    """Values are attrs classes without a `__dict__`, and nobody is to derive from them."""
    assert attrs.has(cls)
    assert all("__slots__" in vars(base) for base in cls.__mro__[:-1])
    assert getattr(cls, "__final__", False) or cls is model.AdoptedText


@pytest.mark.slow
def test_values_cannot_be_changed(one_of_each: dict[type[Value], Value]) -> None:
    """No attribute can be set, added or deleted."""
    for value in one_of_each.values():
        name = attrs.fields(type(value))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, "other")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, name)
        with pytest.raises(AttributeError):
            setattr(value, "no_such_attribute", 1)  # noqa: B010 - the point of the test.


@pytest.mark.slow
def test_values_are_copied_and_pickled_whole(one_of_each: dict[type[Value], Value]) -> None:
    """A copy, a deep copy and a pickle are equal to the value, and hash alike."""
    for value in one_of_each.values():
        for other in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            assert other == value
            assert hash(other) == hash(value)
            assert repr(other) == repr(value)


@pytest.mark.slow
def test_values_that_differ_are_not_equal(one_of_each: dict[type[Value], Value]) -> None:
    """A value with one field changed is not the same value, whichever field it is."""
    for value in one_of_each.values():
        if isinstance(value, natopa.PartialDate):
            continue
        for field in attrs.fields(type(value)):
            content = getattr(value, field.name)
            if content != "other":
                other = ("other",) if isinstance(content, tuple) else "other"
                changed = attrs.evolve(value, **{field.alias: other})
                assert changed != value
                assert value != changed
        assert value != object()


@pytest.mark.slow
def test_collections_are_tuples(one_of_each: dict[type[Value], Value]) -> None:
    """Nothing that a caller could change leaves the house."""
    for value in one_of_each.values():
        for field in attrs.fields(type(value)):
            assert not isinstance(getattr(value, field.name), list | dict | set | bytearray)


@pytest.mark.slow
def test_constructors_refuse_what_is_not_a_tuple(
    one_of_each: dict[type[Value], Value],
) -> None:
    """A list could be changed later, so no field takes one where a tuple is due."""
    seen = 0
    for value in one_of_each.values():
        for field in attrs.fields(type(value)):
            if isinstance(getattr(value, field.name), tuple) and not field.alias.startswith("_"):
                wrongs: tuple[Any, ...] = ([], "text", None, iter(()))
                for wrong in wrongs:
                    expected = f"{type(value).__name__}.{field.name}: expected a tuple, found"
                    with pytest.raises(TypeError, match=re.escape(expected)):
                        attrs.evolve(value, **{field.alias: wrong})
                seen += 1
    assert seen > 40


@pytest.mark.slow
def test_hashes_of_evolved_values_spread() -> None:
    """A set of records that differ in one field, whichever it is, is not quadratic."""
    declaration = natopa.load("2026.1").declaration(489)
    clause = declaration.clauses[0]
    for changed in (
        [attrs.evolve(declaration, title=str(number)) for number in range(500)],
        [attrs.evolve(declaration, number=number) for number in range(500)],
        [
            attrs.evolve(
                declaration, clauses=(attrs.evolve(clause, id=model.ClauseId(f"489#c{number}")),)
            )
            for number in range(500)
        ],
        [
            attrs.evolve(
                declaration,
                clauses=(attrs.evolve(clause, summary=str(number)), *declaration.clauses[1:]),
            )
            for number in range(500)
        ],
        [
            attrs.evolve(
                declaration,
                citations=(attrs.evolve(declaration.citations[0], note=str(number)),),
            )
            for number in range(500)
        ],
    ):
        assert len({hash(value) for value in changed}) == 500


def test_printers_show_no_more_than_the_repr() -> None:
    """Rich, IPython and Hypothesis print a record as briefly as its repr."""
    declaration = natopa.load("2026.1").declaration(489)
    fields = ", ".join([f"{name}={content!r}" for name, content in declaration.__rich_repr__()])
    assert f"Declaration({fields})" == repr(declaration)
    assert pretty(declaration) == repr(declaration)


@pytest.mark.slow
def test_reprs_are_short_and_name_the_class(one_of_each: dict[type[Value], Value]) -> None:
    """A repr fits on a screen, however much is in the value."""
    for value in one_of_each.values():
        assert repr(value).startswith(type(value).__name__)
        assert len(repr(value)) < 1200
        assert "\n" not in repr(value)


def test_every_field_is_described_once() -> None:
    """Each public field has a shape that the codec understands, or is said not to be written."""
    for cls in VALUES:
        # A corpus is written as a folder, and a difference is of several types.
        if cls not in {natopa.Corpus, model.Difference}:
            unwritten = {"digest", "advisories"} if cls is model.Release else set()
            assert [shape.name for shape in shapes(cls)] == [
                field.name for field in attrs.fields(cls) if field.name not in unwritten
            ]


def test_a_declaration_always_has_its_session() -> None:
    """Each kind of text is an attrs class in its own right, with the fields in one order."""
    for cls in (natopa.Declaration, natopa.Resolution):
        assert "__attrs_attrs__" in vars(cls)
        names = [field.name for field in attrs.fields(cls)]
        assert names == [field.name for field in attrs.fields(model.AdoptedText)]
    assert attrs.fields_dict(natopa.Declaration)["session"].default is attrs.NOTHING
    with pytest.raises(TypeError, match="session"):
        natopa.Declaration(  # type: ignore[call-arg]
            id=model.TextId("1"),
            coverage=model.Coverage.TITLE,
            confidence=model.Confidence.LOW,
            citations=(),
        )


def test_a_corpus_is_a_value_too() -> None:
    """Two loads of a release are equal; a pickle of a corpus still answers."""
    corpus = natopa.load("2026.1")
    again = pickle.loads(pickle.dumps(corpus))
    assert again == corpus == natopa.load("2026.1") == copy.deepcopy(corpus)
    assert hash(again) == hash(corpus)
    assert corpus != "2026.1"
    assert again.declaration(489).title == "Standing with Ukraine until Victory"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        corpus.release = again.release  # type: ignore[misc]


def test_errors_are_pickled_and_copied_whole() -> None:
    """An error from a worker process arrives with its fields."""
    examples: list[natopa.NatopaError] = [
        natopa.NotFoundError("clause", "489#x", ("489#y",), "try it"),
        errors.InvalidReferenceError("A b", "a reference"),
        errors.InvalidDateError("2024-13", "a date"),
        errors.InvalidQuotationError("of the", "a quotation of at least 3 words"),
        errors.InvalidQueryError("(air", 4, "')'", "the end", "close it"),
        errors.SearchUnavailableError("FTS5"),
        errors.InvalidReleaseError("sources.json", "$[0].id", "text", "null", 2),
        natopa.NotFoundError("gap", "gap-1", hint="it was retired", successor="1"),
        errors.InvalidDigestError("sha256", "a digest"),
        errors.DigestMismatchError("2026.1", "sha256:0", "sha256:1"),
        errors.IncomparableError("Session '1'", "Edition 'draft'", "give two of one kind"),
    ]
    for error in examples:
        for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
            assert type(other) is type(error)
            assert vars(other) == vars(error)
            assert str(other) == str(error)
            assert "\n" not in str(error)
