"""The metadata of a text in Akoma Ntoso: its names, its history and its votes."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from ..model.votes import Vote, VoteAccount
from .akn_references import THEM, US, accounts, references, source_name, unit_name, vote_name
from .deliberations import Deliberation
from .xml import element


def metadata(parent: ET.Element, found: Deliberation) -> None:
    """Add the metadata; an empty section is left out, as the schema requires."""
    meta = element(parent, "meta")
    _identification(meta, found)
    _lifecycle(meta, found)
    _votes(meta, found)
    references(meta, found)


def _identification(meta: ET.Element, found: Deliberation) -> None:
    text = found.text
    parent = element(meta, "identification", source=US)
    work = _level(parent, "FRBRWork", found.work)
    element(work, "FRBRalias", value=text.id, name="natopa-declarations")
    if text.title is not None:
        element(work, "FRBRalias", value=text.title, name="title")
    if text.code is not None:
        element(work, "FRBRalias", value=text.code, name="code")
    _adopted(work, found)
    element(work, "FRBRcountry", value="xn")
    element(work, "FRBRsubtype", value="deliberation")
    if text.number is not None:
        element(work, "FRBRnumber", value=str(text.number))
    else:
        element(work, "FRBRname", value=text.id)
    element(work, "FRBRprescriptive", value="false")
    element(work, "FRBRauthoritative", value="false")
    expression = _level(parent, "FRBRExpression", found.expression)
    _adopted(expression, found)
    code = found.expression.rpartition("/")[2].partition("@")[0]
    element(expression, "FRBRlanguage", language=code)
    file = _level(parent, "FRBRManifestation", found.manifestation)
    release = found.release
    day = found.day if release is None else release.published.earliest
    element(file, "FRBRdate", date=str(day), name="not-before" if release is None else "release")
    element(file, "FRBRauthor", href=US, as_="#editor")


def _level(parent: ET.Element, tag: str, name: str) -> ET.Element:
    level = element(parent, tag)
    element(level, "FRBRthis", value=f"{name}/!main")
    element(level, "FRBRuri", value=name)
    return level


def _adopted(level: ET.Element, found: Deliberation) -> None:
    """Add the date of adoption: always a whole day, as required; its name says if it is exact."""
    name = "adoption" if found.is_dated else "adoption-not-before"
    element(level, "FRBRdate", date=str(found.day), name=name)
    element(level, "FRBRauthor", href=THEM, as_="#author")


def _lifecycle(meta: ET.Element, found: Deliberation) -> None:
    dated = [one for one in found.text.editions if one.date is not None and one.date.day]
    if not dated:
        return
    parent = element(meta, "lifecycle", source=US)
    for number, edition in enumerate(dated, 1):
        element(parent, "eventRef", eId=f"eventRef_{number}", date=str(edition.date),
                type="generation", source=f"#edition-{edition.name}",
                refersTo=f"#edition-{edition.name}")  # fmt: skip


def _votes(meta: ET.Element, found: Deliberation) -> None:
    dated = [vote for vote in found.text.votes if vote.date is not None and vote.date.day]
    if dated:
        workflow = element(meta, "workflow", source=US)
        for number, vote in enumerate(dated, 1):
            element(workflow, "step", eId=f"step_{number}", date=str(vote.date), by=THEM,
                    as_="#author", refersTo=f"#{vote_name(vote)}",
                    outcome=_outcome(vote))  # fmt: skip
    counted = [(vote, account) for vote, account in accounts(found) if _figures(account)]
    if not counted:
        return
    parent = element(element(meta, "analysis", source=US), "parliamentary")
    for number, (vote, account) in enumerate(counted, 1):
        # Each account is a separate voting: a count has no unit, and readers would add up the
        # counts of several accounts.
        names = " ".join([f"#{source_name(one.source)}" for one in account.citations])
        voting = element(parent, "voting", eId=f"voting_{number}", outcome=_outcome(vote),
                         href=f"#{vote_name(vote)}", refersTo=names or US)  # fmt: skip
        unit = "" if account.unit is None else f" #{unit_name(account.unit)}"
        for option, figure in _figures(account):
            element(voting, "count", eId=f"voting_{number}__count_{option}", value=str(figure),
                    refersTo=f"#count-{option}{unit}")  # fmt: skip


def _figures(account: VoteAccount) -> list[tuple[str, int]]:
    figures: Iterable[tuple[str, int | None]] = (
        ("for", account.in_favour), ("against", account.against), ("abstain", account.abstentions)
    )  # fmt: skip
    return [(option, figure) for option, figure in figures if figure is not None]


def _outcome(vote: Vote) -> str:
    return "#is-adopted" if vote.adopted else "#is-rejected"
