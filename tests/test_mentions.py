"""References in prose: what a text refers to, where, and what it does not."""

from __future__ import annotations

import attrs
import pytest
from benchmarks import invented
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._locate.mentions import known, meant, mentions

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
        ("the 71st annual session", [("the 71st annual session", "2025-annual")]),
        ("la 71e session annuelle", [("la 71e session annuelle", "2025-annual")]),
        ("the annual session of 2014 in The Hague",
         [("the annual session of 2014 in The Hague", "2014-annual")]),
        ("The Hague annual session of 2014",
         [("The Hague annual session of 2014", "2014-annual")]),
        ("the 2006 annual session in Quebec City",
         [("the 2006 annual session in Quebec City", "2006-annual")]),
        ("the autumn session 2025", [("the autumn session 2025", "2025-annual")]),
        ("la session annuelle \u00e0 Ljubljana de 2025",
         [("la session annuelle \u00e0 Ljubljana de 2025", "2025-annual")]),
        ("la session de printemps 2024", [("la session de printemps 2024", "2024-spring")]),
        ("Resolution 498 and 499", [("Resolution 498", "498")]),
        ("Resolutions 498 and 499, paragraph 9", [("Resolutions 498", "498"), ("499", "499")]),
        ("Resolutions 498, 1999 and 500", [("Resolutions 498", "498"), ("500", "500")]),
        ("UN Resolution 499 and Declaration 489", [("Declaration 489", "489")]),
        ("Resolution 1973 and Declaration 489", [("Declaration 489", "489")]),
        ("the UN's Committee Resolution 498", [("Resolution 498", "498")]),
        ("the House Committee's Resolution 498", [("Resolution 498", "498")]),
        ("the House Committee\u2019s Resolution 498", [("Resolution 498", "498")]),
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
        "Resolution 498% of", "the session of 2024", "the European Parliament's Resolution 498",
        "the Senate's Resolution 498", "the Senate\u2019s Resolution 498", "Resolution 1000",
        "the Security Council and its Members of the UN. Resolution 498",
    ],
)  # fmt: skip
def test_what_is_not_referred_to(text: str) -> None:
    """Texts of other bodies, and numbers of other things, are left out."""
    assert found(f"He said that {text} was cited.") == []


Fields = tuple[str, str | None, int | None, str | None, int | None, str | None]
"""The kind of a mention, its record, number, label, year and hint."""

FIELDS: dict[str, Fields] = {
    "Resolution 498 (2025)": ("resolution", "498", 498, None, 2025, None),
    "Resolution 498 (2024)": ("resolution", None, 498, None, 2024,
                              "resolution 498 is of 2025, not of 2024"),
    "Declaration 486": ("declaration", None, 486, None, None,
                        "486 is a resolution, not a declaration"),
    "Resolution 489 (1999)": ("resolution", None, 489, None, 1999,
                              "489 is a declaration, not a resolution"),
    "Resolution 999": ("resolution", None, 999, None, None,
                       "the release has no text with the number 999"),
    "NATO PA Resolution 1000": ("resolution", None, 1000, None, None,
                                "the release has no text with the number 1000"),
    "Resolution 1500 of the NATO Parliamentary Assembly": (
        "resolution", None, 1500, None, None, "the release has no text with the number 1500"),
    "NATO PA Declaration 489": ("declaration", "489", 489, None, None, None),
    "d\u00e9claration 489, \u00a7 9a": ("declaration", "489", 489, "9a", None,
                                    "the release has no clause of 489 with the label 9a"),
    "paragraph 14 of the declaration 482": ("declaration", "482", 482, "14", None,
                                            "the release has no clause of 482 with the label 14"),
    "the 2024 spring session in Paris": ("session", None, None, None, 2024,
                                         "the spring session of 2024 was not in Paris"),
    "the annual session of 2014 in Paris": ("session", None, None, None, 2014,
                                            "the annual session of 2014 was not in Paris"),
    "la session d'automne 2025 \u00e0 Paris": ("session", None, None, None, 2025,
                                            "the annual session of 2025 was not in Paris"),
    "the 1954 spring session": ("session", None, None, None, 1954,
                                "the release has no such session"),
    "the 99th annual session": ("session", None, 99, None, None,
                                "the release has no such session"),
    "the 71st annual session": ("session", "2025-annual", 71, None, None, None),
    "the Sofia spring session of 2024": ("session", "2024-spring", None, None, 2024, None),
}  # fmt: skip


@pytest.mark.parametrize("text", FIELDS)
def test_what_is_told_of_a_mention(text: str) -> None:
    """Its kind, the number, label and year that are named, and why it leads nowhere."""
    (told,) = CORPUS.references(text)
    fields = (told.kind.value, told.ref, told.number, told.label, told.year, told.hint)
    assert fields == FIELDS[text]
    assert text.startswith(told.text)
    assert (told.start, told.end) == (0, len(told.text))


