"""A small release of invented texts and statements, for quotations that the record has none of.

The words stand in `tests/quotations/invented.json`; here they are put into the files of a
release, as `natopa.load` reads them.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import natopa_declarations as natopa

Record: TypeAlias = "dict[str, Any]"

WORDS = Path(__file__).parent.parent / "tests" / "quotations" / "invented.json"
CITED = [{"source": "minutes"}]


@cache
def corpus() -> natopa.Corpus:
    """Return the release of the invented words, loaded."""
    words: Record = json.loads(WORDS.read_bytes())
    return of(words["declaration"], words["resolutions"], words["statements"],
              words["persons"], words["bodies"])  # fmt: skip


def of_wording(text: str, language: str = "en") -> natopa.Corpus:
    """Return a release that holds one clause with these words, and no other."""
    clause = {
        "id": "900#clause", "role": "operative", "summary": "Invented.", "citations": CITED,
        "wordings": [{"text": text, "language": language, "fidelity": "official",
                      "citation": CITED[0]}],
    }  # fmt: skip
    return of({"id": "900", "number": 900, "clauses": [clause]})


def of(
    declaration: Record,
    resolutions: list[Record] | None = None,
    statements: list[Record] | None = None,
    persons: list[Record] | None = None,
    bodies: list[Record] | None = None,
) -> natopa.Corpus:
    """Return a release with these records, loaded from a folder that is removed again."""
    texts = {"declarations": [declaration], "resolutions": resolutions or []}
    files: dict[str, list[Record]] = {
        "sources.json": [
            {"id": name, "publisher": name.title(), "kind": "press", "language": "en",
             "url": f"https://{name}.example/1", "title": "Invented", "published": "2031-05"}
            for name in ("minutes", "paper", "gazette")
        ],
        "bodies.json": [{**body, "kind": "group", "citations": CITED} for body in bodies or []],
        "persons.json": [{**person, "citations": CITED} for person in persons or []],
        "sessions/2031-spring.json": [
            {"id": "2031-spring", "year": 2031, "season": "spring", "confidence": "high",
             "citations": CITED, "city": "Tirana", "country": "AL"}
        ],
    }  # fmt: skip
    for kind, records in texts.items():
        for record in records:
            files[f"{kind}/{record['id']}.json"] = [_text(record)]
    if statements:
        files["statements/invented.json"] = [_statement(record) for record in statements]
    manifest = {"format": 1, "version": "invented", "published": "2031-06", "title": "Invented",
                "files": list(files)}  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for name, document in {"manifest.json": manifest, **files}.items():
            file = Path(folder) / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(
                json.dumps(document, ensure_ascii=False, indent=2) + "\n",
                encoding="utf-8",
                newline="\n",
            )
        return natopa.load(Path(folder))


def _text(record: Record) -> Record:
    editions: list[Record] = [{"name": "adopted", "citations": CITED}]
    if "draft" in record:
        editions.insert(0, {"name": "draft", "citations": CITED, "title": record["draft"]})
    known: Record = {name: record[name] for name in ("id", "number", "title") if name in record}
    coverage = "partial" if record.get("clauses") else "title"
    return {
        **known, "session": "2031-spring", "coverage": coverage, "confidence": "high",
        "citations": CITED, **({"titles": record["titles"]} if "titles" in record else {}),
        "editions": editions,
        **({"clauses": record["clauses"]} if record.get("clauses") else {}),
    }  # fmt: skip


def _statement(record: Record) -> Record:
    return {
        "id": record["id"], "speaker": record["speaker"], "capacity": "Member",
        "medium": "speech", "summary": "Invented.", "wordings": record["wordings"],
        "about": record["about"],
    }  # fmt: skip
