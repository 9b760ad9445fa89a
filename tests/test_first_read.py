"""The first read of a packaged release: interrupted, forked, and led by an index that is wrong."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import natopa_declarations as natopa
from natopa_declarations import errors
from natopa_declarations.__main__ import main
from natopa_declarations._codec import advisories, constructors
from natopa_declarations._codec.writing import encode
from natopa_declarations._store import releases as _releases
from tests.processes import printed_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    Trace = Callable[[FrameType, str, object], "Trace | None"]

READ = ("_codec/constructors.py", "_codec/trusted.py", "_corpus/loading.py",
        "_corpus/manifest.py", "_corpus/records.py", "_corpus/shelf.py", "_store/advisories.py",
        "_store/index.py", "_store/releases.py")  # fmt: skip
"""The modules that a first read runs through."""


def answers(corpus: natopa.Corpus) -> list[object]:
    """Return a few answers: of a record, of what it leads to, of a kind, and of the manifest."""
    text = corpus.declaration(489)
    return [text.title, text.session.city, [each.source for each in text.citations],
            [each.speaker.name for each in corpus.statements()], corpus.release.title]  # fmt: skip


WHOLE = natopa.load(Path(natopa.__file__).parent / "data" / "2026.1")
EXPECTED = answers(WHOLE)


def lines_of_a_first_read() -> list[tuple[str, int]]:
    """Return each line that a first read comes to, once."""
    seen: dict[tuple[str, int], None] = {}

    def trace(frame: FrameType, event: str, _: object) -> Trace | None:
        if not frame.f_code.co_filename.endswith(READ):
            return None
        if event == "line":
            seen[frame.f_code.co_filename, frame.f_lineno] = None
        return trace

    _traced(trace, unread())
    return list(seen)


def unread() -> natopa.Corpus:
    """Return a corpus of which nothing was read, in a process that read nothing before."""
    for words in vars(constructors).values():
        if isinstance(words, constructors._Words):
            words.clear()
    return natopa.load("2026.1")


def _traced(trace: Trace, corpus: natopa.Corpus) -> None:
    old = sys.gettrace()
    sys.settrace(trace)
    try:
        assert answers(corpus) == EXPECTED
    finally:
        sys.settrace(old)


@pytest.mark.slow
def test_an_interrupt_at_any_line_leaves_a_corpus_that_answers() -> None:
    """Whatever was interrupted is read again, and the answers are those of another corpus."""
    lines = lines_of_a_first_read()
    assert len({file for file, _ in lines}) == len(READ)
    assert len(lines) > 200
    for place in lines:

        def interrupt(frame: FrameType, event: str, _: object, place: object = place) -> Trace:
            if event == "line" and (frame.f_code.co_filename, frame.f_lineno) == place:
                raise KeyboardInterrupt
            return interrupt

        corpus = unread()
        with pytest.raises(KeyboardInterrupt):
            _traced(interrupt, corpus)
        assert answers(corpus) == EXPECTED, place
        assert corpus.declaration(489) is corpus.text(489)
        assert place[0].endswith("constructors.py") or corpus == WHOLE, place


FORKS = """
import os, signal, sys, threading
import natopa_declarations as natopa

sys.setswitchinterval(1e-5)
natopa.load("2026.1").statements()
ended = []
for number in range(20):
    corpus = natopa.load("2026.4")
    reading = threading.Thread(target=corpus.statements)
    reading.start()
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        right = corpus.declaration(489).session.city == "Sofia" and corpus.statements()
        os._exit(0 if right else 1)
    ended.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    reading.join()
    assert corpus.declaration(489) is corpus.text(489)
