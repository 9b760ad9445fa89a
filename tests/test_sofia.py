"""The Sofia record: what release 2026.1 says, how sure it is, and what 2026.3 corrects."""

from __future__ import annotations

import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations.model import Fidelity, Verdict

CORPUS = natopa.load("2026.1")
TEXT = CORPUS.declaration(489)


def test_the_session() -> None:
    """Sofia, 24 to 27 May 2024, with its President and participants by mode."""
    sofia = CORPUS.session("2024-spring")
    assert (sofia.city, sofia.country, sofia.season) == ("Sofia", "BG", "spring")
    assert (str(sofia.start), str(sofia.end)) == ("2024-05-24", "2024-05-27")
    assert sofia.president is CORPUS.person("Szczerba")
    modes = {str(guest.person.id): guest.mode.value for guest in sofia.participants}
    assert modes["jens-stoltenberg"] == modes["dimitar-glavchev"] == "in-person"
    assert modes["kerstin-lundgren"] == "in-person"
    assert modes["rustem-umerov"] == "video"
    assert modes["zelenskyy"] == "video-message"


def test_attendance_figures_say_what_they_count() -> None:
    """Six figures from different sources stand side by side; none is merged or dropped."""
    accounts = CORPUS.session("2024-spring").attendance
    assert {(a.qualifier.value, a.value) for a in accounts} == {
        ("over", 200), ("about", 200), ("about", 220), ("exactly", 190), ("nearly", 400),
        ("exactly", 281),
    }  # fmt: skip
    assert all(account.counted and account.citations for account in accounts)
    wrong = [account for account in accounts if account.verdict == Verdict.CONTRADICTED]
    assert [account.citations[0].source.id for account in wrong] == ["united24-499"]


def test_the_candidate_status_keeps_every_account() -> None:
    """The article, Tallinn, Sofia, and the source that names Moldova, each by itself."""
    decision = CORPUS.resolve("2024-spring#candidate-status")
    assert isinstance(decision, model.Decision)
    told = {str(a.citations[0].source.id): a for a in decision.accounts}
    assert told["lb-ua-29512"].verdict == Verdict.REFINED
    assert "Tallinn" in told["nato-pa-tallinn-2024-03"].summary
    moldova = [a for a in decision.accounts if "Moldova" in a.summary]
    assert [a.verdict for a in moldova] == [Verdict.CONTRADICTED]
    assert moldova[0].inference
    assert "inside the parliamentary assembly" in (decision.note or "")
    titles = {d.title for d in CORPUS.session("2024-spring").decisions}
    assert {"Kosovo becomes an associate", "Malta becomes an associate"} <= titles


def test_the_declaration() -> None:
    """Number, title, date, presenter, document code and both editions."""
    assert (TEXT.number, TEXT.title) == (489, "Standing with Ukraine until Victory")
    assert str(TEXT.adopted) == "2024-05-27"
    assert TEXT.presenter is not None
    assert TEXT.presenter.id == "michal-szczerba"
    assert TEXT.code == "199 SESA 24 E"
    assert TEXT.edition("draft").title == "United with Ukraine - Until Victory"
    assert TEXT.edition("adopted").title == TEXT.title
    with pytest.raises(natopa.NotFoundError, match="did you mean 'draft' or 'adopted'"):
        TEXT.edition("final")


def test_the_draft_is_known_to_lack_one_clause_only() -> None:
    """The restrictions clause is absent; of every other clause the draft is not known."""
    draft = TEXT.edition("draft")
    known = {clause.id: draft.has(clause) for clause in TEXT.clauses}
    assert known.pop(model.ClauseId("489#lift-restrictions")) is False
    assert set(known.values()) == {None}
    assert draft.has("489#no-such-clause") is None


def test_the_restrictions_clause() -> None:
    """Quoted and paraphrased, brought in by the amendment, with its readings."""
    clause = CORPUS.clause("489#lift-restrictions")
    assert [wording.fidelity for wording in clause.wordings] == [
        Fidelity.QUOTED,
        Fidelity.PARAPHRASED,
    ]
    assert clause.amendment is CORPUS.resolve("489#amendment-restrictions")
    assert clause.amendment is not None
    support = clause.amendment.supported_by[0]
    assert support.body.id == "us-delegation"
    assert [person.id for person in support.led_by] == ["mike-turner", "gerald-connolly"]
    assert not clause.is_inferred


def test_the_long_term_strategy_is_inferred() -> None:
    """The passage stands in 490 by inference, and says so."""
    clause = CORPUS.clause("490#long-term-strategy")
    assert clause.is_inferred
    assert clause.wordings[0].fidelity == Fidelity.TRANSLATED


@pytest.mark.parametrize(
    ("reference", "lemma", "reading"),
    [
        ("489#everything-it-needs", "needs to be", "must be"),
        ("490#long-term-strategy", "deterrent", "containment"),
        ("490#long-term-strategy", "to confront", "in order to counter"),
        ("490#long-term-strategy", "to challenge", "contest"),
        ("szczerba-they-need-it-now", "become more active", "step up"),
        ("szczerba-recognise-reality", "has to do", "must"),
    ],
)
def test_readings(reference: str, lemma: str, reading: str) -> None:
    """Where the Assembly's own English differs, the few words that differ are kept."""
    record = CORPUS.resolve(reference)
    assert isinstance(record, natopa.Clause | natopa.Statement)
    pairs = [(r.lemma, r.text) for wording in record.wordings for r in wording.readings]
    assert (lemma, reading) in pairs


