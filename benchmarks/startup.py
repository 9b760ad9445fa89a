"""Measure whole processes side by side: how soon a first answer comes, and at what cost.

Run it:  python -m benchmarks.startup [--time | --modules]
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import os
import platform
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PEERS = ("pycountry", "us", "holidays")
ROUNDS = 21
CALLGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")

# Where bytecode is not written, every process would compile its modules anew.
ENVIRONMENT = os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": ""}

# A process inherits the peak memory of the one that starts it, and this program is larger
# than a bare interpreter; so the process to measure is started by an even barer one.
LAUNCHER = (
    "import os, sys; child = os.posix_spawn(sys.executable, sys.argv[1:], os.environ);"
    "print(os.wait4(child, 0)[2].ru_maxrss)"
)


class Candidate(NamedTuple):
    """A program, and what it prints where it works."""

    name: str
    code: str
    answer: str = ""
    arguments: tuple[str, ...] = ()
    path: str = ""
    """A folder with another copy of the package, where that is what is measured."""

    def command(self) -> list[str]:
        """Return the words of the command line."""
        return [sys.executable, "-c", self.code, *self.arguments]

    def environment(self) -> dict[str, str]:
        """Return the environment of the process."""
        return ENVIRONMENT | ({"PYTHONPATH": self.path} if self.path else {})


FIRST = "import natopa_declarations as natopa; print(natopa.load().declaration(489).title)"
TITLE = "Standing with Ukraine until Victory"
WHOLE = "import natopa_declarations as natopa; print(len([*natopa.load().values()]))"
COMMAND = "import sys; sys.argv[0] = 'natopa'; from natopa_declarations.__main__ import run; run()"
SOME = "'lifting some restrictions on the use of weapons'"

BARE = Candidate("bare interpreter", "pass")
IMPORT = Candidate("import natopa_declarations", "import natopa_declarations")
ANSWER = Candidate("first answer", FIRST, TITLE)
ANOTHER = Candidate(
    "another text, its session",
    "import natopa_declarations as natopa; print(natopa.load().resolution(344).session.city)",
    "Copenhagen",
)
FOLDER = Candidate(
    "load(folder) of 2026.2",
    "import sys, pathlib, natopa_declarations as natopa;"
    "print(natopa.load(pathlib.Path(sys.argv[1])).declaration(489).title)",
    TITLE,
)
LOCATE = Candidate(
    "first quotation located",
    f"import natopa_declarations as natopa; print(natopa.load().locate({SOME}).outcome)",
    "exact",
)
SEARCH = Candidate(
    "first search",
    "import natopa_declarations as natopa; print(len(natopa.load().search('air defence')) > 1)",
    "True",
)
LONG = Candidate(
    "near quotation, 4,000 words",
    "import attrs, natopa_declarations as natopa; corpus = natopa.load('2026.1');"
    "clause = corpus.clause('489#lift-restrictions');"
    "words = [f'word{number}' for number in range(4000)];"
    "wording = attrs.evolve(clause.wordings[0], text=' '.join(words), readings=());"
    "text = attrs.evolve(corpus.declaration(489),"
    " clauses=(attrs.evolve(clause, wordings=(wording,)),));"
    "records = dict(corpus._records) | {'declarations': (text,)};"
    "long = natopa.Corpus(corpus.release, records, dict(corpus) | {'489': text});"
    "words[2000] = 'another'; print(long.locate(' '.join(words)).outcome)",
    "near",
)
COMMANDS = tuple(
    Candidate(f"natopa {' '.join(arguments)}"[:27], COMMAND, answer, arguments)
    for arguments, answer in {
        ("--version",): "natopa ",
        ("--help",): "natopa COMMAND --help has more examples.",
        ("show", "489"): TITLE,
        ("list", "texts", "--year", "2024"): TITLE,
        ("search", "air", "defence"): "air",
        ("locate", SOME.strip("'")): "EXACT",
        ("cite", "489"): TITLE,
        ("diff", "489@draft", "489@adopted"): "Standing",
        ("verify", "2026.1"): "2026.1",
    }.items()
)
VERSION, HELP, SHOW, *_ = COMMANDS
PYCOUNTRY = Candidate(
    "pycountry, first answer",
    "import pycountry; print(pycountry.countries.get(alpha_2='UA').name)",
    "Ukraine",
)
US = Candidate("us, first answer", "import us; print(us.states.lookup('CA').name)", "California")
HOLIDAYS = Candidate(
    "holidays, first answer",
    # Under martial law Ukraine keeps no public holidays, so the year is an earlier one.
    "import holidays; print('2021-08-24' in holidays.country_holidays('UA', years=2021))",
    "True",
)


class Grown(NamedTuple):
    """The same programs with copies of the package whose newest release is larger."""

    once: Candidate
    """Every record of the release as it is, with the others left out."""
    tenfold: Candidate
    small: Candidate
    """The first answer, likewise."""
    thirtyfold: Candidate


def grown(folder: Path) -> Grown:
    """Write the copies, and return the programs."""
    from benchmarks import grown

    places = {times: str(grown.write(times, folder / str(times)).parent) for times in (1, 10, 30)}
    records = {
        times: run([sys.executable, "-c", WHOLE], ENVIRONMENT | {"PYTHONPATH": places[times]})
        for times in (1, 10)
    }
    return Grown(
        Candidate("every record", WHOLE, records[1].stdout.strip(), path=places[1]),
        Candidate("every record, 10 x the files", WHOLE, records[10].stdout.strip(),
                  path=places[10]),
        Candidate("first answer, alone", FIRST, TITLE, path=places[1]),
        Candidate("first answer, 30 x the data", FIRST, TITLE, path=places[30]),
    )  # fmt: skip


def json_alone() -> Candidate:
    """Return the program that parses the files of the newest release, and does no more."""
    # Imported here, so that `main` comes to say it where the package is not installed.
    import natopa_declarations as natopa

    release = natopa.load().release
    folder = natopa.release_files(release.version)
    files = [folder.joinpath(*name.split("/")) for name in ("manifest.json", *release.files)]
    entries = sum(len(json.loads(file.read_bytes())) for file in files)
    code = "import json, sys; print(sum(len(json.load(open(f, 'rb'))) for f in sys.argv[1:]))"
    return Candidate("json.load, the same files", code, str(entries), tuple(map(str, files)))


def folder_alone() -> Candidate:
    """Return the program that loads the folder of a packaged release as a user's own."""
    import natopa_declarations as natopa

    return FOLDER._replace(arguments=(str(natopa.release_files("2026.2")),))


