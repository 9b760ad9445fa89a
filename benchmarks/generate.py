"""Write a release of invented records, as large as is wanted and the same each time.

Run it:  python -m benchmarks.generate CLAUSES FOLDER [--seed N]

The folder is a release as `natopa.load(pathlib.Path("FOLDER"))` reads it.  What is written in
it means nothing, but it has the measures of the real thing: twenty clauses in a text,
twenty texts in a session, clauses of some thirty words, a few common words and many rare ones.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Record: TypeAlias = "dict[str, Any]"
    Records: TypeAlias = "list[Record]"

CLAUSES_IN_A_TEXT = 20
TEXTS_IN_A_SESSION = 20
CLAUSES_FOR_A_STATEMENT = 10

WORDS = {
    "opening": "Recalling Noting Welcoming Convinced Concerned Reaffirming Recognising Stressing",
    "verb": "strengthen support defend renew review finance protect share organise provide lift",
    "adjective": (
        "common joint lasting maritime digital regional nuclear civil military parliamentary"
        " allied eastern northern southern severe rapid credible modern strategic political"
        " economic free hybrid technical human open hostile independent legitimate transatlantic"
    ),
    "noun": (
        "defence security alliance deterrence resilience budget air missile system border treaty"
        " partner government parliament aggression weapon restriction delivery strategy threat"
        " energy supply mission force training election democracy economy technology cyberspace"
        " sanction industry refugee ceasefire reconstruction enlargement membership cooperation"
        " summit declaration resolution committee delegation amendment vote principle commitment"
        " capability exercise infrastructure satellite harbour railway hospital school climate"
        " drought fishery archive language programme neighbour citizen veteran soldier judge"
    ),
    "link": "of for against with in towards despite through after before under beyond",
}
"""Words of each kind, the most common first."""

SYLLABLES = "ba ce dor fel gan hir jol kam lun mer nov pol rus sta tev ul vas wen yar zin"
"""What names are made of."""

TOPICS = 16
PERSONS = 60
BODIES = 12


@final
class Writer:
    """Sentences from word lists; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing here is secret.
        self._words = {kind: words.split() for kind, words in WORDS.items()}
        # The weights fall as the ranks rise, as they do in any language (Zipf).
        self._weights = {
            kind: list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
            for kind, words in self._words.items()
        }
        self._syllables = SYLLABLES.split()

    def word(self, kind: str) -> str:
        """Return a word of one kind, a common one more often."""
        return self._random.choices(self._words[kind], cum_weights=self._weights[kind])[0]

    def name(self) -> str:
        """Return the name of a place or a person that may never come again."""
        return "".join(self._random.choices(self._syllables, k=self._random.randint(2, 4))).title()

    def phrase(self) -> str:
        """Return a noun with what belongs to it."""
        words = [self.word("adjective"), self.word("noun")]
        if self._random.random() < 0.2:
            words.append(self.word("noun"))
        if self._random.random() < 0.1:
            words.append(self.name())
        return f"the {' '.join(words)}"

    def clause(self, *, operative: bool) -> str:
        """Return a clause of some thirty words."""
        words = [f"to {self.word('verb')}" if operative else self.word("opening"), self.phrase()]
        for _ in range(self._random.randint(3, 9)):
            words += [self.word("link"), self.phrase()]
        return " ".join(words) + ";"

    def title(self) -> str:
        """Return a title of a few words."""
        return f"{self.phrase()} {self.word('link')} {self.phrase()}".title()

    def pick(self, kind: str, many: int) -> str:
        """Return the id of one of `many` records of one kind."""
        return f"{kind}-{self._random.randrange(many)}"

    def chance(self, part: float) -> bool:
        """Return true that often."""
        return self._random.random() < part


