"""A release, loaded: what can be asked of it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .. import model
from .._codec.kinds import KINDS
from .._deferred import field, fields, final, frozen
from .._messages import check_text, check_type
from ..model.value import Value
from . import accepts
from .manifest import Manifest
from .searching import Searching

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from .._locate.indexed import Prepared
    from ..export.tables import Table
else:
    Table = "accepts.Table"  # The hints of a method are looked up by this name.


def _as_published(release: model.Release | Manifest) -> model.Release | Manifest:
    """Return a release without its advisories, which are not part of what was published."""
    if isinstance(release, Manifest) or not release.advisories:
        return release
    import attrs

    return attrs.evolve(release, advisories=())


@final
@frozen(eq=False, repr=False)
class Corpus(Searching):
    """One release, loaded: every record, as objects that point to one another.

    It is a mapping of every record and part of a record by its id.  A *lookup* such as
    `declaration` returns one record by its id, number or name; a *collection* such as
    `declarations` returns all of them, or those that pass its filters.

    Filters combine with AND.  A record is given as the object, its id, or a name in any known
    spelling; in names and words, case and diacritics do not matter.  Ranges are inclusive.  A
    date known to the month or year is in a range only where each of its days is, as
    `PartialDate` compares; records without a date never match.

    A valid combination that matches nothing returns ``()``.  A value that exists nowhere in the
    release, such as the topic ``weapon-restrictions``, raises `NotFoundError`, with suggestions;
    any year, date, number or word of a title is valid.  A value of the wrong type, or a range
    that ends before it starts, raises `InvalidFilterError`; an invalid date, `InvalidDateError`.

    >>> import natopa_declarations as natopa
    >>> corpus = natopa.load("2026.1")
    >>> corpus.declaration(489).clauses[0].id
    '489#reiterating-condemnation'
    >>> corpus["489#lift-restrictions"] is corpus.clause("489#lift-restrictions")
    True
    """

    _release: model.Release | Manifest = field(alias="release", converter=_as_published)
    _records: Mapping[str, tuple[accepts.Any, ...]] = field(alias="records")
    _index: Mapping[str, Value] = field(alias="index")
    _built: dict[str, accepts.Any] = field(factory=dict, init=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Corpus):
            return NotImplemented
        mine, others = self._published, other._published
        # The files that hold it, and their bytes, are not part of what a corpus says.
        said = [name for name in fields(type(mine)) if name not in {"digest", "files"}]
        same = all(getattr(mine, name) == getattr(others, name) for name in said)
        return same and self._records == other._records

    def __hash__(self) -> int:
        return hash((self._published.version, self._published.published, self._published.title))

    def __repr__(self) -> str:
        counts = [f"{kind} {len(found)}" for kind, found in self._records.items() if found]
        return f"<Corpus {self._published.version}: {', '.join(counts)}>"

    def coverage(self) -> model.CoverageReport:
        """Return what the release holds, holds in part, lacks, and could not verify.

        >>> import natopa_declarations as natopa
        >>> report = natopa.load("2026.1").coverage()
        >>> [text.number for text in report.partial]
        [489, 490]
        """
        from .coverage import report

        return report(self.sessions(), self.texts(), self.gaps(), self.persons())

    def president(self, *, on: model.PartialDate | accepts.date | str) -> model.Person:
        """Return who was President of the Assembly on that day, month or year.

        Acting Presidents count.  The answer comes from the terms, as far as the sources
        date them, or else from the session on that day; on the last day of a session the
        President that it elected may have taken over already.  On a day when the office
        changes hands there are two Presidents, and neither is returned.

        Raises `NotFoundError` where the sources do not settle on one person, and says whom
        they name; `InvalidDateError` where `on` is not a date.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.1").president(on="2024-05-27").name
        'Michał Szczerba'
        """
        from .offices import president

        return president(on, self.persons(), self.sessions())

    def secretary_general(self, *, on: model.PartialDate | accepts.date | str) -> model.Person:
        """Return who was Secretary General of the Assembly on that day, month or year.

        The answer comes from the terms, as far as the sources date them; the Secretary General
        of NATO is another office.

        Raises `NotFoundError` where the sources do not settle on one person, and says whom
        they name; `InvalidDateError` where `on` is not a date.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.2").secretary_general(on="2019-05").name
        'David Hobbs'
        """
        from .offices import secretary_general

        return secretary_general(on, self.persons())

    def locate(
        self,
        quote: str,
        *,
        about: model.AdoptedText | model.Clause | accepts.Number | str | None = None,
        speaker: model.Person | str | None = None,
    ) -> model.Quotation:
        """Say whether `quote` stands in a text or statement, where, and in whose words.

        The outcome is one of these:

        - *exact*: the same words, numbers and signs, in this order.  Case, accents, ligatures,
          punctuation, spaces and line ends do not matter, nor does the hyphen of a compound;
          ``...`` stands for words left out, except a negation or condition.
        - *reading*: the words of another source, of which the release holds the readings;
          `Passage.witnesses` says whose.
        - *near*: more than two thirds of the words, and at least five; or all but one word that
          can change the sense, such as a number.  `Passage.variants` has what differs.
        - *too-short*: fewer than three words, and two more for each ellipsis, that are not a
          title or name as a whole.
        - *absent*: not in what the release holds, which for most texts is the title alone.
          `Quotation.leads` says what comes close, and `Quotation.reach` up to which day the
          release covers.

        Searched are the wordings of clauses and statements, their readings, and the titles of
        texts and editions, in every language held; our own summaries are nobody's words.

        With `about`, only the words of that text or clause and the statements about it are
        searched, and with `speaker` only what that person said; `Quotation.elsewhere` has the
        places where the words stand besides.

        What stands nowhere as a whole is taken apart, into what it has in quotation marks, or
        else into sentences: `Quotation.parts` has those pieces that stand somewhere.  For an
        article there is `check`.

        Raises `InvalidQuotationError` where `quote` has no word, and `NotFoundError` for an
        unknown text or person.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> quotation = corpus.locate("lifting all restrictions on the use of weapons")
        >>> quotation.headline
        "near, but 'all' for 'some': [some] {all}"
        >>> quotation.passages[0].ref, quotation.passages[0].fidelity.value
        ('489#lift-restrictions', 'quoted')
        >>> print(corpus.locate("We managed to push through ... at the last minute"))
        exact
        chernyev-last-minute (words of Yehor Chernyev, translated, en): We managed to push
        through this decision at the last minute
        >>> corpus.locate("They need it now", speaker="Chernyev").headline
        'absent; elsewhere: szczerba-they-need-it-now, words of Michał Szczerba'
        """
        from .locating import locate

        return locate(self, self._words(), self.search, quote, about, speaker)

    def check(self, text: str, *, each_line: bool = False) -> model.Check:
        """Say for each quotation in an article where it stands, in the order of the text.

        Quotations are found by their marks, of any kind; what is narrated around them is not
        looked at.  A quotation goes on over paragraphs that begin with a mark; where a narrator
        interrupts it, each part is one by itself.  With `each_line` every line is a quotation.

        An absent quotation has the nearest title among its leads; `locate` adds what search
        finds.

        >>> import natopa_declarations as natopa
        >>> text = '"They need our help," he said. "They need it tomorrow, or next week."'
        >>> check = natopa.load("2026.1").check(text)
        >>> check.headline
        '1 exact, 1 absent'
        >>> check.quotations[0].outcome.value, check.quotations[0].places
        ('exact', ((1, 20),))
        """
        from .._locate.articles import check

        return check(self._words(), text, each_line=each_line)

    def references(self, text: str) -> tuple[model.Mention, ...]:
        """Return the declarations, resolutions and sessions that a text names, and where.

        English and French are understood: ``Resolutions 498 and 499``, ``paragraphe 14 de la
        Déclaration 482``, ``the 2024 spring session in Sofia``.  Texts of other bodies, such as
        those of the Security Council, are left out; a text that is not held has no `Mention.ref`.

        >>> import natopa_declarations as natopa
        >>> text = "Declaration 489 follows Security Council Resolution 1325."
        >>> [(mention.ref, mention.start) for mention in natopa.load().references(text)]
        [('489', 0)]
        """
        from .._locate.mentions import mentions

        check_text(text, "a text")
        return mentions(text, self._referred())

    def _words(self) -> Prepared:
        from .._locate.indexed import prepare

        def words() -> Prepared:
            named: list[model.Person | model.Body] = [*self.persons(), *self.bodies()]
            return prepare(self.texts(), self.statements(), named, self._published.reach)

        return self._indexes.words.get(words)

    def table(self, kind: str, *, documents: bool = False) -> Table:
        """Return the records of one kind as a table, for data frames, CSV and Parquet.

        `kind` is one of ``texts``, ``clauses``, ``wordings``, ``readings``, ``statements``,
        ``claims``, ``votes``, ``sessions``, ``persons``, ``sources``, ``copies``, ``bodies``,
        ``topics``, ``member-states``, ``sizes``, ``participation-classes`` and ``gaps``.  The
        columns are the same for every release.  The words that a user's own documents brought
        are left out unless `documents` is true.

        Raises `NotFoundError` for an unknown kind.

        >>> import natopa_declarations as natopa
        >>> table = natopa.load("2026.1").table("texts")
        >>> table.to_dict()["number"]
        [489, 490]
        """
        from ..export.tables import table

        return table(self, kind, documents=documents)

    # Documents of the user's own: which clauses they are, and a corpus that has their words.

    def bindings(self, document: model.Document) -> tuple[model.Binding, ...]:
        """Return what each text of a document is in this corpus, clause by clause.

        A text is bound by number and kind, or else by title and year; a paragraph by its label
        and opening words, or else by its words, of which at least 0.6 of a wording that is held
        must agree.  What the corpus does not know gets a provisional id such as ``489#p11``.
        What points to different clauses is *conflicting*, and bound to none.
        """
        from .binding import bindings

        check_type(document, model.Document, "a document, which `natopa.read` returns")
        return bindings(document, self.texts())

    def with_documents(self, *documents: model.Document) -> Corpus:
        r"""Return a new corpus that has the words of these documents; this one stays as it is.

        Each paragraph becomes a wording of the clause that it is bound to, as `bindings` says,
        or a clause with a provisional id, also where it is conflicting; its source is the
        document, by its digest.  A text that is not in the release adds nothing.  The new
        release has no digest, and its title says that it is not for redistribution.

        Raises `NotFoundError` for a document of which no text is in this release, with the
        reasons.

        >>> import natopa_declarations as natopa
        >>> document = natopa.read(b"DECLARATION 489\nSTANDING WITH UKRAINE UNTIL VICTORY\n"
        ...     b"The Assembly,\n1. Holding an invented view;\n2. URGES nobody in particular.")
        >>> full = natopa.load("2026.1").with_documents(document)
        >>> full.clause("489#p2").wordings[0].citation.source.url == document.digest
        True
        """
        from .enriching import enriched

        for each in documents:
            check_type(each, model.Document, "a document, which `natopa.read` returns")
        return Corpus(*enriched(self.release, self._records, documents))


COLLECTIONS: dict[str, Callable[..., tuple[Value, ...]]] = {
    "texts": Corpus.texts,
    **{kind.plural: getattr(Corpus, kind.collection) for kind in KINDS if kind.plural},
}
"""The collections of a corpus by their names; texts are declarations and resolutions together."""
