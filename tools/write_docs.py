"""Write the pages of the docs that are generated from the data.

Run it after every change of the data:  python tools/write_docs.py
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import natopa_declarations as natopa
from natopa_declarations import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable

TARGET = Path(__file__).parent.parent / "docs" / "coverage.md"

HEAD = """\
# Coverage

What release {version} holds, holds in part, lacks, and could not verify.
This page is generated from the data by `tools/write_docs.py`; a test proves that it is fresh.
In Python the same is `corpus.coverage()`, where each gap has its citations.

| | Records |
|---|---|
| Sessions held | {sessions} |
| Sessions called off | {called_off} |
| Declarations | {declarations} |
| Resolutions | {resolutions} |
| Texts held in full | {full} |
| Texts held in part | {partial} |
| Texts held by their title | {title} |
| Texts of which at most the number is known | {number} |
"""


def page(corpus: natopa.Corpus) -> str:
    """Return the page of what `corpus` covers."""
    report = corpus.coverage()
    parts = [
        HEAD.format(
            version=corpus.release.version,
            sessions=sum(session.held for session in corpus.sessions()),
            called_off=len(report.not_held),
            declarations=len(corpus.declarations()),
            resolutions=len(corpus.resolutions()),
            full=len(report.held),
            partial=len(report.partial),
            title=len(report.title_only),
            number=len(report.number_only),
        ),
        _years(report),
        _numbers(report),
        _sessions(report),
        _unverified(report),
        _sources(report),
    ]
    return "\n".join(parts)


def _years(report: natopa.CoverageReport) -> str:
    lines = [
        "## By year\n",
        "A session that no source seen gives stands as *not seen*, and may never have been.",
        "Texts are counted by how much is held of them.\n",
        "| Year | Sessions | Full | Part | Title | Number at most |",
        "|---|---|---|---|---|---|",
    ]
    for year in report.years:
        sessions = [_session(session) for session in year.sessions]
        sessions += [f"*{gap.season} not seen*" for gap in year.missing if gap.season]
        counts = [year.count(coverage) or "" for coverage in Coverage]
        cells = [year.year, ", ".join(sessions), *counts]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    lines.append(
        f"\nThe year of {len(report.undated)} texts is not known:"
        f" {', '.join(f'`{text.id}`' for text in report.undated)}.\n"
    )
    return "\n".join(lines)


def _session(session: natopa.Session) -> str:
    where = "not held" if not session.held else session.city or str(session.format)
    return f"{session.season} ({where})"


def _numbers(report: natopa.CoverageReport) -> str:
    lines = ["## Numbers that no source seen gives\n", "| Number | What is known | Shown by |",
             "|---|---|---|"]  # fmt: skip
    lines += [_row(gap, _range(gap.number, gap.last_number)) for gap in report.missing_numbers]
    return "\n".join([*lines, ""])


def _sessions(report: natopa.CoverageReport) -> str:
    lines = ["## Sessions that no source seen gives\n", "| Session | What is known | Shown by |",
             "|---|---|---|"]  # fmt: skip
    lines += [
        _row(gap, f"{_range(gap.year, gap.last_year)} {gap.season}")
        for gap in report.missing_sessions
    ]
    called_off = [f"- `{session.id}`: {session.note}" for session in report.not_held]
    return "\n".join([*lines, "", "Called off:\n", *called_off, ""])


def _row(gap: natopa.Gap, name: str) -> str:
    return f"| {name} | {gap.summary} | {_ids(gap)} |"


def _ids(gap: natopa.Gap) -> str:
    return ", ".join(dict.fromkeys(f"`{citation.source.id}`" for citation in gap.citations))


def _range(first: int | None, last: int | None) -> str:
    return str(first) if last is None else f"{first}-{last}"


def _unverified(report: natopa.CoverageReport) -> str:
    lines = [
        "## Not verified\n",
        "Their evidence is indirect, or they rest on an inference.\n",
        "| Record | Confidence | Inference |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{record.id}` | {record.confidence} | {record.inference or ''} |"
        for record in report.unverified
    ]
    return "\n".join([*lines, ""])


def _sources(report: natopa.CoverageReport) -> str:
    gaps: Iterable[natopa.Gap] = (*report.missing_numbers, *report.missing_sessions)
    cited = {citation.source.id: citation.source for gap in gaps for citation in gap.citations}
    lines = ["## Sources of the gaps\n"]
    lines += [f"- `{name}`: {source.publisher}, <{source.url}>" for name, source in cited.items()]
    return "\n".join([*lines, ""])


def main() -> None:
    """Write the pages anew."""
    TARGET.write_text(page(natopa.load()), encoding="utf-8")
    print(f"wrote {TARGET.name}")


if __name__ == "__main__":
    main()
