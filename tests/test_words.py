"""Words that a source must print are proved by digests, as the source is not in the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from tools import digest_words
from tools.__main__ import main

import natopa_declarations as natopa
from tests.test_values import RELEASES

if TYPE_CHECKING:
    from collections.abc import Callable

FOUNDING = "lb-ua-29512"
PROVED = {
    file.stem: {entry["digest"]: entry["of"] for entry in json.loads(file.read_bytes())}
    for file in sorted(digest_words.FOLDER.glob("*.json"))
}
"""For each source that a maintainer had the text of: the digests of words that it prints."""


def unproved(corpus: natopa.Corpus) -> list[str]:
    """Name the records with words that are cited to such a source and not proved."""
    return [
        reference
        for source, proved in PROVED.items()
        if source in corpus._index
        for reference, words in digest_words.cited(corpus, source)
        if digest_words.digest(words) not in proved
    ]


@pytest.mark.parametrize("version", RELEASES)
def test_the_words_that_are_cited_to_an_article_are_its_words(version: str) -> None:
    """Every wording and reading of the founding article, of any release, is in the article."""
    corpus = natopa.load(version)
    assert unproved(corpus) == []
    assert len(list(digest_words.cited(corpus, FOUNDING))) >= 7


@pytest.mark.slow
def test_what_is_proved_is_cited() -> None:
    """No digest is left over from words that no release has."""
    for source, proved in PROVED.items():
        cited = {
            (digest_words.digest(words), reference)
            for version in RELEASES
            for reference, words in digest_words.cited(natopa.load(version), source)
        }
        assert set(proved.items()) <= cited


CORPUS = natopa.load("2026.2")
CLAUSE = CORPUS.clause("489#everything-it-needs")
STATEMENT = CORPUS.statement("szczerba-they-need-it-now")


def with_record(record: natopa.Clause | natopa.Statement) -> natopa.Corpus:
    """Return the release with another record or part in the place of the one with its id."""
    return natopa.Corpus(CORPUS.release, CORPUS._records, {**CORPUS._index, record.id: record})


def said(words: str) -> natopa.Corpus:
    """Return the release with other words in the statement of Szczerba."""
    wording = attrs.evolve(STATEMENT.wordings[0], text=words)
    return with_record(attrs.evolve(STATEMENT, wordings=(wording,)))


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("two weeks", "three weeks"),
        lambda text: text.replace("Not even", "Even"),
        lambda text: text[: text.rindex(" ")],
        lambda text: f"{text} today",
        lambda text: text.replace("our help", "... help"),
    ],
)
def test_a_broken_word_is_found(damage: Callable[[str], str]) -> None:
    """One word other, fewer or more; what the typesetter chose makes no difference."""
    text = STATEMENT.wordings[0].text
    assert damage(text) != text
    assert unproved(said(damage(text))) == [STATEMENT.id]
    assert unproved(said(text.upper().replace(" ", "  "))) == []


def test_a_broken_word_in_a_part_or_a_reading_is_found() -> None:
    """In a clause of a text; and in a reading, which is a word of the source that it cites."""
    wording = CLAUSE.wordings[0]
    other = attrs.evolve(wording, text=wording.text.replace("everything", "all"))
    assert unproved(with_record(attrs.evolve(CLAUSE, wordings=(other,)))) == [CLAUSE.id]
    reading = attrs.evolve(wording.readings[0], citation=wording.citation)
    other = attrs.evolve(wording, readings=(reading,))
    assert unproved(with_record(attrs.evolve(CLAUSE, wordings=(other,)))) == [CLAUSE.id]


ARTICLE = """Ann said: \u201cWe won\u2019t send 3.5% of it,
not a long-term gift\u201d. Ben said nothing."""


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("We won't send 3.5% of it, not a long-term gift", True),
        ("we won\u2019t ... a long term gift", True),
        ("Ann said \u2026 Ben said", True),
        ("a long-term gift ... We won't", False),
        ("We will send", False),
        ("send 35% of it", False),
        ("send 3.5 of it", False),
        ("send it", False),
        ("on't send", False),
    ],
)
def test_what_is_printed(text: str, printed: bool) -> None:  # noqa: FBT001
    """The same words in the same order, whatever the quotation marks, dashes and line ends."""
    assert digest_words.is_printed(text, ARTICLE) is printed


def test_words() -> None:
    """Numbers and signs are words; the digest is that of any tool for SHA-256."""
    assert digest_words.words("It\u2019s 3.5% of the long-term \u2026 Strategy.") == [
        "it's", "3.5", "%", "of", "the", "long", "term", "...", "strategy",
    ]  # fmt: skip
    # printf 'half measures' | sha256sum
    assert digest_words.digest("Half-measures!") == (
        "sha256:d2342eca970fdf7c49aa6463e8f23f741bef2a117ed3d0760c0593530f1be5f3"
    )


@pytest.mark.slow
def test_the_tool_names_what_an_article_does_not_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it prints is digested, the rest is said, and the exit status is 1."""
    monkeypatch.setattr(digest_words, "FOLDER", tmp_path / "words")
    article = tmp_path / "article.txt"
    article.write_text(f"He said: {STATEMENT.wordings[0].text}", encoding="utf-8")
    assert main(["digest-words", str(article), FOUNDING]) == 1
    (entry,) = json.loads((tmp_path / "words" / f"{FOUNDING}.json").read_bytes())
    assert entry["of"] == STATEMENT.id
    assert PROVED[FOUNDING][entry["digest"]] == STATEMENT.id
    lines = capsys.readouterr().err.splitlines()
    assert f"not in {article}: 2026.2, {CLAUSE.id}: {CLAUSE.wordings[0].text}" in lines
    article.write_text("Nothing of it.", encoding="utf-8")
    assert main(["digest-words", str(article), "babel-107516"]) == 1
    assert not (tmp_path / "words" / "babel-107516.json").exists()
    with pytest.raises(SystemExit, match="no source 'nobody'"):
        main(["digest-words", str(article), "nobody"])
