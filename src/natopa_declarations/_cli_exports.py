"""The commands ``natopa cite`` and ``natopa export``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._cli import _corpus
from ._terminal import say
from .errors import NotFoundError

if TYPE_CHECKING:
    import argparse


def add_cite(citing: argparse.ArgumentParser) -> None:
    """Add what the command ``cite`` takes."""
    citing.add_argument(
        "references", nargs="+", metavar="REFERENCE", help="ids, numbers or names of records"
    )
    citing.add_argument(
        "--format",
        choices=("text", "csl-json", "bibtex", "ris"),
        default="text",
        help="text (a sentence), csl-json, bibtex or ris",
    )
    citing.set_defaults(command=cite)


def add_export(exporting: argparse.ArgumentParser) -> None:
    """Add what the command ``export`` takes."""
    exporting.add_argument(
        "what",
        metavar="KIND|TEXT",
        help="a kind of table, such as clauses, or a text, such as 489",
    )
    target = exporting.add_mutually_exclusive_group(required=True)
    target.add_argument("--csv", metavar="FILE", help="the table as CSV")
    target.add_argument("--parquet", metavar="FILE", help="the table as Parquet; needs pyarrow")
    target.add_argument("--akoma-ntoso", metavar="FILE", help="the text as Akoma Ntoso 1.0")
    exporting.add_argument(
        "--language", metavar="LANGUAGE", default="en", help="the language of the text (en)"
    )
    exporting.add_argument(
        "--documents",
        action="store_true",
        help="let the words of your own documents into the file; they are not for redistribution",
    )
    exporting.set_defaults(command=export)


def cite(options: argparse.Namespace) -> tuple[int, str]:
    """Cite records."""
    from .export.citing import cite as cited

    corpus = _corpus(options)
    try:
        records = [corpus.find(reference) for reference in options.references]
    except NotFoundError as error:
        say(error)
        return 1, ""
    written = cited(records, options.format, corpus=corpus)
    return 0, written if written.endswith("\n") else f"{written}\n"


def export(options: argparse.Namespace) -> tuple[int, str]:
    """Write a table or a text into a file."""
    from .export.akn import akoma_ntoso
    from .export.files import save
    from .export.tables import table

    corpus = _corpus(options)
    if options.akoma_ntoso is not None:
        xml = akoma_ntoso(
            corpus.text(options.what),
            corpus=corpus,
            language=options.language,
            documents=options.documents,
        )
        save(options.akoma_ntoso, xml.encode())
        return 0, ""
    found = table(corpus, options.what, documents=options.documents)
    if options.csv is not None:
        found.to_csv(options.csv)
    else:
        found.to_parquet(options.parquet)
    return 0, ""
