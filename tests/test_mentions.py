"""References in prose: what a text refers to, where, and what it does not."""

from __future__ import annotations

import pytest
from benchmarks import invented
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa

CORPUS = natopa.load("2026.2")


def found(text: str) -> list[tuple[str, str | None]]:
    """Return what is referred to, by its words and its id."""
    return [(mention.text, mention.ref) for mention in CORPUS.references(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Declaration 489", [("Declaration 489", "489")]),
        ("NATO PA Resolution 498 (2025)", [("NATO PA Resolution 498 (2025)", "498")]),
        ("see Resolutions 498 and 499", [("Resolutions 498", "498"), ("499", "499")]),
        ("Resolutions 498, 499 and 500", [("Resolutions 498", "498"), ("499", "499"),
                                          ("500", "500")]),
        ("paragraph 14 of Declaration 482", [("paragraph 14 of Declaration 482", "482")]),
        ("Declaration 489, paragraph 9", [("Declaration 489, paragraph 9", "489")]),
        ("resolution no. 498", [("resolution no. 498", "498")]),
        ("the NATO Parliamentary Assembly's Declaration 489",
         [("NATO Parliamentary Assembly's Declaration 489", "489")]),
        ("the Defence and Security Committee Resolution 498", [("Resolution 498", "498")]),
        ("la R\u00e9solution 498 de l'AP-OTAN", [("R\u00e9solution 498", "498")]),
        ("les d\u00e9clarations 489 et 490",
         [("d\u00e9clarations 489", "489"), ("490", "490")]),
        ("paragraphe 14 de la d\u00e9claration 482",
         [("paragraphe 14 de la d\u00e9claration 482", "482")]),
        ("the 2024 spring session in Sofia",
         [("the 2024 spring session in Sofia", "2024-spring")]),
        ("the Sofia spring session of 2024",
         [("the Sofia spring session of 2024", "2024-spring")]),
        ("the spring session in Sofia in 2024",
         [("the spring session in Sofia in 2024", "2024-spring")]),
        ("la session de printemps 2024 \u00e0 Sofia",
         [("la session de printemps 2024 \u00e0 Sofia", "2024-spring")]),
        ("la session annuelle de 2025", [("la session annuelle de 2025", "2025-annual")]),
    ],
)  # fmt: skip
def test_what_is_referred_to(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Texts and sessions are found, in English and in French, with their offsets."""
    around = f"He said that {text} was cited."
    assert found(around) == expected
    for mention in CORPUS.references(around):
        assert around[mention.start : mention.end] == mention.text
        assert mention.ref is None or CORPUS.resolve(mention.ref) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Security Council Resolution 1325", "UN Security Council resolutions 498 and 499",
        "Resolution 498 of the UN Security Council", "UN Resolution 498", "House Resolution 498",
        "European Parliament resolution 498", "OSCE Declaration 489", "Resolution 1973",
        "General Assembly Resolution 377", "r\u00e9solution 498 du Conseil de s\u00e9curit\u00e9",
        "r\u00e9solution 498 de l'ONU", "a resolution of 498 members", "Resolution 498.5",
        "498 resolutions", "Declaration of 1989", "in spring 2024 they met",
        "Resolution 498% of", "the session of 2024",
    ],
)  # fmt: skip
def test_what_is_not_referred_to(text: str) -> None:
    """Texts of other bodies, and numbers of other things, are left out."""
    assert found(f"He said that {text} was cited.") == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Declaration 486", "486 is a resolution, not a declaration"),
        ("Resolution 498 (2024)", "resolution 498 is of 2025, not of 2024"),
        ("Resolution 999", "the release has no text with the number 999"),
        ("the 2024 spring session in Paris", "was not in Paris"),
        ("the 1954 spring session", "the release has no such session"),
    ],
)
def test_what_is_not_held_is_said(text: str, hint: str) -> None:
    """Nothing near is given for it: the mention says why it leads nowhere, and `find` raises."""
    (mention,) = CORPUS.references(text)
    assert mention.ref is None
    assert hint in (mention.hint or "")
    with pytest.raises(natopa.NotFoundError, match=hint):
        CORPUS.find(text)


def test_a_paragraph_leads_to_its_clause() -> None:
    """Where a clause has the label that is named, it is the clause that is meant."""
    clause = {"id": "900#lanes", "role": "operative", "summary": "Invented.", "label": "14.",
              "citations": invented.CITED}  # fmt: skip
    held = invented.of({"id": "900", "number": 900, "clauses": [clause]})
    text = "paragraph 14 of Declaration 900 and paragraph 15 of Declaration 900"
    first, second = held.references(text)
    assert (first.ref, first.label, first.hint) == ("900#lanes", "14", None)
    assert (second.ref, second.label) == ("900", "15")
    assert getattr(held.find("Declaration 900, paragraph 14"), "id") == "900#lanes"  # noqa: B009
    with pytest.raises(natopa.NotFoundError, match="no clause of 900"):
        held.find("paragraph 15 of Declaration 900")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Declaration 489", "489"), ("declaration 489", "489"), ("Resolution 503", "503"),
        ("NATO PA Resolution 498 (2025)", "498"), ("spring 2024", "2024-spring"),
        ("2024 spring", "2024-spring"), ("the 2024 spring session in Sofia", "2024-spring"),
        ("D\u00e9claration 489", "489"), (" Declaration 489 ", "489"),
    ],
)  # fmt: skip
def test_find_takes_the_same_forms(text: str, expected: str) -> None:
    """What people write is a name of the record."""
    assert getattr(CORPUS.find(text), "id") == expected  # noqa: B009 - not every record has one.


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("Resolution 498(2025),and 499")))
def test_any_text_has_its_references_in_order(text: str) -> None:
    """No text is refused, and the words of each mention stand where it says."""
    reached = 0
    for mention in CORPUS.references(text):
        assert reached <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        reached = mention.start
