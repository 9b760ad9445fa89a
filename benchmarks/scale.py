"""Measure how lookups, filters, search, locating and memory grow with the corpus.

Run it:  python -m benchmarks.scale [CLAUSES ...]
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
from benchmarks import generate
from benchmarks.quotations import articles

import natopa_declarations as natopa
from natopa_declarations import _locate as locate
from natopa_declarations import _search as search
from natopa_declarations._locate.indexed import prepare
from natopa_declarations._search.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from natopa_declarations._locate.indexed import Prepared
    from natopa_declarations._search.fields import Document

    Job = Callable[[], object]

SIZES = (1_000, 20_000)
ROUNDS = 21
SECONDS = 30
"""A comparison stops after this time, when three rounds are done, however many it wanted."""

LOOKUPS = 1_000
EVOLVED = 2_000
QUERIES = {
    "two words": "air missile",
    "common words": "alliance deterrence",
    "phrase": '"defence security"',
    "prefix": "harb*",
}
LIMIT = 20


class Limit(NamedTuple):
    """What was found, and the most that it may be."""

    name: str
    found: float
    most: float
    of: str


class Place(NamedTuple):
    """A corpus, and the folder that it was loaded from."""

    clauses: int
    folder: Path
    corpus: natopa.Corpus


def compare(jobs: dict[str, Job], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Return the seconds of each job in each round; the jobs take turns at being first."""
    found: dict[str, list[float]] = {name: [] for name in jobs}
    names = list(jobs)
    begun = time.perf_counter()
    for number in range(rounds):
        if number >= 3 and time.perf_counter() - begun > SECONDS:
            break
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            start = time.process_time()
            jobs[name]()
            found[name].append(time.process_time() - start)
    return found


def ratio(found: dict[str, list[float]], one: str, other: str) -> float:
    """Return how many times the other one costs: the median of the ratios of the rounds."""
    pairs = zip(found[one], found[other], strict=True)
    return statistics.median([a / max(b, 1e-9) for a, b in pairs])


def print_row(name: str, place: Place, *cells: str) -> None:
    """Print one line of a table."""
    print(f"{name:<28}{place.clauses:>9}{''.join(f'{cell:>14}' for cell in cells)}")


def print_head(title: str, *heads: str) -> None:
    """Print the head of a table."""
    print(f"\n{title:<28}{'clauses':>9}{''.join(f'{head:>14}' for head in heads)}")


def milliseconds(seconds: list[float]) -> str:
    """Return the median in milliseconds."""
    return f"{statistics.median(seconds) * 1e3:.3g} ms"


def size_of(root: object) -> int:
    """Return the bytes of `root` and of all that it leads to, each object once."""
    seen: set[int] = set()
    total, waiting = 0, [root]
    beyond = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType)
    while waiting:
        value = waiting.pop()
        if id(value) in seen or isinstance(value, beyond):
            continue
        seen.add(id(value))
        total += sys.getsizeof(value)
        waiting.extend(gc.get_referents(value))
    return total


def decode(folder: Path) -> list[object]:
    """Read the files of a release as JSON, and do no more."""
    names = json.loads((folder / "manifest.json").read_bytes())["files"]
    return [json.loads((folder / name).read_bytes()) for name in names]


def print_memory(places: list[Place]) -> Iterator[Limit]:
    """Print what a corpus takes, next to the JSON that it was read from."""
    print_head("memory", "JSON", "corpus", "x JSON")
    for place in places:
        plain, corpus = size_of(decode(place.folder)), size_of(place.corpus)
        cells = (f"{plain / 2**20:.1f} MiB", f"{corpus / 2**20:.1f} MiB", f"{corpus / plain:.2f}")
        print_row("loaded", place, *cells)
        yield Limit(f"memory, {place.clauses}", corpus / plain, 2.5, "x decoded JSON")


def print_loads(places: list[Place]) -> None:
    """Print what loading costs, next to decoding the same JSON."""
    print_head("load", "JSON", "load", "x JSON", "a clause")
    for place in places:
        folder = place.folder
        jobs: dict[str, Job] = {
            "json": lambda folder=folder: decode(folder),  # type: ignore[misc]
            "load": lambda folder=folder: natopa.load(folder),  # type: ignore[misc]
        }
        found = compare(jobs, 5)
        each = statistics.median(found["load"]) / place.clauses * 1e6
        print_row(
            "read and checked",
            place,
            milliseconds(found["json"]),
            milliseconds(found["load"]),
            f"{ratio(found, 'load', 'json'):.2f}",
            f"{each:.0f} us",
        )


