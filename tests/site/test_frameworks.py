"""Annotations as the tools read them that validate, document or make commands by them."""

from __future__ import annotations

import dataclasses
import inspect
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import attrs
import msgspec
import pydantic
import pytest
import typer
from typer.testing import CliRunner

import natopa_declarations as natopa
from natopa_declarations import documents, export, model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CONF = """
project = "A project that documents what it uses"
extensions = ["sphinx.ext.autodoc", "sphinx_autodoc_typehints"]
"""
PAGE = """
Reference
=========

.. automodule:: natopa_declarations
   :members: load, diff, verify, releases, release_files, read, write

.. autoclass:: natopa_declarations.Corpus
   :members:
   :inherited-members:

.. automodule:: natopa_declarations.model.texts
   :members:
"""


def callables() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield every public function, and every public method of a public class."""
    for module in (natopa, documents, export, model):
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isfunction(value):
                yield name, value
            elif inspect.isclass(value):
                for part, method in inspect.getmembers(value, inspect.isfunction):
                    ours = method.__module__.startswith("natopa_declarations")
                    if ours and not part.startswith("_"):
                        yield f"{name}.{part}", method


def test_pydantic_validates_calls() -> None:
    """`validate_call` takes every public callable, and refuses what the hints refuse."""
    config = pydantic.ConfigDict(arbitrary_types_allowed=True)
    found = dict(callables())
    assert len(found) > 60
    for name, function in found.items():
        assert callable(pydantic.validate_call(config=config)(function)), name
    locate: Callable[..., Any] = pydantic.validate_call(config=config)(natopa.Corpus.locate)
    assert locate(natopa.load("2026.4"), "Standing with Ukraine until Victory").outcome == "exact"
    with pytest.raises(pydantic.ValidationError):
        locate(natopa.load("2026.4"), 489)


def test_typer_makes_commands_of_our_types() -> None:
    """A controlled word is a choice of a command."""
    app = typer.Typer()

    @app.command()
    def held(season: model.Season) -> None:
        typer.echo(len(natopa.load("2026.4").sessions(year=2024, season=season)))

    held.__annotations__["season"] = model.Season
    done = CliRunner().invoke(app, ["spring"])
    assert (done.exit_code, done.output) == (0, "1\n")
    refused = CliRunner().invoke(app, ["summer"])
    assert refused.exit_code == 2
    assert "'spring'" in refused.output
    assert "'annual'" in refused.output


def test_sphinx_documents_by_the_hints(tmp_path: Path) -> None:
    """A project that documents our classes with sphinx-autodoc-typehints gets no warning."""
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "index.rst").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", str(tmp_path), str(tmp_path / "built")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "built" / "index.html").read_text(encoding="utf-8")
    assert "PartialDate" in page


def test_msgspec_encodes_every_record() -> None:
    """It reads the slots of a value: what no one has looked at yet is there all the same."""
    corpus = natopa.load()
    encoded = {identifier: msgspec.json.encode(corpus[identifier]) for identifier in corpus}
    assert len(encoded) == len(corpus) > 2000
    for identifier, content in encoded.items():
        whole = json.dumps(attrs.asdict(corpus[identifier]))
        assert json.loads(content) == json.loads(whole), identifier


def test_no_value_is_taken_for_a_dataclass() -> None:
    """What msgspec asks a value for makes it no dataclass."""
    text = natopa.load().declaration(489)
    assert not dataclasses.is_dataclass(text)
    assert not dataclasses.is_dataclass(natopa.Declaration)
    with pytest.raises(AttributeError, match="__dataclass_fields__"):
        text.__dataclass_fields__  # type: ignore[attr-defined]  # noqa: B018
