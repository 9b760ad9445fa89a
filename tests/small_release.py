"""A small release of invented records, with every kind of record and every key of the format.

The tests that break a release on purpose break this one, so that they hold whatever the
packaged data says.  Keys stand in the order in which `encode` writes them: those that a
record must have, then the others, either in the order of the model.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypeAlias

    Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
    Documents: TypeAlias = "dict[str, Json]"

MANIFEST = "manifest.json"

_SMALL: Documents = {
    MANIFEST: {
        "format": 2,
        "version": "small",
        "published": "2026-01",
        "title": "A small release",
        "as_of": "2025-12-31",
        "files": [
            "topics.json",
            "sources.json",
            "bodies.json",
            "persons.json",
            "sessions/2024-spring.json",
            "declarations/489.json",
            "resolutions/490.json",
            "statements/ada.json",
            "claims/press.json",
            "member-states.json",
            "sizes.json",
            "participation-classes.json",
            "gaps.json",
        ],
        "changes": [
            {
                "record": "489#lift",
                "kind": "corrected",
                "reason": "A letter was missing.",
                "sources": ["press"],
            },
            {
                "record": "488",
                "kind": "retired",
                "reason": "It was a resolution.",
                "successor": "490",
                "retired_in": "smaller",
            },
        ],
    },
    "topics.json": [{"id": "weapons", "name": "Weapons", "other_names": ["Arms"]}],
    "sources.json": [
        {
            "id": "press",
            "publisher": "A Paper",
            "kind": "press",
            "url": "https://paper.example/1",
            "title": "They adopted it",
            "language": "en",
            "published": "2024-05-27",
            "code": "1 P 24",
            "note": "Translated by a machine.",
        },
        {
            "id": "minutes",
            "publisher": "An Assembly",
            "kind": "assembly",
            "url": "https://assembly.example/1",
        },
    ],
    "bodies.json": [
        {
            "id": "assembly",
            "name": "An Assembly",
            "kind": "assembly",
            "other_names": ["The Assembly"],
            "country": "BG",
            "citations": [{"source": "press", "locator": "line 2", "note": "Calls it so."}],
            "note": "It is invented.",
        }
    ],
    "persons.json": [
        {
            "id": "ada",
            "name": "Ada Żak",
            "other_names": ["Ada Zhak"],
            "memberships": [
                {
                    "body": "assembly",
                    "role": "President",
                    "citations": [{"source": "press"}],
                    "start": "2023",
                    "end": "2024-11",
                    "in_office": ["2023-05"],
                    "note": "Elected twice.",
                    "inference": "Nobody else signed.",
                }
            ],
            "citations": [{"source": "press"}],
            "note": "She is invented.",
        },
        {"id": "ben", "name": "Ben Poe"},
    ],
    "sessions/2024-spring.json": [
        {
            "id": "2024-spring",
            "year": 2024,
            "season": "spring",
            "confidence": "high",
            "citations": [{"source": "press"}],
            "ordinal": 70,
            "city": "Sofia",
            "other_city_names": ["София"],
            "country": "BG",
            "venue": "The hall",
            "format": "hybrid",
            "held": False,
            "start": "2024-05-24",
            "end": "2024-05-27",
            "president": "ada",
            "president_basis": "named",
            "host": "assembly",
            "participants": [
                {
                    "person": "ben",
                    "mode": "video",
                    "capacity": "Guest",
                    "citations": [{"source": "press"}],
                    "note": "For a minute.",
                }
            ],
            "attendance": [
                {
                    "value": 250,
                    "qualifier": "about",
                    "counted": "members",
                    "citations": [{"source": "press"}],
                    "verdict": "unconfirmed",
                    "note": "A round figure.",
                }
            ],
            "decisions": [
                {
                    "id": "2024-spring#status",
                    "title": "A status",
                    "summary": "It gave a status.",
                    "accounts": [
                        {
                            "summary": "It says so.",
                            "citations": [{"source": "press"}],
                            "date": "2024-05-26",
                            "verdict": "refined",
                            "inference": "The day is that of the article.",
                        }
                    ],
                    "date": "2024-05-26",
                    "about": ["489"],
                    "note": "In closed session.",
                }
            ],
            "inference": "The year is that of the paper.",
            "note": "It is invented.",
        }
    ],
    "declarations/489.json": [
        {
            "id": "489",
            "number": 489,
            "title": "Standing",
            "subject": "Standing",
            "session": "2024-spring",
            "adopted": "2024-05-27",
            "coverage": "partial",
            "confidence": "medium",
            "citations": [
                {
                    "source": "minutes",
                    "locator": "page 1",
                    "fields": ["title", "adopted"],
                    "read_on": "2026-01-02",
                }
            ],
            "summary": "It stands.",
            "code": "489 D 24",
            "presenter": "ada",
            "committee": "assembly",
            "rapporteur": "ben",
            "titles": [
                {
                    "text": "Стоїмо",
                    "language": "uk",
                    "fidelity": "translated",
                    "citation": {"source": "press"},
                }
            ],
            "editions": [
                {
                    "name": "draft",
                    "citations": [{"source": "press"}],
                    "title": "United",
                    "date": "2024-05",
                    "code": "1 D 24",
                    "titles": [
                        {
                            "text": "Єдині",
                            "language": "uk",
                            "fidelity": "translated",
                            "citation": {"source": "press"},
                        }
                    ],
                    "presences": [
                        {
                            "clause": "489#lift",
                            "present": False,
                            "citations": [{"source": "press"}],
                            "inference": "An amendment brought it in.",
                        }
                    ],
                    "note": "Nobody kept it.",
                },
                {"name": "adopted", "citations": [{"source": "minutes"}]},
            ],
            "amendments": [
                {
                    "id": "489#amendment",
                    "summary": "It lifts.",
                    "citations": [{"source": "press"}],
                    "inserts": ["489#lift"],
                    "moved_by": ["ben"],
                    "supported_by": [
                        {
                            "body": "assembly",
                            "citations": [{"source": "press"}],
                            "led_by": ["ada", "ben"],
                            "summary": "They stood behind it.",
                            "note": "Two of them.",
                        }
                    ],
                    "note": "In the morning.",
                }
            ],
            "clauses": [
                {
                    "id": "489#lift",
                    "role": "operative",
                    "summary": "It lifts them.",
                    "citations": [{"source": "press"}],
                    "label": "14.",
                    "opening": "Urges",
                    "addressees": ["assembly"],
                    "topics": ["weapons"],
                    "countries": ["BG", "XK"],
                    "cited_texts": ["490"],
                    "seen": "cut-off",
                    "wordings": [
                        {
                            "text": "to lift some limits",
                            "language": "en",
                            "fidelity": "quoted",
                            "citation": {"source": "press"},
                            "readings": [
                                {
                                    "lemma": "some limits",
                                    "citation": {"source": "minutes"},
                                    "text": "деякі межі",
                                    "language": "uk",
                                    "note": "It says less.",
                                }
                            ],
                            "confirmed_by": [{"source": "minutes"}],
                            "inference": "The words of the draft.",
                        }
                    ],
                    "amendment": "489#amendment",
                    "first_edition": "adopted",
                    "inference": "The number fits.",
                    "note": "The last one.",
                },
                {
                    "id": "489#recall",
                    "role": "preamble",
                    "summary": "It recalls.",
                    "citations": [{"source": "press"}],
                    "seen": "reported",
                },
            ],
            "votes": [
                {
                    "id": "489#vote",
                    "on": "489",
                    "adopted": True,
                    "accounts": [
                        {
                            "summary": "It counts.",
                            "citations": [{"source": "press"}],
                            "verdict": "contradicted",
                            "unit": "members",
                            "in_favour": 200,
                            "against": 1,
                            "abstentions": 0,
                            "total": 201,
                            "unanimous": False,
                            "opponents": ["One of them"],
                            "inference": "The total is ours.",
                        }
                    ],
                    "date": "2024-05-27",
                    "note": "By show of hands.",
                }
            ],
            "relations": [
                {
                    "kind": "accompanies",
                    "target": "490@adopted",
                    "citations": [{"source": "press"}],
                    "note": "On one day.",
                    "inference": "The dates agree.",
                }
            ],
            "copies": [
                {
                    "source": "minutes",
                    "language": "fr",
                    "kind": "official",
                    "locator": "page 2",
                    "inference": "The numbers agree.",
                    "note": "It is a scan.",
                }
            ],
            "inference": "The number fits.",
            "note": "It is invented.",
        }
    ],
    "resolutions/490.json": [
        {
            "id": "490",
            "number": 490,
            "coverage": "number",
            "confidence": "low",
            "citations": [{"source": "press"}],
            "editions": [{"name": "adopted", "citations": [{"source": "press"}]}],
        }
    ],
    "statements/ada.json": [
        {
            "id": "ada-now",
            "speaker": "ada",
            "capacity": "President",
            "medium": "speech",
            "summary": "She says now.",
            "wordings": [
                {
                    "text": "Now!",
                    "language": "en",
                    "fidelity": "quoted",
                    "citation": {"source": "press"},
                }
            ],
            "about": ["489", "489#lift", "489@draft"],
            "date": "2024-05-27",
            "accounts": [{"summary": "Or soon.", "citations": [{"source": "minutes"}]}],
            "note": "She is invented.",
        }
    ],
    "claims/press.json": [
        {
            "id": "press#s1",
            "label": "S1",
            "kind": "quotation",
            "text": "It lifts them.",
            "citation": {"source": "press"},
            "about": ["489#lift", "2024-spring#status"],
            "verdict": "corroborated",
            "finding": "The minutes say so.",
            "evidence": [{"source": "minutes"}],
            "inference": "As far as they go.",
        }
    ],
    "member-states.json": [
        {
            "id": "member-bg",
            "country": "BG",
            "accession": "2004",
            "citations": [{"source": "press"}],
            "note": "With others.",
        }
    ],
    "sizes.json": [
        {
            "id": "size-2020",
            "start": "2020",
            "citations": [{"source": "press"}],
            "end": "2022",
            "members": 7,
            "countries": 3,
            "others": "Two guests.",
            "note": "It is invented.",
        }
    ],
    "participation-classes.json": [
        {
            "id": "class-guest",
            "name": "Guest",
            "citations": [{"source": "press"}],
            "other_names": ["Visitor"],
            "rights": "Guests listen.",
            "countries": ["CH"],
            "as_of": "2024-05",
            "accounts": [{"summary": "They came.", "citations": [{"source": "press"}]}],
            "note": "It is invented.",
        }
    ],
    "gaps.json": [
        {
            "id": "gap-1-2",
            "summary": "Nobody has them.",
            "citations": [{"source": "press"}],
            "number": 1,
            "last_number": 2,
        },
        {
            "id": "gap-1900-1901-spring",
            "summary": "Nobody has them.",
            "citations": [{"source": "press"}],
            "year": 1900,
            "last_year": 1901,
            "season": "spring",
        },
    ],
}


def documents() -> Documents:
    """Return the documents of the release by file name: a copy, free to be broken."""
    return copy.deepcopy(_SMALL)


def documents_of_format_1() -> Documents:
    """Return the same release as format 1 has it: with older keys, and without the newer ones."""
    return {name: _older(document) for name, document in documents().items()}


NEWER = {
    "as_of", "cited_texts", "confirmed_by", "copies", "countries", "fields", "read_on", "seen"
}  # fmt: skip
"""The keys of format 2 that format 1 does not have; two classes had them before."""


def _older(document: Json) -> Json:
    if isinstance(document, list):
        return [_older(item) for item in document]
    if not isinstance(document, dict):
        return document
    if document.get("format") == 2:
        document = document | {"format": 1}
    kept = {"countries", "as_of"} if {"rights", "members"} & document.keys() else set()
    return {
        "verb" if key == "opening" else key: _older(value)
        for key, value in document.items()
        if key not in NEWER - kept
    }


def written(document: Json) -> bytes:
    """Return the bytes of a file that holds `document`."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def write(folder: Path, files: Documents) -> Path:
    """Write the release into `folder`, and return the folder."""
    for name, document in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written(document))
    return folder