def print_lookups(places: list[Place]) -> Iterator[Limit]:
    """Print what a lookup by id costs at each size, next to a dict; all take turns in one run."""
    jobs: dict[str, Job] = {}
    for place in places:
        known = {clause.id: clause for clause in place.corpus.clauses()}
        chosen = random.Random(1).choices(list(known), k=LOOKUPS)  # noqa: S311 - no secret.
        jobs[f"{place.clauses}"] = lambda corpus=place.corpus, chosen=chosen: [  # type: ignore[misc]
            corpus.clause(identifier) for identifier in chosen
        ]
        jobs[f"dict {place.clauses}"] = lambda known=known, chosen=chosen: [  # type: ignore[misc]
            known[identifier] for identifier in chosen
        ]
    found = compare(jobs, ROUNDS * 5)
    smallest = places[0].clauses
    growth = growth_of_dict = 1.0
    print_head("lookup", "each", "x smallest", "dict", "x smallest")
    for place in places:
        size = place.clauses
        growth = ratio(found, f"{size}", f"{smallest}")
        growth_of_dict = ratio(found, f"dict {size}", f"dict {smallest}")
        each, plain = [
            f"{statistics.median(found[name]) / LOOKUPS * 1e6:.2f} us"
            for name in (f"{size}", f"dict {size}")
        ]
        print_row("clause by id", place, each, f"{growth:.2f}", plain, f"{growth_of_dict:.2f}")
    yield Limit("lookup, growth", growth / growth_of_dict, 1.2, "x that of a dict")


def filters(corpus: natopa.Corpus) -> dict[str, tuple[Job, Job]]:
    """Return each filter that is measured, and the comprehension that it replaces."""
    speaker = corpus.persons()[0]
    return {
        "clauses, role and topic": (
            lambda: corpus.clauses(role="operative", topic="topic-3"),
            lambda: tuple(
                [
                    clause
                    for clause in corpus.clauses()
                    if clause.role == "operative"
                    and any(topic.id == "topic-3" for topic in clause.topics)
                ]
            ),
        ),
        "statements, speaker": (
            lambda: corpus.statements(speaker=speaker.id),
            lambda: tuple([said for said in corpus.statements() if said.speaker.id == speaker.id]),
        ),
    }


def print_filters(places: list[Place]) -> Iterator[Limit]:
    """Print what a filter costs, next to the comprehension that it replaces."""
    print_head("filter", "filter", "comprehension", "x")
    for place in places:
        for name, (ours, plain) in filters(place.corpus).items():
            if ours() != plain():
                raise SystemExit(f"{name}: the filter and the comprehension differ")
            found = compare({"ours": ours, "plain": plain})
            times = ratio(found, "ours", "plain")
            cells = (milliseconds(found["ours"]), milliseconds(found["plain"]), f"{times:.2f}")
            print_row(name, place, *cells)
            yield Limit(f"{name}, {place.clauses}", times, 1.5, "x comprehension")


def print_sets() -> Iterator[Limit]:
    """Print what a set of records costs that differ in one field, or in one of a part."""
    text = natopa.load("2026.1").declaration(489)
    first, *others = text.clauses
    sorts = {
        "another note": [attrs.evolve(text, note=f"{number}") for number in range(EVOLVED)],
        "a clause": [
            attrs.evolve(text, clauses=(attrs.evolve(first, summary=f"{number}"), *others))
            for number in range(EVOLVED)
        ],
    }
    print(f"\n{'set of ' + str(EVOLVED) + ' declarations':<37}{'seconds':>14}")
    for name, values in sorts.items():
        found = compare({"set": lambda values=values: set(values)}, 5)  # type: ignore[misc]
        seconds = statistics.median(found["set"])
        print(f"{name:<37}{seconds:>14.3f}")
        yield Limit(f"set, {name}", seconds, 0.05, "s")


def documents(corpus: natopa.Corpus) -> Iterator[Document]:
    """Yield what is searched of a corpus."""
    return search.documents(
        corpus.sessions(), corpus.texts(), corpus.statements(), corpus.claims()
    )


def texts_of(corpus: natopa.Corpus) -> Iterator[tuple[str, str]]:
    """Yield the id of each record that is searched, and all that is searched of it."""
    for record, _ in documents(corpus):
        yield record.id, "\n".join([text for _, _, text in search.fields(record)])