def run(
    command: Sequence[str], environment: dict[str, str] = ENVIRONMENT
) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it printed; stop where it fails."""
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    if done.returncode:
        reason = done.stderr.strip().rpartition("\n")[2]
        raise SystemExit(f"this command failed: {shlex.join(command)}\n{reason}")
    return done


def warm_up(candidate: Candidate) -> None:
    """Have the bytecode written, and stop where the answer is not the right one."""
    answer = run(candidate.command(), candidate.environment()).stdout.strip()
    # Of a command, it is enough that what it prints has the answer in it.
    right = candidate.answer in answer if candidate.code == COMMAND else answer == candidate.answer
    if not right:
        raise SystemExit(f"{candidate.name}: expected {candidate.answer!r}, found {answer!r}")


def instructions(candidate: Candidate) -> float:
    """Return the millions of instructions of one process."""
    measured = run([*CALLGRIND, *candidate.command()], candidate.environment()).stderr
    (collected,) = re.findall(r"Collected : (\d+)", measured)
    return int(collected) / 1e6


def milliseconds(candidate: Candidate) -> float:
    """Return the processor time of one process; on Windows, the time that passed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        candidate.command(), stdout=subprocess.DEVNULL, env=candidate.environment()
    )
    if sys.platform == "win32":
        process.wait()
        return (time.perf_counter() - start) * 1e3
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1e3


def peak_memory(candidate: Candidate) -> float:
    """Return the most memory that one process held at a time, in MiB."""
    printed = run([sys.executable, "-SEc", LAUNCHER, *candidate.command()]).stdout
    return int(printed.split()[-1]) / (2**20 if sys.platform == "darwin" else 2**10)


def print_costs(cost: Callable[[Candidate], float], unit: str, rounds: int) -> None:
    """Measure every candidate; print the table, the limits and whether they are met."""
    with tempfile.TemporaryDirectory() as folder:
        _print_costs(cost, unit, rounds, grown(Path(folder)))


