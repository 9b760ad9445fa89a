"""How Sphinx builds the docs: ``sphinx-build -n -W docs docs/_build``.

The pages of the record are written from the data before Sphinx looks for pages.  Nothing is
fetched: neither at the build nor by the pages.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pygments.lexers.special import TextLexer
from sphinx.ext.napoleon.docstring import GoogleDocstring
from sphinx.pycode import ModuleAnalyzer

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.site import downloads, folding, heads
from tools.site.write import write

import natopa_declarations as natopa
from natopa_declarations import errors, export, model

if TYPE_CHECKING:
    from docutils.nodes import Element, TextElement, document
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "natopa-declarations"
author = "The natopa-declarations maintainers"
version = release = natopa.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
default_role = "py:obj"
smartquotes = False  # Quotations stand as their sources print them.
html_theme = "furo"
pygments_dark_style = "github-dark"  # The default underlines names as if they were links.
html_title = "natopa-declarations"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_js_files = ["pages.js"]
html_favicon = "_static/icon.svg"
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False
html_theme_options: dict[str, list[str]] = {"top_of_page_buttons": []}

myst_enable_extensions = ["attrs_inline", "deflist", "fieldlist"]
myst_heading_anchors = 3
myst_ref_domains = ["std", "py"]  # To ask the domains of other languages takes its time.
myst_url_schemes = ["http", "https"]
myst_footnote_transition = False
suppress_warnings = ["myst.header"]  # A page of the record may have a claim in place of a section.

autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
autodoc_default_options = {
    "members": True,
    "undoc-members": True,
    "exclude-members": "__init__, __new__",
}
autodoc_type_aliases = {"date": "datetime.date"}
python_use_unqualified_type_names = True

nitpick_ignore = [
    # Names of the standard library, whose own docs are not on this machine.
    ("py:class", "datetime.date"),
    ("py:class", "os.PathLike"),
    ("py:class", "PathLike"),
    ("py:class", "Traversable"),
    ("py:class", "importlib.resources.abc.Traversable"),
    ("py:class", "SupportsIndex"),
    ("py:class", "collections.abc.Collection"),
    ("py:class", "collections.abc.Iterable"),
    ("py:class", "collections.abc.Mapping"),
    ("py:class", "importlib.resources.abc.Traversable"),
    # Unions that only type checkers see: of all records, and of what a claim may be about.
    ("py:class", "Record"),
    ("py:class", "About"),
    # What `diff` takes: any value, by a base class that is private.
    ("py:class", "natopa_declarations._corpus.comparing.V"),
    ("py:class", "natopa_declarations.model.value.Value"),
    ("py:class", "Value"),
    # What has bindings: a class of the corpus, which the documents only describe.
    ("py:class", "natopa_declarations.model.documents.HasBindings"),
    # What stands in a cell of a table: the reference page on tables has the types.
    ("py:class", "Cell"),
    ("py:class", "PlainCell"),
]

# What Sphinx and the theme leave out, and who reads, uses a keyboard or a screen reader needs.
_REPAIRS = {
    "body": (
        ("<pre>", '<pre tabindex="0">'),
        ("</strong> -- ", "</strong>: "),
        ("</strong></a> -- ", "</strong></a>: "),
        (
            '<div class="table-wrapper',
            '<div tabindex="0" class="table-wrapper',
        ),
    ),
    "furo_navigation_tree": (
        (
            '<p class="caption" role="heading">',
            '<p class="caption" role="heading" aria-level="2">',
        ),
    ),
}

# Where each public name stands in these pages: what the face has is not repeated elsewhere.
_PUBLIC = {
    name: f"{package.__name__}.{name}"
    for package in (errors, export, model, natopa)
    for name in dir(package)
    if name[0].isupper() or package is natopa
}
_CORPORA: dict[str, natopa.Corpus] = {}
"""The release of the site, loaded once."""
_LITERAL = re.compile(r"(?<!`)`([^`<]+)`(?!`)")


def setup(app: Sphinx) -> None:
    """Write the pages of the record, and make the docstrings and the pages fit."""
    # A release of one's own in place of the newest: sphinx-build -D record_folder=FOLDER ...
    app.add_config_value("record_folder", "", "env", str)
    app.add_lexer("csv", TextLexer)
    app.connect("builder-inited", _write_record)
    app.connect("doctree-resolved", _fold)
    app.connect("html-page-context", _describe)
    app.connect("autodoc-process-docstring", _docstring)
    app.connect("autodoc-process-signature", _signature)
    app.connect("missing-reference", _public)
    app.connect("html-page-context", _repair, priority=900)  # After the theme's own.


def _corpus(app: Sphinx) -> natopa.Corpus:
    """Return the release whose record the site shows."""
    folder = app.config.record_folder
    if folder not in _CORPORA:
        _CORPORA[folder] = natopa.load(Path(folder)) if folder else natopa.load()
    return _CORPORA[folder]


def _write_record(app: Sphinx) -> None:
    write(_corpus(app), Path(app.srcdir) / "record")


def _fold(_app: Sphinx, document: document, page: str) -> None:
    """Fold what is looked up and not read on the pages of the record."""
    if page.startswith("record/"):
        folding.fold(document)


def _describe(
    app: Sphinx, page: str, _template: str, context: dict[str, str], _tree: object
) -> None:
    """Say in the head of a page what it is about."""
    corpus, name = _corpus(app), page.removeprefix("record/")
    context.setdefault("metatags", "")
    context["metatags"] += heads.description(corpus, page, context.get("title", ""))
    if page in {"index", f"record/{name}"}:
        context["metatags"] += downloads.head(corpus, name, context.get("pageurl"))
    if page == "search":
        context["metatags"] += heads.names(corpus)
    context["body"] = context.get("body", "") + heads.footer(corpus, release)


def _docstring(
    _app: Sphinx, what: str, name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    """Give a public name the docstring of its private home; make parameters literals."""
    short = name.rpartition(".")[2]
    if what == "data" and short in dir(model):
        home = next(home for home, names in model._HOMES.items() if short in names.split())
        docs = ModuleAnalyzer.for_module(f"{model.__name__}.{home}").find_attr_docs()
        lines[:] = docs.get(("", short), lines)

    def literal(match: re.Match[str]) -> str:
        first = match[1].partition(".")[0]
        return match[0] if first in _PUBLIC else f"``{match[1]}``"

    lines[:] = [_LITERAL.sub(literal, line) for line in lines]
    if what in {"function", "method"}:
        # Their sections "Args" and "Raises" become lists.  A field has none, and a colon in
        # what it says is only a colon, which the extension itself would take for a type.
        lines[:] = GoogleDocstring(lines, what="function").lines()


def _signature(
    _app: Sphinx,
    _what: str,
    _name: str,
    _obj: object,
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Say which date is meant, as some values have a field of that name."""
    if signature:
        # The second is what Sphinx makes of the alias inside a union.
        for short in ("| date |", "| TypeAliasForwardRef('datetime.date') |"):
            signature = signature.replace(short, "| datetime.date |")
    return signature, returns


def _repair(
    _app: Sphinx, _page: str, _template: str, context: dict[str, str], _tree: object
) -> None:
    """Let the keyboard reach what scrolls, and give headings their level."""
    for name, repairs in _REPAIRS.items():
        for old, new in repairs:
            if name in context:
                context[name] = context[name].replace(old, new)


def _public(
    _app: Sphinx, environment: BuildEnvironment, node: pending_xref, content: TextElement
) -> Element | None:
    """Find a public name that a docstring or annotation gives without its package.

    Such as `RoleWord` stand for `Role`: they are its words as plain text.
    """
    name, *attributes = node["reftarget"].split(".")[-2:]
    if attributes and (name not in _PUBLIC or attributes[0] in _PUBLIC):
        name, *attributes = attributes
    name = name.removesuffix("Word")
    if name not in _PUBLIC:
        return None
    public = ".".join([_PUBLIC[name], *attributes])
    builder, domain = environment.app.builder, environment.domains.python_domain
    return domain.resolve_xref(environment, node["refdoc"], builder, "obj", public, node, content)