print(set(ended), flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:This process")
def test_a_fork_in_the_middle_of_a_read_leaves_both_working() -> None:
    """Another thread reads the release while the process forks, twenty times."""
    assert printed_by(FORKS, "-W", "ignore") == "{0}\n"


FIRST_QUESTION = """
import os, signal, threading, time
import natopa_declarations as natopa
corpus = natopa.load("2026.4")
asking = threading.Thread(target=corpus.{question})
asking.start()
time.sleep({delay})
child = os.fork()
if child == 0:
    signal.alarm(20)
    os._exit(0 if corpus.search("ukraine") and corpus.locate("the use of weapons") else 1)
asking.join()
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), bool(corpus.search("ukraine")))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:This process")
@pytest.mark.parametrize("delay", [0, 0.01, 0.03, 0.06])
@pytest.mark.parametrize("question", ["search, args=('ukraine',)", "locate, args=('the use of',)"])
def test_a_fork_in_the_middle_of_a_first_question_leaves_both_working(
    question: str, delay: float
) -> None:
    """Another thread imports what its first question needs while the process forks."""
    code = FIRST_QUESTION.format(question=question, delay=delay)
    assert printed_by(code, "-W", "ignore") == "0 True\n"


QUESTIONS = """
import sys
import natopa_declarations as natopa
from natopa_declarations import _forks
corpus = natopa.load("2026.4")
_forks.import_all()
before = set(sys.modules)
text = corpus.declaration(489)
corpus.search("ukraine"), corpus.locate("the use of weapons"), corpus.check("'the use of weapons'")
corpus.references("Declaration 489"), corpus.find("Declaration 489"), corpus.coverage()
corpus.clauses(role="operative", country="RU"), corpus.texts(date_from="2024", title="ukraine")
corpus.texts_of("2024-spring"), corpus.about("489"), corpus.president(on="2024-05-27")
[text.cite(kind) for kind in ("text", "csl-json", "bibtex", "ris")]
[corpus.table(kind) for kind in ("texts", "clauses", "wordings", "persons", "copies")]
natopa.to_json(text), text._repr_html_(), repr(corpus), hash(corpus)
natopa.diff(text.edition("draft"), text.edition("adopted")), corpus.release.advisories
try:
    corpus.declaration(48)
except natopa.NotFoundError:
    print(sorted(set(sys.modules) - before))
"""


@pytest.mark.slow
def test_a_fork_imports_all_that_a_question_may() -> None:
    """Afterwards nothing that a corpus is asked imports a module."""
    assert printed_by(QUESTIONS) == "[]\n"


# An index that is wrong.


INDEX = _releases.recorded_index("2026.1")
NAMES, TABLE, LINES = INDEX.split(b"\n\n", 2)
(LINE,) = [line for line in LINES.splitlines() if line.startswith(b"489 ")]
BROKEN = {
    "empty": b"",
    "another file": b"[]\n",
    "cut": INDEX[: len(INDEX) // 2],
    "cut in the table": INDEX[: len(NAMES) + 40],
    "another place": INDEX.replace(LINE, LINE.replace(b" 4 ", b" 5 ")),
    "another end": INDEX.replace(LINE, LINE[:-1]),
    "another id": INDEX.replace(LINE, b"488" + LINE[3:]),
    "another file of records": INDEX.replace(LINE, LINE.replace(b"/489", b"/490")),
    "a file that is not there": INDEX.replace(LINE, LINE.replace(b"/489", b"/999")),
    "a record less": INDEX.replace(LINE + b"\n", b""),
    "no number": INDEX.replace(LINE, LINE.replace(b" 4 ", b" x ")),
    "no text": INDEX.replace(LINE, LINE.replace(b"declarations/489", b"\xff\xfe/489")),
    "no letters": NAMES + b"\n\n" + re.sub(rb"\d", b"z", TABLE) + b"\n\n" + LINES,
    "all at one place": NAMES + b"\n\n" + re.sub(rb"\d", b"0", TABLE) + b"\n\n" + LINES,
    "that of another release": _releases.recorded_index("2026.2"),
}


def _with_index(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    read = _releases.packaged_file
    monkeypatch.setattr(
        _releases, "packaged_file", lambda name: content if name == "2026.1.index" else read(name)
    )


@pytest.mark.slow
@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("look_up", [
    lambda: natopa.load("2026.1").declaration(489),
    lambda: natopa.load("2026.1").clause("489#lift-restrictions"),
    lambda: natopa.load("2026.1")["489"],
], ids=["text", "clause", "record"])  # fmt: skip
def test_a_broken_index_is_found_by_the_first_lookup(
    content: bytes, look_up: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it hides a record: no other error leaves, and none says that it is unknown."""
    _with_index(monkeypatch, content)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        look_up()
    assert caught.value.file == "data/2026.1.index"


@pytest.mark.parametrize("content", [
    INDEX.split(b"\n", 1)[1], b"\n\n" + INDEX.split(b"\n\n", 1)[1],
], ids=["one", "all"])  # fmt: skip
def test_a_file_that_an_index_leaves_out_is_missed(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kind of records is never shorter than it is, and never empty instead."""
    _with_index(monkeypatch, content)
    folder = NAMES.partition(b".json")[0].partition(b"/")[0].decode().replace("-", "_")
    with pytest.raises(errors.InvalidReleaseError, match="index"):
        getattr(natopa.load("2026.1"), folder)()
    with pytest.raises(errors.InvalidReleaseError, match="index"):
        list(natopa.load("2026.1"))


def _declaration(corpus: natopa.Corpus) -> object:
    return corpus.declaration(489)


NOTHING = b"\n\n" + TABLE + b"\n\n"
PLACE = "the place of '489'"
TOLD: dict[str, tuple[bytes, Callable[[natopa.Corpus], object] | None, str]] = {
    "empty": (b"", None, "names of files, a table and lines"),
    "a lookup": (BROKEN["another id"], _declaration, PLACE),
    "a lookup by no number": (BROKEN["no number"], _declaration, PLACE),
    "a lookup in a file that is not there": (
        BROKEN["a file that is not there"], _declaration,
        "the files of the release, not 'declarations/999.json'",
    ),
    "a kind": (BROKEN["another id"], natopa.Corpus.declarations, PLACE),
    "a kind in another file": (
        BROKEN["another file of records"], natopa.Corpus.declarations, PLACE
    ),
    "a kind of which nothing is named": (
        NOTHING + LINES, natopa.Corpus.topics, "the files of topics"
    ),
    "everything": (NOTHING + LINES, len, "every file of the release"),
    "names in no encoding": (
        b"\xff.json" + NOTHING + LINES, natopa.Corpus.topics, "the names of files"
    ),
    "a record twice": (INDEX + LINE + b"\n", natopa.Corpus.declarations,
                       "the files of declarations"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "ask", "expected"), TOLD.values(), ids=TOLD)
def test_a_broken_index_is_told_in_one_way(
    content: bytes,
    ask: Callable[[natopa.Corpus], object] | None,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The file of the index, what should be in it, and what to do."""
    _with_index(monkeypatch, content)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        (ask or _declaration)(natopa.load("2026.1"))
    assert str(caught.value) == (
        f"data/2026.1.index: expected {expected}, found something else; run natopa verify to see"
        " what, or install the package again"
    )


@pytest.mark.parametrize("content", [b"\n\n00000000\n00000000\n\n"])
def test_a_release_without_files_is_empty(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of nothing leads to nothing, and is no error."""
    _with_index(monkeypatch, content)
    corpus = natopa.load("2026.1")
    assert (len(corpus), corpus.topics(), "489" in corpus) == (0, (), False)


def test_what_is_asked_for_twice_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read with the first record in it, and each answer is the same object again."""
    read, names = _releases.packaged_file, list[str]()

    def noting(name: str) -> bytes:
        names.append(name)
        return read(name)

    monkeypatch.setattr(_releases, "packaged_file", noting)
    corpus = natopa.load("2026.1")
    clause = corpus.clause("489#lift-restrictions")
    assert clause in corpus.declaration(489).clauses
    assert corpus["489#lift-restrictions"] is clause is corpus.clause("489#lift-restrictions")
    assert corpus.topics() is corpus.topics()
    assert len(corpus) == len(list(corpus)) == len(corpus)
    assert corpus["489"] is corpus.declarations()[0] is corpus.declaration(489)
    assert len(names) == len(set(names))
    with pytest.raises(KeyError, match=r"^'no-such-folder'$"):
        corpus._records["no-such-folder"]
    with pytest.raises(KeyError, match=r"^'489#no-such-part'$"):
        corpus._index["489#no-such-part"]


@pytest.mark.parametrize("reference", ["489", "490", "489#lift-restrictions", "nato", "48"])
def test_the_way_back_reads_what_has_the_id(reference: str) -> None:
    """Whatever leads to a record is among what is read for it: the record, its parts, editions."""
    index: Any = natopa.load("2026.1")._index
    found = index.pointing(reference)
    marks = [f'"{reference}{end}'.encode() for end in '"#@']
    having = {
        name for name, record in WHOLE.items() if any(mark in encode(record) for mark in marks)
    }
    assert having <= set(found)
    assert len(found) < len(WHOLE)
    for name, record in found.items():
        assert record == WHOLE[name]


def test_the_packaged_advisories_are_read_without_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """They were checked before they were released, and to check them again takes long."""

    def refuse(*_: object) -> None:
        pytest.fail("the file is checked")

    monkeypatch.setattr(advisories, "decode_alone", refuse)
    assert len(natopa.load("2026.1").release.advisories) == len(WHOLE.release.advisories) > 1


@pytest.mark.slow
@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_index_is_found_by_verify(
    content: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file is as released, and what leads to the records in them is not."""
    _with_index(monkeypatch, content)
    found = natopa.verify("2026.1")
    assert (found.changed, found.differs) == (("2026.1.index",), True)
    assert main(["verify", "2026.1"]) == 1
    assert "2026.1.index" in capsys.readouterr().out


@pytest.mark.parametrize("release", natopa.releases(), ids=lambda release: release.version)
def test_the_index_does_without_where_a_digest_is_given(
    release: natopa.model.PackagedRelease, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is then made of the very bytes that were checked."""
    read = _releases.packaged_file
    monkeypatch.setattr(
        _releases, "packaged_file", lambda name: b"" if name.endswith(".index") else read(name)
    )
    corpus = natopa.load(release.version, digest=release.digest)
    assert corpus.declaration(489).title == "Standing with Ukraine until Victory"
