"""Write records of sessions or adopted texts from a table: one file for each row.

    python -m tools import-table sessions TABLE.csv
    python -m tools import-table texts TABLE.csv

The records go into the release in preparation.  The tool does the mechanical work: ids, dates,
sources, persons, the order of keys.  It leaves existing records alone, so it can run again after a
record was edited by hand.

The columns of a table of sessions are

    year, season, ordinal, city, country, start, end, president, basis, confidence, sources

and of a table of texts

    id, kind, number, title, subject, session, adopted, confidence, sources

A cell is blank if no source states it.  `sources` has addresses, separated by spaces; each needs
a record in the release.  `president` is the name of a person in the release.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from natopa_declarations._codec.formats import MANIFEST
from natopa_declarations._codec.strict import decode_manifest
from natopa_declarations._codec.writing import encode
from natopa_declarations.model.agents import Person
from natopa_declarations.model.dates import PartialDate
from natopa_declarations.model.ids import Country, SessionId, SourceId, TextId
from natopa_declarations.model.names import fold
from natopa_declarations.model.sessions import Session
from natopa_declarations.model.sources import Citation, Source
from natopa_declarations.model.texts import Declaration, Resolution
from natopa_declarations.model.value import Value
from natopa_declarations.model.words import (
    Confidence,
    Coverage,
    PresidentBasis,
    Season,
    SessionFormat,
    SourceKind,
)

Row = dict[str, str]


class UnknownError(Exception):
    """A row that refers to something that the release lacks."""


class Known:
    """The sources, persons and sessions of a release."""

    def __init__(self, folder: Path) -> None:
        self.sources = {o["url"]: o["id"] for o in _objects(folder, "sources")}
        self.persons = {
            fold(name): o["id"]
            for o in _objects(folder, "persons")
            for name in (o["id"], o["name"], *o.get("other_names", ()))
        }
        self.sessions = {o["id"] for o in _objects(folder, "sessions")}

    def citations(self, row: Row) -> tuple[Citation, ...]:
        """Return a citation for each address of the row."""
        return tuple([Citation(source=self._source(url)) for url in row["sources"].split()])

    def _source(self, url: str) -> Source:
        if url not in self.sources:
            raise UnknownError(f"no source has the address {url}; add a record of it first")
        identifier = SourceId(self.sources[url])
        return Source(id=identifier, publisher="", kind=SourceKind.PRESS, url=url)

    def person(self, name: str) -> Person | None:
        """Return the person with this name, or None if the cell is blank."""
        if name and fold(name) not in self.persons:
            raise UnknownError(f"no person has the name {name}; add a record first")
        return Person(id=self.persons[fold(name)], name=name) if name else None

    def session(self, identifier: str) -> Session | None:
        """Return the session with this id, or None if the cell is blank."""
        if not identifier:
            return None
        if identifier not in self.sessions:
            raise UnknownError(f"no session has the id {identifier}; add a record first")
        return Session(
            id=SessionId(identifier),
            year=int(identifier[:4]),
            season=Season(identifier[5:]),
            confidence=Confidence.LOW,
            citations=(),
        )


def session(row: Row, known: Known) -> Session:
    """Turn a row of the table of sessions into a record."""
    online = row["city"] == "online"
    return Session(
        id=SessionId(f"{row['year']}-{row['season']}"),
        year=int(row["year"]),
        season=Season(row["season"]),
        confidence=Confidence(row["confidence"]),
        citations=known.citations(row),
        ordinal=int(row["ordinal"].rstrip("stndrh")) if row["ordinal"] else None,
        city=None if online else row["city"] or None,
        country=Country(row["country"]) if row["country"] else None,
        format=SessionFormat.ONLINE if online else SessionFormat.IN_PERSON,
        start=_date(row["start"]),
        end=_date(row["end"]),
        president=known.person(row["president"]),
        president_basis=PresidentBasis(row["basis"]) if row["basis"] else None,
    )


def text(row: Row, known: Known) -> Declaration | Resolution:
    """Turn a row of the table of texts into a record."""
    kinds: dict[str, Any] = {"Declaration": Declaration, "Resolution": Resolution}
    if row["kind"] not in kinds:
        raise ValueError(f"kind: expected {' or '.join(kinds)}, found {row['kind']!r}")
    cls = kinds[row["kind"]]
    record: Declaration | Resolution = cls(
        id=TextId(row["id"] or row["number"]),
        number=int(row["number"]) if row["number"] else None,
        title=row["title"] or None,
        subject=row["subject"] or None,
        session=known.session(row["session"]),
        adopted=_date(row["adopted"]),
        coverage=Coverage.TITLE if row["title"] else Coverage.NUMBER,
        confidence=Confidence(row["confidence"]),
        citations=known.citations(row),
    )
    return record


def write(kind: str, table: Path, folder: Path) -> dict[str, bool]:
    """Write a file for each row whose record does not exist.

    Return the name of the file of each row, and whether it was written.
    """
    known = Known(folder)
    number = decode_manifest((folder / MANIFEST).read_bytes()).format
    files: dict[str, bool] = {}
    with table.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream), start=2):
            try:
                record: Value = (session if kind == "sessions" else text)(row, known)
            except KeyError as error:
                raise SystemExit(f"{table}, line {line}: no column {error}") from None
            except (UnknownError, ValueError) as error:
                raise SystemExit(f"{table}, line {line}: {error}") from None
            home = "sessions" if kind == "sessions" else f"{row['kind'].lower()}s"
            name = f"{home}/{record.id}.json"  # type: ignore[attr-defined]
            files[name] = not (folder / name).exists()
            if files[name]:
                (folder / home).mkdir(exist_ok=True)
                (folder / name).write_bytes(encode((record,), number))
    return files


def _objects(folder: Path, kind: str) -> list[dict[str, Any]]:
    files = [folder / f"{kind}.json", *sorted((folder / kind).glob("*.json"))]
    return [o for file in files if file.exists() for o in json.loads(file.read_bytes())]


def _date(cell: str) -> PartialDate | None:
    return PartialDate.parse(cell) if cell else None
