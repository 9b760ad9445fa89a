"""Measure whole processes side by side: how soon a first answer comes, and at what cost.

Run it:  python benchmarks/startup.py [--time | --modules]
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
import textwrap
import time
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

    def command(self) -> list[str]:
        """Return the words of the command line."""
        return [sys.executable, "-c", self.code, *self.arguments]


BARE = Candidate("bare interpreter", "pass")
IMPORT = Candidate("import natopa_declarations", "import natopa_declarations")
ANSWER = Candidate(
    "first answer",
    "import natopa_declarations as natopa; print(natopa.load().declaration(489).title)",
    "Standing with Ukraine until Victory",
)
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


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it printed; stop where it fails."""
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, check=False
    )
    if done.returncode:
        reason = done.stderr.strip().rpartition("\n")[2]
        raise SystemExit(f"this command failed: {shlex.join(command)}\n{reason}")
    return done


def warm_up(candidate: Candidate) -> None:
    """Have the bytecode written, and stop where the answer is not the right one."""
    answer = run(candidate.command()).stdout.strip()
    if answer != candidate.answer:
        raise SystemExit(f"{candidate.name}: expected {candidate.answer!r}, found {answer!r}")


def instructions(candidate: Candidate) -> float:
    """Return the millions of instructions of one process."""
    (collected,) = re.findall(r"Collected : (\d+)", run([*CALLGRIND, *candidate.command()]).stderr)
    return int(collected) / 1e6


def milliseconds(candidate: Candidate) -> float:
    """Return the processor time of one process; on Windows, the time that passed."""
    start = time.perf_counter()
    process = subprocess.Popen(candidate.command(), stdout=subprocess.DEVNULL, env=ENVIRONMENT)
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
    candidates = (BARE, IMPORT, ANSWER, PYCOUNTRY, US, HOLIDAYS, json_alone())
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
        ("import", ratio(IMPORT, BARE), 1.1, "x bare"),
        ("first answer", ratio(ANSWER, PYCOUNTRY), 1.3, "x pycountry"),
    ]
    if sys.platform != "win32":
        # The first answer loads the whole release.
        memory = peak_memory(ANSWER) - peak_memory(BARE)
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