def _print_costs(cost: Callable[[Candidate], float], unit: str, rounds: int, sizes: Grown) -> None:
    own_folder = folder_alone()
    candidates = (
        BARE, IMPORT, ANSWER, ANOTHER, *sizes, own_folder, LOCATE, SEARCH, LONG, *COMMANDS,
        PYCOUNTRY, US, HOLIDAYS, json_alone(),
    )  # fmt: skip
    for candidate in candidates:
        warm_up(candidate)
    costs: dict[Candidate, list[float]] = {candidate: [] for candidate in candidates}
    for number in range(rounds):
        first = number % len(candidates)
        for candidate in (*candidates[first:], *candidates[:first]):
            costs[candidate].append(cost(candidate))

    def ratio(one: Candidate, other: Candidate) -> float:
        # Taken within each round, the ratios do not suffer from a round that was slow.
        return statistics.median([a / b for a, b in zip(costs[one], costs[other], strict=True)])

    peers = [f"; {peer} {importlib.metadata.version(peer)}" for peer in PEERS]
    print(f"{platform.python_implementation()} {platform.python_version()}", *peers, sep="")
    print(f"\n{'whole process':<28}{unit:>8}{'x bare':>10}{'x pycountry':>14}")
    for candidate in candidates:
        print(f"{candidate.name:<28}{statistics.median(costs[candidate]):>8.1f}", end="")
        print(f"{ratio(candidate, BARE):>10.2f}{ratio(candidate, PYCOUNTRY):>14.2f}")
    limits = [
        ("import", ratio(IMPORT, BARE), 1.05, "x bare"),
        ("first answer", ratio(ANSWER, PYCOUNTRY), 0.50, "x pycountry"),
        ("another text, its session", ratio(ANOTHER, PYCOUNTRY), 0.55, "x pycountry"),
        ("first answer, 30 x the data", ratio(sizes.thirtyfold, sizes.small), 1.05, "x the small"),
        ("natopa --version", ratio(VERSION, BARE), 2.6, "x bare"),
        ("natopa --help", ratio(HELP, BARE), 2.6, "x bare"),
        ("natopa show 489", ratio(SHOW, PYCOUNTRY), 1.3, "x pycountry"),
        ("load(folder) of 2026.2", ratio(own_folder, PYCOUNTRY), 4.2, "x pycountry"),
        ("every record, 10 x files", ratio(sizes.tenfold, sizes.once), 12, "x the small"),
    ]
    if sys.platform != "win32":
        memory = peak_memory(Candidate("every record", WHOLE)) - peak_memory(BARE)
        limits.append(("memory, whole release", memory, 64, "MiB more than bare"))
    print(f"\n{'limit':<28}{'found':>8}{'at most':>10}")
    for name, found, most, of in limits:
        print(f"{name:<28}{found:>8.2f}{most:>10} {of:<20}", end="")
        print("met" if found <= most else "not met")


def print_modules() -> None:
    """Print the modules that the import brings in, then those of the first answer."""
    known: set[str] = set()
    for candidate in (BARE, IMPORT, ANSWER):
        warm_up(candidate)
        code = f"{candidate.code}; import sys; print(*sys.modules)"
        found = set(run([sys.executable, "-c", code]).stdout.splitlines()[-1].split())
        if candidate != BARE:
            print(f"{candidate.name}: {len(found - known)} more")
            names = " ".join(sorted(found - known))
            print(textwrap.indent(textwrap.fill(names, 76), "  "))
        known |= found


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--time", action="store_true", help="milliseconds, even with valgrind")
    choice.add_argument("--modules", action="store_true", help="only list the modules imported")
    arguments = parser.parse_args()
    needed = ("natopa_declarations", *(() if arguments.modules else PEERS))
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        parser.exit(1, f"not installed: {', '.join(missing)}; pip install -e '.[benchmark]'\n")
    if arguments.modules:
        print_modules()
    elif arguments.time or shutil.which("valgrind") is None:
        print_costs(milliseconds, "ms", ROUNDS)
    else:
        # Instructions repeat to within 0.1 %, so one round is enough.
        print_costs(instructions, "Minstr", 1)


if __name__ == "__main__":
    main()