def test_the_votes_keep_every_account() -> None:
    """Nine delegates, nine countries, one and one, 47 of 56, 24 of 32, not unanimous."""
    amendment, whole = TEXT.votes
    units = {(a.unit, a.against, a.verdict.value) for a in amendment.accounts}
    assert ("delegates", 9, "corroborated") in units
    assert ("countries", 9, "unconfirmed") in units
    assert any("Italy" in a.opponents and "Hungary" in a.opponents for a in amendment.accounts)
    figures = {(a.in_favour, a.total, a.against, a.abstentions) for a in whole.accounts}
    assert {(47, 56, None, None), (24, 32, None, None), (None, None, 1, 1)} <= figures
    assert [a.unanimous for a in whole.accounts if a.unanimous is not None] == [False]


def test_every_utterance_of_the_article_is_a_statement() -> None:
    """Chernyev, Szczerba and Stoltenberg, with capacity, medium and what it is about."""
    speakers = [statement.speaker.id for statement in CORPUS.statements()]
    assert set(speakers) == {"yehor-chernyev", "michal-szczerba", "jens-stoltenberg"}
    for statement in CORPUS.statements():
        assert statement.capacity
        assert statement.wordings
        assert all(CORPUS.resolve(reference) for reference in statement.about)
    differing = CORPUS.statement("szczerba-half-measures").accounts
    assert [account.summary.partition(" ")[0] for account in differing] == ["NATO", "Ukraine"]


@pytest.mark.parametrize(
    ("spelling", "person"),
    [
        ("Yehor Chernyev", "yehor-chernyev"), ("Yehor Cherniev", "yehor-chernyev"),
        ("chernev", "yehor-chernyev"), ("CZERNIEW", "yehor-chernyev"),
        ("Michał Szczerba", "michal-szczerba"), ("michal szczerba", "michal-szczerba"),
        ("Shcherba", "michal-szczerba"), ("шчерба", "michal-szczerba"),
        ("michal-szczerba", "michal-szczerba"), ("Gerald E. Connolly", "gerald-connolly"),
    ],
)  # fmt: skip
def test_any_spelling_finds_the_person(spelling: str, person: str) -> None:
    """A lookup by any variant works; case and diacritics do not matter."""
    assert CORPUS.person(spelling).id == person
    assert CORPUS.find(spelling).id == person  # type: ignore[union-attr]


CORRECTED = natopa.load("2026.3")


def test_words_of_ours_are_summaries_since_2026_3() -> None:
    """Two clauses of 489 have words; a statement without words says who reports it."""
    worded = [clause.id for clause in CORRECTED.declaration(489).clauses if clause.wordings]
    assert worded == ["489#everything-it-needs", "489#lift-restrictions"]
    silent = {str(each.id) for each in CORRECTED.statements() if not each.wordings}
    assert silent == {
        "chernyev-announcement", "chernyev-deep-inside", "chernyev-us-support",
        "chernyev-opponents", "stoltenberg-agreed", "szczerba-air-defence",
        "szczerba-supply-lines",
    }  # fmt: skip
    assert all(CORRECTED.statement(each).accounts for each in silent)
    (half,) = CORRECTED.statement("szczerba-half-measures").wordings
    assert (half.text, half.fidelity, half.readings) == ("half measures", Fidelity.QUOTED, ())


def test_words_and_attributions_are_those_of_the_sources_since_2026_3() -> None:
    """No thanks that nobody printed, and no loss of credibility by the article."""
    assert "hank" not in CORRECTED.statement("chernyev-together").summary
    for account in CORRECTED.statement("szczerba-half-measures").accounts:
        if "credibility" in account.summary:
            assert [str(each.source.id) for each in account.citations] == ["nato-pa-release-489"]


def test_where_each_statement_was_made_since_2026_3() -> None:
    """What the release reports of Szczerba was said in a speech."""
    media = {str(each.id): each.medium.value for each in CORRECTED.statements()}
    assert {each for each, medium in media.items() if medium == "speech"} == {
        "szczerba-air-defence", "szczerba-they-need-it-now", "szczerba-supply-lines",
        "szczerba-recognise-reality", "szczerba-half-measures",
    }  # fmt: skip
    assert media["chernyev-announcement"] == "facebook"


def test_the_two_votes_are_rightly_filed_since_2026_3() -> None:
    """Chernyev names the opponents of the document; the agency counts delegates in both votes."""
    amendment, whole = CORRECTED.declaration(489).votes
    assert not any(account.opponents for account in amendment.accounts)
    assert [account.opponents for account in whole.accounts if account.opponents] == [
        ("Italy", "Hungary", "a German member from the AfD")
    ]
    counted = [account for account in whole.accounts if account.unit == "delegates"]
    assert [(account.against, account.inference) for account in counted] == [(1, None)]