def test_the_first_letter_of_a_text_counts() -> None:
    """What stands at the very beginning is read like what stands later."""
    assert found("UN Resolution 498") == []
    assert found("AP-OTAN R\u00e9solution 498") == [("AP-OTAN R\u00e9solution 498", "498")]
    # Of what stands before, 80 characters are looked at.
    assert found(f"UN {'of the ' * 11}Resolution 498") == []
    assert found(f"UN  {'of the ' * 11}Resolution 498") == [("Resolution 498", "498")]


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
        ("ANNUAL 2025", "2025-annual"), ("Sofia 2024", "2024-spring"),
        ("2024 Sofia", "2024-spring"), ("Sofia,2024", "2024-spring"),
        ("San Francisco, 1985", "1985-annual"), ("1985 San Francisco", "1985-annual"),
        ("The Hague 2014", "2014-annual"), ("quebec city 2006", "2006-annual"),
    ],
)  # fmt: skip
def test_find_takes_the_same_forms(text: str, expected: str) -> None:
    """What people write is a name of the record."""
    assert getattr(CORPUS.find(text), "id") == expected  # noqa: B009 - not every record has one.


@pytest.mark.parametrize(
    "text",
    ["Sofia 2023", "Sofia abcd", "Sofia 20244", "Sofia \u0662\u0660\u0662\u0664",
     "2024 spring Sofia", "see Declaration 489", "Declaration 489 too",
     "Declaration 489 and Declaration 490"],
)  # fmt: skip
def test_find_takes_no_more_than_one_whole_reference(text: str) -> None:
    """A year in which no session was in the city, and words around a reference, are no name."""
    with pytest.raises(natopa.NotFoundError, match=f"no record '{text}'"):
        CORPUS.find(text)


def test_what_prose_can_refer_to() -> None:
    """Texts by number, clauses by label or name, sessions by year, season, ordinal and city."""
    clause = {"id": "900#lanes", "role": "operative", "summary": "Invented.", "label": "14. (A)",
              "citations": invented.CITED}  # fmt: skip
    held = invented.of({"id": "900", "number": 900, "clauses": [clause]})
    without = attrs.evolve(CORPUS.resolution(498), id=model.TextId("901"), number=901,
                           session=None, clauses=())  # fmt: skip
    unnumbered = attrs.evolve(without, id=model.TextId("none"), number=None)
    (session,) = held.sessions()
    spring = attrs.evolve(session, ordinal=7, other_city_names=("Tirana e Re",))
    annual = attrs.evolve(
        session, id=model.SessionId("2031-annual"), season=model.Season.ANNUAL, city=None,
        other_city_names=(),
    )  # fmt: skip
    referred = known([held.declaration(900), unnumbered, without], [spring, annual])
    assert referred.texts == {
        900: ("900", model.MentionKind.DECLARATION, 2031),
        901: ("901", model.MentionKind.RESOLUTION, None),
    }
    assert referred.labels == {("900", "14a"): "900#lanes", ("900", "lanes"): "900#lanes"}
    both = {(2031, "spring"): "2031-spring", (2031, "annual"): "2031-annual"}
    assert referred.sessions == both
    assert referred.ordinals == {7: "2031-spring"}
    assert referred.cities == {
        "2031-spring": {"tirana", "tirana e re"}, "2031-annual": frozenset(),
    }  # fmt: skip
    for name in (
        "the 2031 spring session in Tirana e Re", "the Tirana e Re spring session 2031",
        "the spring session in Tirana of 2031", "the spring session of 2031 in Tirana",
        "THE 2031 SPRING PLENARY SESSION", "the 7th annual session", "la 7e session annuelle",
        "la session de printemps \u00e0 Tirana de 2031",
        "la session de printemps 2031 \u00e0 Tirana",
    ):  # fmt: skip
        (mention,) = mentions(f"{name} was", referred)
        assert (mention.text, mention.ref) == (name, "2031-spring")
    nothing = known([], [])
    (mention,) = mentions("the 2031 spring session in Tirana", nothing)
    assert (mention.text, mention.ref) == ("the 2031 spring session", None)


def test_a_session_by_its_city_is_a_mention_like_any_other() -> None:
    """It is the whole of what is named, with the year."""
    referred = known([*CORPUS.declarations(), *CORPUS.resolutions()], CORPUS.sessions())
    assert meant(" Sofia 2024 ", referred) == model.Mention(
        text="Sofia 2024", start=0, end=10, kind=model.MentionKind.SESSION,
        ref=model.Ref("2024-spring"), year=2024,
    )  # fmt: skip


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("Resolution 498(2025),and 499")))
def test_any_text_has_its_references_in_order(text: str) -> None:
    """No text is refused, and the words of each mention stand where it says."""
    reached = 0
    for mention in CORPUS.references(text):
        assert reached <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        reached = mention.start