def by_hand(corpus: natopa.Corpus) -> sqlite3.Connection:
    """Index the same texts as one would by hand, with FTS5's own tokenizer."""
    connection = sqlite3.connect(":memory:")
    tokenizer = "unicode61 remove_diacritics 2"
    connection.execute(f"CREATE VIRTUAL TABLE t USING fts5(id, words, tokenize='{tokenizer}')")
    connection.executemany("INSERT INTO t VALUES (?, ?)", texts_of(corpus))
    connection.commit()
    return connection


def ask_by_hand(connection: sqlite3.Connection, query: str) -> list[Any]:
    """Ask for the best hits with snippets, in FTS5's own language."""
    select = (
        "SELECT id, snippet(t, 1, '[', ']', '...', 20) FROM t WHERE t MATCH ?"
        " ORDER BY rank LIMIT ?"
    )
    return connection.execute(select, [query, LIMIT]).fetchall()


def scan(corpus: natopa.Corpus, query: str) -> list[str]:
    """Find what has each of the words, without an index: the comprehension of a user."""
    plain = query.casefold().replace("*", "")
    words = [plain.strip('"')] if plain.startswith('"') else plain.split()
    return [
        identifier
        for identifier, text in texts_of(corpus)
        if all(word in text.casefold() for word in words)
    ]


def print_searches(places: list[Place]) -> Iterator[Limit]:
    """Print what the first search costs and each later one, next to a scan and to FTS5."""
    print_head("search", "search", "scan", "FTS5", "x scan", "x FTS5")
    for place in places:
        corpus = place.corpus

        def index(corpus: natopa.Corpus = corpus) -> search.SearchIndex:
            return search.SearchIndex(documents(corpus))

        first: dict[str, Job] = {
            "search": lambda index=index: index().search(parse("air missile"), limit=LIMIT),  # type: ignore[misc]
            "scan": lambda corpus=corpus: scan(corpus, "air missile"),  # type: ignore[misc]
            "FTS5": lambda corpus=corpus: ask_by_hand(by_hand(corpus), "air missile"),  # type: ignore[misc]
        }
        print_search("first, with the index", place, compare(first, 5))
        connection = by_hand(corpus)
        # The names of places are rare; in a clause they are the words with a capital.
        words = corpus.clauses()[-1].wordings[0].text.split()
        rare = next((word for word in words[1:] if word[0].isupper()), "neighbour drought")
        for name, query in (QUERIES | {"rare word": rare}).items():
            later: dict[str, Job] = {
                "search": lambda corpus=corpus, query=query: corpus.search(query, limit=LIMIT),  # type: ignore[misc]
                "scan": lambda corpus=corpus, query=query: scan(corpus, query),  # type: ignore[misc]
                "FTS5": lambda index=connection, query=query: ask_by_hand(index, query),  # type: ignore[misc]
            }
            if not later["search"]() or not later["FTS5"]() or not later["scan"]():
                raise SystemExit(f"nothing was found for {query}")
            times = print_search(f"later, {name}", place, compare(later))
            if place.clauses == 20_000:
                yield Limit(f"search, {name}, {place.clauses}", times, 1.5, "x FTS5 by hand")
        connection.close()


def print_search(name: str, place: Place, found: dict[str, list[float]]) -> float:
    """Print one line of the table of searches, and return how many of FTS5 by hand it costs."""
    costs = [milliseconds(found[job]) for job in ("search", "scan", "FTS5")]
    times = [f"{ratio(found, 'search', other):.3g}" for other in ("scan", "FTS5")]
    print_row(name, place, *costs, *times)
    return ratio(found, "search", "FTS5")