def release(clauses: int, seed: int) -> dict[str, list[Record]]:
    """Return the records of a release with so many clauses, by the name of their file."""
    writer = Writer(seed)
    texts = -(-clauses // CLAUSES_IN_A_TEXT)
    sources = max(10, texts // 2)
    files: dict[str, list[Record]] = {
        "topics.json": [{"id": f"topic-{n}", "name": writer.title()} for n in range(TOPICS)],
        "sources.json": [
            {"id": f"source-{n}", "publisher": writer.name(), "kind": "parliament",
             "url": f"https://parliament.example/{n}", "title": writer.title(), "language": "en"}
            for n in range(sources)
        ],
        "bodies.json": [
            {"id": f"body-{n}", "name": writer.title(), "kind": "group"} for n in range(BODIES)
        ],
        "persons.json": [
            {"id": f"person-{n}", "name": f"{writer.name()} {writer.name()}"}
            for n in range(PERSONS)
        ],
    }  # fmt: skip
    left = clauses
    for first in range(0, texts, TEXTS_IN_A_SESSION):
        session = _session(first // TEXTS_IN_A_SESSION, writer, sources)
        name = session["id"]
        files[f"sessions/{name}.json"] = [session]
        resolutions: list[Record] = []
        for number in range(first, min(first + TEXTS_IN_A_SESSION, texts)):
            text = _text(number + 1, str(name), min(left, CLAUSES_IN_A_TEXT), writer, sources)
            left -= CLAUSES_IN_A_TEXT
            resolutions.append(text)
        files[f"resolutions/{name}.json"] = resolutions
        files[f"statements/{name}.json"] = [
            _statement(number, position, writer, sources)
            for number in range(first + 1, first + len(resolutions) + 1)
            for position in range(CLAUSES_IN_A_TEXT // CLAUSES_FOR_A_STATEMENT)
        ]
    return files


def _session(number: int, writer: Writer, sources: int) -> Record:
    year, season = 1955 + number // 2, ("spring", "annual")[number % 2]
    return {
        "id": f"{year}-{season}",
        "year": year,
        "season": season,
        "confidence": "high",
        "citations": [_citation(writer, sources)],
        "city": writer.name(),
    }


def _text(number: int, session: str, clauses: int, writer: Writer, sources: int) -> Record:
    return {
        "id": str(number),
        "coverage": "full",
        "confidence": "high",
        "citations": [_citation(writer, sources)],
        "number": number,
        "title": writer.title(),
        "session": session,
        "clauses": [_clause(number, position, writer, sources) for position in range(clauses)],
    }


def _clause(number: int, position: int, writer: Writer, sources: int) -> Record:
    operative = position >= CLAUSES_IN_A_TEXT // 2
    text = writer.clause(operative=operative)
    clause: Record = {
        "id": f"{number}#paragraph-{position + 1}",
        "role": "operative" if operative else "preamble",
        "summary": f"{writer.phrase()} {writer.word('link')} {writer.phrase()}.".capitalize(),
        "citations": [_citation(writer, sources)],
        "label": f"{position + 1}.",
        "verb": text.partition(" the ")[0],
    }
    if operative:
        clause["addressees"] = [writer.pick("body", BODIES)]
    if writer.chance(0.7):
        clause["topics"] = [writer.pick("topic", TOPICS)]
    wording: Record = {"text": text, "language": "en", "fidelity": "official"}
    clause["wordings"] = [wording | {"citation": _citation(writer, sources)}]
    return clause


def _statement(number: int, position: int, writer: Writer, sources: int) -> Record:
    wording: Record = {
        "text": writer.clause(operative=False),
        "language": "en",
        "fidelity": "quoted",
        "citation": _citation(writer, sources),
    }
    return {
        "id": f"statement-{number}-{position + 1}",
        "speaker": writer.pick("person", PERSONS),
        "capacity": "Member",
        "medium": "speech",
        "summary": f"Speaks of {writer.phrase()}.",
        "wordings": [wording],
        "about": [str(number)],
    }


def _citation(writer: Writer, sources: int) -> Record:
    return {"source": writer.pick("source", sources), "locator": f"page {ord(writer.name()[0])}"}


def write(folder: Path, clauses: int, seed: int = 1) -> None:
    """Write the release into `folder`, which is made; what stands there is written over."""
    files = release(clauses, seed)
    manifest: Record = {
        "format": 1,
        "version": f"invented-{clauses}",
        "published": "2026-11",
        "title": f"{clauses} invented clauses",
        "files": list(files),
    }
    for name, content in [("manifest.json", manifest), *files.items()]:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("clauses", type=int, metavar="CLAUSES")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    arguments = parser.parse_args()
    write(arguments.folder, arguments.clauses, arguments.seed)


if __name__ == "__main__":
    main()
