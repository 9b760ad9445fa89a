"""The front door: every task of a developer, a maintainer and the gate.

`nox --list` shows the tasks; `nox -s fast` runs one.  Each has its own environment, which is
created once and reused.  Arguments after `--` go to the task:
`nox -s test -- tests/test_search.py -x`.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "fast"]

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PARALLEL = ("-n", "auto", "--dist", "loadfile")
"""All cores; the examples of a page run in one process, since each needs those before it."""
OTHER_PYTHONS = ("3.12", "3.13", "3.14")


def _install(session: nox.Session, *groups: str, extras: str = "") -> None:
    """Install this package and the groups of `[dependency-groups]`."""
    session.install("-q", "-e", f".[{extras}]" if extras else ".")
    if groups:
        session.install("-q", *nox.project.dependency_groups(PROJECT, *groups))


def _scripts(environment: Path) -> Path:
    """Return the folder of the commands of an environment."""
    return environment / ("Scripts" if sys.platform == "win32" else "bin")


@nox.session
def setup(session: nox.Session) -> None:
    """Create `.venv` with everything for work on the code, and install the commit hooks."""
    python = _scripts(ROOT / ".venv") / "python"
    if not python.exists():
        session.run("python", "-m", "venv", ".venv")
    groups = nox.project.dependency_groups(PROJECT, "develop")
    session.run(str(python), "-m", "pip", "install", "-q", "-e", ".[test]", *groups, external=True)
    if (ROOT / ".git").exists():
        session.run(str(python), "-m", "pre_commit", "install", external=True)


@nox.session
def fast(session: nox.Session) -> None:
    """Run the tests that are not marked slow, on all cores."""
    _install(session, extras="test")
    session.run(
        "pytest", "-q", *PARALLEL, "-m", "not slow", "--hypothesis-profile=fast",
        *session.posargs,
    )  # fmt: skip


@nox.session
def test(session: nox.Session) -> None:
    """Run all tests, and require the branch coverage in pyproject.toml."""
    _install(session, "coverage", "exports", extras="test")
    session.run("coverage", "run", "-m", "pytest", "-q", *session.posargs)
    session.run("coverage", "run", "-m", "pytest", "-q", "tests/exports")
    session.run("coverage", "combine", "-q")
    session.run("coverage", "report")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting, types and the citation file; change nothing."""
    _install(session, "lint", extras="arrow,test")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    python = str(_scripts(Path(session.virtualenv.location)) / "python")
    session.run("pyright", "--warnings", "--pythonpath", python)
    session.run(
        "check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff"
    )


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site into `docs/_build`; warnings are errors."""
    _install(session, "docs", "browser", extras="test")
    session.run("sphinx-build", "-q", "-n", "-W", "docs", "docs/_build")


@nox.session
def site(session: nox.Session) -> None:
    """Build the site and test it, in a browser if there is one."""
    _install(session, "docs", "browser", "frameworks", extras="test")
    session.run("pytest", "-q", "tests/site", *session.posargs)


@nox.session
def runbook(session: nox.Session) -> None:
    """Follow the runbook in a copy: a new data release with a session breaks no test."""
    _install(session, extras="test")
    session.run("pytest", "-q", "tests/runbook", *session.posargs)


@nox.session
def package(session: nox.Session) -> None:
    """Build the archives, and use the wheel as a user would: installed, pinned and zipped."""
    session.install("-q", "build", *nox.project.dependency_groups(PROJECT, "lint"))
    work = Path(session.create_tmp()).resolve()
    built = work / "dist"
    shutil.rmtree(built, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(built), ".", silent=True)
    (wheel,) = built.glob("*.whl")
    session.run("python", "-m", "venv", "--clear", str(work / "clean"))
    scripts = _scripts(work / "clean")
    python = str(scripts / "python")

    def run(*command: str, zipped: str | None = None) -> None:
        session.run(*command, external=True, env={"PYTHONPATH": zipped})

    downstream = ROOT / "tests" / "downstream"
    run(python, "-m", "pip", "install", "-q", str(wheel))
    session.chdir(work)
    run(str(scripts / "natopa"), "show", "489@adopted")
    run(python, str(downstream / "program.py"))
    session.run(
        "mypy", "--strict", "--config-file=", "--python-executable", python,
        *map(str, sorted(downstream.glob("*.py"))),
    )  # fmt: skip
    # A project that pins the wheel and a data release, as on the page about pinning.
    run(python, "-m", "pip", "install", "-q", "--no-index",
        "-r", str(downstream / "requirements.txt"))  # fmt: skip
    run(python, "-m", "pip", "install", "-q", str(downstream))
    run(str(scripts / "downstream"))
    run(str(scripts / "natopa"), "verify")
    # The package also runs from the zip file.
    run(python, "-m", "pip", "uninstall", "-q", "-y", PROJECT["project"]["name"])
    check = (
        "import natopa_declarations as natopa; assert '.whl' in natopa.__file__, natopa.__file__;"
        "print(natopa.load().declaration(489).title)"
    )
    run(python, "-c", check, zipped=str(wheel))


@nox.session(python=OTHER_PYTHONS)
def pythons(session: nox.Session) -> None:
    """Run all tests with each other supported Python on this machine."""
    _install(session, extras="test")
    session.run("pytest", "-q", *PARALLEL, *session.posargs)


@nox.session
def oldest(session: nox.Session) -> None:
    """Run all tests with the oldest dependencies that pyproject.toml allows."""
    _install(session, extras="test")
    floors = [line.replace(">=", "==") for line in PROJECT["project"]["dependencies"]]
    session.install("-q", *floors)
    session.run("pytest", "-q", *PARALLEL, *session.posargs)


@nox.session
def thorough(session: nox.Session) -> None:
    """Run what takes hours: 10,000 Hypothesis examples for each law, fuzzing and mutation."""
    _install(session, "thorough", "frozen", extras="test")
    # An empty expression of marks includes the tests that are otherwise left out.
    session.run("pytest", "-q", *PARALLEL, "-m", "", "--hypothesis-profile=thorough",
                *session.posargs)  # fmt: skip
    for harness in sorted((ROOT / "tests" / "fuzz").glob("fuzz_*.py")):
        session.run("python", "-m", f"tests.fuzz.{harness.stem}", "-max_total_time=600")
    session.notify("mutation")


@nox.session
def mutation(session: nox.Session) -> None:
    """Try 1,000 mutants, or `-- --mutants=0` for all: mypy or a test must kill nine of ten."""
    _install(session, "thorough", extras="test")
    settings = PROJECT["tool"]["mutmut"]
    # No mutant has this name: mutmut writes all of them, and notes which tests come to them.
    session.run("mutmut", "run", "none", success_codes=[1], silent=True)
    session.chdir("mutants")
    # The tests and the package are those in this folder, and not those that are installed.
    session.run(
        "python", "-m", "pytest", "-p", "tests.mutants", *settings["pytest_add_cli_args"],
        *settings["pytest_add_cli_args_test_selection"], *session.posargs,
        env={"PYTHONPATH": os.pathsep.join(["src", "."]), "MUTANT_UNDER_TEST": ""},
    )  # fmt: skip


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure start-up and tables beside those of others, and print limits and figures."""
    _install(session, "benchmark", extras="arrow")
    session.run("python", "-m", "benchmarks.startup", *session.posargs)
    session.run("python", "-m", "benchmarks.tables")


@nox.session
def data(session: nox.Session) -> None:
    """Run a tool of the data: `nox -s data -- --help` names them."""
    _install(session, extras="test")
    session.run("python", "-m", "tools", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Build and check the upload: MAINTAINING.md says what comes before and after."""
    session.install("-q", "build", "twine")
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    session.run("python", "-m", "build", ".")
    session.run("twine", "check", "--strict", *map(str, sorted((ROOT / "dist").iterdir())))
