"""Run every example in the README, in the docs and in the docstrings as a test."""

from doctest import NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

pytest_collect_file = (
    Sybil(parsers=[DocTestParser(NORMALIZE_WHITESPACE)], patterns=["*.py"], path="src")
    + Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=NORMALIZE_WHITESPACE)],
            # The how-to on data frames needs the tools that `tests/exports` has, and is run there.
            patterns=["*.md"],
            excludes=["docs/record/*", "docs/record/**/*", "docs/how-to/data-frame.md"])
).pytest()  # fmt: skip
