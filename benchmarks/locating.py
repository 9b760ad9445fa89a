"""Measure what it costs to locate a quotation, beside a plain scan with `in`.

Run it:  python benchmarks/locating.py FOLDER...

Each folder is a release, such as `generate.py` writes.  Everything is measured in one
process, so trust the ratios.
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import natopa_declarations as natopa
from natopa_declarations._held_words import Prepared, prepare
from natopa_declarations.locate import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 7
LIMIT = 50
"""How many plain scans a quotation may cost."""


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the processor time of one run: the median of several."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def quotations(prepared: Prepared) -> dict[str, str]:
    """Return a quotation of each kind, as it stands in the corpus, changed, and from nowhere."""
    texts = [held.text for held in prepared.held if len(held.text.split()) >= 15]
    words = texts[len(texts) // 2].split()[:15]
    changed = [*words[:4], "flamingo", *words[5:9], "umbrella", *words[10:]]
    step = max(1, len(texts) // 250)
    article = " ".join([f"{text} He said so. It rained on." for text in texts[::step]])
    return {
        "exact": " ".join(words),
        "near": " ".join(changed),
        "absent": "We choose to go to the moon in this decade, not because that is easy",
        "an article of 10,000 words": " ".join((article.split() * 10_000)[:10_000]),
    }


def measure(folder: Path) -> None:
    """Print what the quotations cost in the release of one folder."""
    corpus = natopa.load(folder)
    texts, statements = corpus.texts(), corpus.statements()
    tracemalloc.start()
    prepared = prepare(texts, statements)
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    first = seconds(lambda: prepare(texts, statements))
    plain = [held.text.lower() for held in prepared.held]
    quotes = quotations(prepared)
    wanted = quotes["exact"].lower()
    scan = seconds(lambda: [text for text in plain if wanted in text])
    size = sum(map(len, plain))
    print(
        f"\n{len(corpus.clauses())} clauses, {size:,} letters; a plain scan: {scan * 1e3:.2f} ms"
    )
    print(f"  {'prepared once':28}{first * 1e3:9.1f} ms{first / scan:8.1f} x")
    for name, quote in quotes.items():
        taken = seconds(partial(locate, prepared, quote), 3)
        outcome = locate(prepared, quote).outcome
        met = "" if len(quote) > 1_000 else (" met" if taken <= LIMIT * scan else " NOT MET")
        cost = f"{taken * 1e3:9.1f} ms{taken / scan:8.1f} x"
        print(f"  {name:28}{cost}  {outcome}{met}")
    print(f"  {'memory':28}{memory / 1e6:9.1f} MB{memory / size:7.1f} x the letters")


def main(arguments: Sequence[str]) -> int:
    """Measure each folder."""
    for folder in arguments:
        measure(Path(folder))
    return 0 if arguments else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
