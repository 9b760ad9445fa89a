"""The package in applications that carry it: frozen, zipped, and loaded from memory.

What builds applications takes minutes, and is tried by `nox -s thorough` where it is installed.
"""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import types
import zipfile
from pathlib import Path

import pytest

import natopa_declarations as natopa
from tests.processes import printed_by

ROOT = Path(__file__).parent.parent
SOURCE = Path(natopa.__file__).parent
TITLE = "Standing with Ukraine until Victory"
PROGRAM = """\
import natopa_declarations as natopa

corpus = natopa.load()
clause = corpus.clauses(text=489)[0]
assert corpus.search("victory") and corpus.text(489).cite("bibtex") and natopa.to_dict(clause)
assert not natopa.verify(corpus.release.version).differs
print(corpus.declaration(489).title)
"""

FROM_MEMORY = """\
import importlib.abc, importlib.machinery, io, pathlib, sys

SOURCE = pathlib.Path({source!r})
FILES = {{file.relative_to(SOURCE.parent).as_posix(): file.read_bytes()
         for file in SOURCE.rglob("*") if file.is_file() and file.suffix != ".pyc"}}


class Folder:
    def __init__(self, path):
        self.path, self.name = path, path.rpartition("/")[2]

    def joinpath(self, *parts):
        return Folder("/".join([self.path, *parts]))

    __truediv__ = joinpath

    def iterdir(self):
        inside = [name for name in FILES if name.startswith(self.path + "/")]
        names = dict.fromkeys(name[len(self.path) + 1 :].partition("/")[0] for name in inside)
        return iter([Folder(f"{{self.path}}/{{name}}") for name in names])

    def is_dir(self):
        return self.path not in FILES

    def is_file(self):
        return self.path in FILES

    def read_bytes(self):
        return FILES[self.path]

    def open(self, mode="r", **options):
        return io.BytesIO(FILES[self.path])


class Reader(importlib.resources.abc.TraversableResources):
    def __init__(self, path):
        self.path = path

    def files(self):
        return Folder(self.path)


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(compile(FILES[module.__spec__.loader_state], "<memory>", "exec"), vars(module))

    def get_resource_reader(self, name):
        return Reader(name.replace(".", "/"))


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        home = name.replace(".", "/")
        for file, is_package in ((f"{{home}}/__init__.py", True), (f"{{home}}.py", False)):
            if file in FILES:
                return importlib.machinery.ModuleSpec(
                    name, Loader(), loader_state=file, is_package=is_package)


sys.meta_path.insert(0, Finder())
"""


@pytest.mark.slow
def test_a_loader_without_files_is_enough() -> None:
    """Modules that have no `__file__`, and data that stands in no file, are read all the same."""
    memory = FROM_MEMORY.format(source=str(SOURCE)).replace(
        "import importlib.abc,", "import importlib.resources.abc, importlib.abc,"
    )
    check = "assert not hasattr(natopa, '__file__')\n"
    assert printed_by(memory + PROGRAM + check).strip() == TITLE


@pytest.mark.slow
def test_a_zip_application_of_the_sources_runs(tmp_path: Path) -> None:
    """The package runs from a zip file that Python starts."""
    with zipfile.ZipFile(tmp_path / "app.pyz", "w") as archive:
        for file in SOURCE.rglob("*"):
            if file.suffix != ".pyc" and file.is_file():
                archive.write(file, file.relative_to(SOURCE.parent))
        archive.writestr("__main__.py", PROGRAM)
    assert _printed(tmp_path, [sys.executable, "app.pyz"]) == TITLE


@pytest.mark.slow
def test_what_was_left_out_is_named_with_the_remedy(tmp_path: Path) -> None:
    """An application without the data says what to do, in the words of the page about it."""
    with zipfile.ZipFile(tmp_path / "app.pyz", "w") as archive:
        for file in SOURCE.rglob("*.py"):
            archive.write(file, file.relative_to(SOURCE.parent))
        archive.writestr("__main__.py", PROGRAM)
    done = subprocess.run(
        [sys.executable, tmp_path / "app.pyz"], capture_output=True, text=True, check=False
    )
    last = done.stderr.splitlines()[-1]
    assert "InvalidReleaseError: data/releases.json: expected a file" in last
    assert last.endswith("as the page on frozen applications says")


def test_the_hook_of_pyinstaller_is_found_by_its_entry_point() -> None:
    """The entry point leads to a folder with the hook, and the hook collects everything."""
    from importlib.metadata import entry_points

    (entry,) = [
        one
        for one in entry_points(group="pyinstaller40", name="hook-dirs")
        if one.value.startswith("natopa_declarations")
    ]
    (folder,) = entry.load()()
    asked: list[str] = []

    def collected(name: str) -> list[str]:
        asked.append(name)
        return [f"all of {name}"]

    hooks = types.ModuleType("PyInstaller.utils.hooks")
    vars(hooks).update(collect_submodules=collected, collect_data_files=collected)
    sys.modules[hooks.__name__] = hooks
    try:
        found = runpy.run_path(str(Path(folder, "hook-natopa_declarations.py")))
    finally:
        del sys.modules[hooks.__name__]
    assert found["hiddenimports"] == found["datas"] == ["all of natopa_declarations"]
    assert asked == ["natopa_declarations"] * 2