def print_locating(places: list[Place]) -> Iterator[Limit]:
    """Print what locating a quotation costs, next to looking for the same characters."""
    print_head("locate", "locate", "plain scan", "x scan")
    for place in places:
        clauses = place.corpus.clauses()
        quote = " ".join(clauses[len(clauses) // 2].wordings[0].text.split()[3:15])
        near = quote.replace(" the ", " a ", 1)
        absent = " ".join(reversed(quote.split()))

        def prepared(corpus: natopa.Corpus = place.corpus) -> Prepared:
            return prepare(corpus.texts(), corpus.statements())

        def scanned(words: str, clauses: tuple[natopa.Clause, ...] = clauses) -> list[str]:
            return [
                clause.id
                for clause in clauses
                for wording in clause.wordings
                if words in wording.text
            ]

        first: dict[str, Job] = {
            "locate": lambda prepared=prepared, quote=quote: locate.locate(prepared(), quote),  # type: ignore[misc]
            "scan": lambda scanned=scanned, quote=quote: scanned(quote),  # type: ignore[misc]
        }
        print_locating_row("first, with the words", place, compare(first, 5))
        for name, words in {"exact": quote, "near": near, "absent": absent}.items():
            outcome = place.corpus.locate(words).outcome
            if outcome != name:
                raise SystemExit(f"expected {name}, found {outcome}: {words}")
            jobs: dict[str, Job] = {
                "locate": lambda corpus=place.corpus, words=words: corpus.locate(words),  # type: ignore[misc]
                "scan": lambda scanned=scanned, words=words: scanned(words),  # type: ignore[misc]
            }
            times = print_locating_row(name, place, compare(jobs))
            if place.clauses == 20_000:
                yield Limit(f"locate, {name}, {place.clauses}", times, 50, "x plain scan")
        yield print_checking(place)


def print_checking(place: Place) -> Limit:
    """Print what it costs to check an article of which a third is quoted, and none twice."""
    clauses = place.corpus.clauses()
    chosen = random.Random(2).choices(clauses, k=600)  # noqa: S311 - no secret.
    quotes = [clause.wordings[0].text for clause in chosen]
    changed = [quote.replace(" the ", f" the {number} ", 1) for number, quote in enumerate(quotes)]
    filler = "The session went on for a long time, and nobody left the hall before it was over. "
    article = "\n\n".join([f'{filler * 3}"{quote}" was read.' for quote in changed])
    start = time.process_time()
    found = place.corpus.check(article)
    seconds = time.process_time() - start
    words = len(article.split())
    print_row("check an article", place, f"{seconds:.2f} s", f"{words} words", found.headline)
    return Limit(f"check, seconds of 50,000 words, {place.clauses}", seconds / words * 5e4, 5, "s")


def newest_limits() -> Iterator[Limit]:
    """Return what it costs to check articles against the newest packaged release."""
    newest = natopa.load()
    newest.locate("one two three")
    filler = "The weather was fine, and the session went on for a long time without a break. "
    texts = [filler * 3 + case["text"] for case in articles()]
    short = "\n\n".join(texts)[:6_500]
    # Each time with other numbers in it, so that no quotation is one seen before.
    long = "\n\n".join([f"{number} {short}" for number in range(50)])
    long = re.sub(r"\bUkraine\b", lambda match: f"{match.group()}{match.start()}", long)
    for article, unit, most in ((short, 1_000, 0.05), (long, 50_000, 5)):
        times = []
        for _ in range(5):
            start = time.process_time()
            newest.check(article)
            times.append(time.process_time() - start)
        seconds = min(times) / len(article.split()) * unit
        yield Limit(f"check, {unit:,} words, newest release", seconds, most, "s")


def print_locating_row(name: str, place: Place, found: dict[str, list[float]]) -> float:
    """Print one line of the table, and return how many scans it costs."""
    times = ratio(found, "locate", "scan")
    cells = (milliseconds(found["locate"]), milliseconds(found["scan"]), f"{times:.1f}")
    print_row(name, place, *cells)
    return times


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("clauses", type=int, nargs="*", metavar="CLAUSES", default=SIZES)
    sizes = parser.parse_args().clauses
    print(f"{platform.python_implementation()} {platform.python_version()}, ", end="")
    print(f"SQLite {sqlite3.sqlite_version}; processor time, medians")
    limits = list(newest_limits())
    with tempfile.TemporaryDirectory() as temporary:
        places = []
        for clauses in sizes:
            folder = Path(temporary) / str(clauses)
            generate.write(folder, clauses)
            places.append(Place(clauses, folder, natopa.load(folder)))
        limits += print_memory(places)
        print_loads(places)
        limits += print_lookups(places)
        limits += print_filters(places)
        limits += print_searches(places)
        limits += print_locating(places)
        limits += print_sets()
    print(f"\n{'limit':<37}{'found':>9}{'at most':>10}")
    for limit in limits:
        print(f"{limit.name:<37}{limit.found:>9.2f}{limit.most:>10} {limit.of:<18}", end="")
        print("met" if limit.found <= limit.most else "not met")


if __name__ == "__main__":
    main()
