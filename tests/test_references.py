"""The grammar of references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopa_declarations import Reference
from natopa_declarations.errors import InvalidReferenceError

NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
REFERENCES = st.one_of(
    st.builds(Reference, NAMES),
    st.builds(lambda record, name: Reference(record, edition=name), NAMES, NAMES),
    st.builds(lambda record, name: Reference(record, part=name), NAMES, NAMES),
)


@given(REFERENCES)
def test_parse_is_the_inverse_of_str(reference: Reference) -> None:
    """Taking a written reference apart gives the reference."""
    assert Reference.parse(str(reference)) == reference


@given(st.text(alphabet="az09-#@ A\u00e9\u0660.", max_size=12))
def test_str_is_the_inverse_of_parse(text: str) -> None:
    """Whatever the parser accepts is written back as it was; the rest is refused."""
    try:
        written = str(Reference.parse(text))
    except InvalidReferenceError as error:
        written = error.value
    assert written == text


@pytest.mark.parametrize(
    "text",
    ["", "#", "489#", "#x", "489@", "@draft", "489@draft#x", "489#x@draft", "489##x", "489@@x",
     "-489", "489-", "a--b", "A", "\u00e9", "48 9", "489#lift_restrictions", "\u0664"],
)  # fmt: skip
def test_what_breaks_the_grammar_is_refused(text: str) -> None:
    """The error is a ValueError that shows the grammar."""
    with pytest.raises(ValueError, match="single hyphens"):
        Reference.parse(text)