def test_a_build_refuses_the_line_ends_of_another_system(tmp_path: Path) -> None:
    """The hook of the build names the files, and what to try."""
    stub = types.ModuleType("hatchling.builders.hooks.plugin.interface")
    vars(stub)["BuildHookInterface"] = object
    names = [stub.__name__.rsplit(".", number)[0] for number in range(5)]
    before = {name: sys.modules.get(name) for name in names}
    sys.modules |= {name: types.ModuleType(name) for name in names} | {stub.__name__: stub}
    try:
        check = runpy.run_path(str(ROOT / "hatch_build.py"))["check"]
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
    check(ROOT)
    data = tmp_path / "src" / "natopa_declarations" / "data"
    with pytest.raises(ValueError, match="found none"):
        check(tmp_path)
    data.mkdir(parents=True)
    (data / "a.json").write_bytes(b"[]\n")
    check(tmp_path)
    for number in range(7):
        (data / f"b{number}.json").write_bytes(b"[]\r\n")
    with pytest.raises(ValueError, match=r"data/b0\.json.* and 2 more; try: git config"):
        check(tmp_path)


# Tools that build applications.

OPTIONS = {
    "pyinstaller": ["--onefile"],
    "nuitka": [
        "--standalone",
        "--include-package=natopa_declarations",
        "--include-package-data=natopa_declarations",
    ],
    "cxfreeze": ["--packages", "natopa_declarations"],
    "cxfreeze, zipped": [
        "--zip-include-packages", "'*'", "--zip-exclude-packages", "natopa_declarations",
    ],
}  # fmt: skip
"""What the page on frozen applications says."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the package as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(folder, [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", ".", str(ROOT)])
    (found,) = folder.glob("*.whl")
    return found


def _run(folder: Path, command: list[str], **environment: str) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": ""} | environment,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    return done.stdout


def _printed(folder: Path, command: list[str]) -> str:
    """Return what an application prints, with nothing around it that could help."""
    return _run(folder, [*command], PYTHONPATH="", PYTHONHOME="").strip()


def _tool(name: str) -> str:
    """Return the path of a tool of this environment, or skip the test."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a small program."""
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["--onefile", "--onedir"])
def test_pyinstaller(program: Path, kind: str) -> None:
    """Its hook brings the modules and the data, so no option is needed."""
    _run(program, [_tool("pyinstaller"), kind, "program.py"])
    built = program / "dist" / "program"
    assert _printed(program, [str(built if kind == "--onefile" else built / "program")]) == TITLE


@pytest.mark.slow
@pytest.mark.thorough
def test_nuitka(program: Path) -> None:
    """With the options that the page on frozen applications gives."""
    _tool("nuitka")
    options = ["--assume-yes-for-downloads", *OPTIONS["nuitka"]]
    _run(program, [sys.executable, "-m", "nuitka", *options, "program.py"])
    (built,) = (program / "program.dist").glob("program*.bin")
    assert _printed(program, [str(built)]) == TITLE


@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["cxfreeze", "cxfreeze, zipped"])
def test_cx_freeze(program: Path, kind: str) -> None:
    """Likewise; where all packages go into a zip file, this one stays outside of it."""
    more = [] if kind == "cxfreeze" else OPTIONS[kind]
    options = [option.strip("'") for option in [*OPTIONS["cxfreeze"], *more]]
    command = [_tool("cxfreeze"), "build", "--script", "program.py", "--build-exe", "built"]
    _run(program, [*command, *options])
    assert _printed(program, [str(program / "built" / "program")]) == TITLE


@pytest.mark.slow
@pytest.mark.thorough
def test_shiv(program: Path, wheel: Path) -> None:
    """No option is needed."""
    _run(program, [_tool("shiv"), "-q", "-o", "app.pyz", "-c", "natopa", str(wheel)])
    printed = _run(program, [sys.executable, "app.pyz", "show", "489"], SHIV_ROOT=str(program))
    assert TITLE in printed


@pytest.mark.slow
@pytest.mark.thorough
def test_pex(program: Path, wheel: Path) -> None:
    """Nor is one here."""
    _run(program, [_tool("pex"), str(wheel), "-o", "app.pex"])
    assert _printed(program, [sys.executable, "app.pex", "program.py"]) == TITLE


@pytest.mark.slow
@pytest.mark.thorough
def test_zipapp(program: Path, wheel: Path) -> None:
    """With its dependencies beside it, everything runs from one zip file."""
    app = program / "app"
    _run(program, [sys.executable, "-m", "pip", "install", "-q", "-t", str(app), str(wheel)])
    shutil.copy(program / "program.py", app / "__main__.py")
    _run(program, [sys.executable, "-m", "zipapp", "app"])
    assert _printed(program, [sys.executable, "-S", "app.pyz"]) == TITLE


def test_the_page_has_the_options_that_are_tried() -> None:
    """What the page on frozen applications says is what is built here."""
    page = (ROOT / "docs" / "how-to" / "frozen.md").read_text(encoding="utf-8")
    for tool, options in OPTIONS.items():
        assert " ".join(options) in page.replace(" \\\n    ", " "), tool
