"""Make the PDFs beside this file: `python -m tests.documents.make_pdfs`, with two engines.

The tests read what was made; only to make it anew are WeasyPrint (BSD) and ReportLab (BSD)
needed, as ``pip install weasyprint reportlab``.
"""

from __future__ import annotations

import html
from pathlib import Path

from tests.documents.invented import CUSTOMS, FRENCH, TRAINS, Invented

HERE = Path(__file__).parent
CSS = """@page{size:%s;margin:25mm;@bottom-right{content:"%s  " counter(page);font-size:8pt}}
body{font-family:"Liberation Serif";font-size:11.5pt;text-align:justify;hyphens:auto}
h1,h2{text-align:center;font-size:12pt;hyphens:none} sup{font-size:60%%;line-height:0}
.n{padding-left:12mm;text-indent:-12mm}.no{display:inline-block;width:12mm;text-indent:0}
.a{padding-left:22mm;text-indent:-8mm}.a .no{width:8mm}.fn{float:footnote;font-size:9pt}
.ls{letter-spacing:5pt;text-align:center}.tag{text-align:right;font-weight:bold}
::footnote-call{content:none}::footnote-marker{content:none}"""


def body(text: Invented, variant: str, mark: str) -> str:
    """Return a text as HTML: variant A has the number above the title, B below it."""
    escape = html.escape
    note = f"<span class=fn>{mark} {escape(text.note)}</span>"
    if variant == "B":
        number = f"{text.kind} {text.number}<sup>{mark}</sup>{note}"
        head = f"<h1>{escape(text.title)}</h1><h2>{number}</h2>"
    else:
        on = "on" if text.language == "en" else "sur"
        head = (
            "<p class=ls>NATO Parliamentary Assembly</p><p class=tag>ECONOMICS AND SECURITY</p>"
            f"<h2>{text.kind} {text.number}</h2><h2>{on}</h2>"
            f"<h1>{escape(text.title)}<sup>{mark}</sup>{note}</h1>"
        )
    parts = [head, f"<p>{escape(text.opener)}</p>"]
    for name, label, role, opening, words in text.paragraphs():
        rest = escape(words.removeprefix(opening)).replace("70th", "70<sup>th</sup>")
        tag = "i" if role == "preamble" else "b"
        first = f"<{tag}>{escape(opening)}</{tag}>" if "-" not in name else escape(opening)
        kind = "a" if "-" in name else "n"
        parts.append(f"<p class={kind}><span class=no>{label}</span>{first}{rest}</p>")
    return "\n".join(parts)


def by_weasyprint(
    name: str, bodies: list[str], language: str, code: str, size: str = "A4"
) -> None:
    """Write one PDF with a page break after each body."""
    import weasyprint

    whole = "".join(f'<div style="page-break-after:always">{one}</div>' for one in bodies)
    document = (
        f"<html lang={language}><style>{CSS % (size, code)}</style><body>{whole}</body></html>"
    )
    weasyprint.HTML(string=document).write_pdf(HERE / name)


def by_reportlab(name: str, texts: list[Invented]) -> None:
    """Write one PDF with hanging numbers, justified."""
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

    centred = ParagraphStyle("c", fontName="Times-Bold", alignment=TA_CENTER, leading=15)
    plain = ParagraphStyle("p", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=8)
    first = ParagraphStyle("n", parent=plain, alignment=TA_JUSTIFY, leftIndent=34, bulletIndent=0)
    second = ParagraphStyle("a", parent=first, leftIndent=62, bulletIndent=34)
    small = ParagraphStyle("s", parent=plain, fontSize=8, leading=10)
    story: list[object] = []
    for text in texts:
        story += [Paragraph(html.escape(text.title), centred)]
        story += [Paragraph(f"{text.kind} {text.number}*", centred), Spacer(1, 12)]
        story += [Paragraph(html.escape(text.opener), plain)]
        for part, label, role, opening, words in text.paragraphs():
            tag = "i" if role == "preamble" else "b"
            rest = html.escape(words.removeprefix(opening))
            marked = words if "-" in part else f"<{tag}>{opening}</{tag}>{rest}"
            story.append(Paragraph(marked, second if "-" in part else first, bulletText=label))
        story += [Spacer(1, 20), Paragraph(f"* {html.escape(text.note)}", small), PageBreak()]

    def footer(canvas: object, template: object) -> None:
        text = f"{texts[0].code}   {template.page}"  # type: ignore[attr-defined]
        canvas.setFont("Times-Roman", 8)  # type: ignore[attr-defined]
        canvas.drawRightString(A4[0] - 60, 30, text)  # type: ignore[attr-defined]

    template = SimpleDocTemplate(str(HERE / name), pagesize=A4, invariant=1)
    template.build(story, onFirstPage=footer, onLaterPages=footer)


def main() -> None:
    """Write all PDFs."""
    by_weasyprint("trains.pdf", [body(TRAINS, "B", "*")], "en", TRAINS.code)
    by_weasyprint("trains-a5.pdf", [body(TRAINS, "B", "*")], "en", TRAINS.code, "A5")
    by_weasyprint("customs.pdf", [body(CUSTOMS, "A", "1")], "en", CUSTOMS.code)
    by_weasyprint("french.pdf", [body(FRENCH, "B", "*")], "fr", FRENCH.code)
    contents = "".join(
        f"<p>{html.escape(text.title)}<br>{text.kind} {text.number} ........ {page}</p>"
        for page, text in enumerate((TRAINS, CUSTOMS), 3)
    )
    cover = "<h1>TEXTS ADOPTED IN 2027</h1><p>NATO Parliamentary Assembly</p>"
    bodies = [
        cover,
        f"<h1>CONTENTS</h1>{contents}",
        body(TRAINS, "B", "*"),
        body(CUSTOMS, "A", "1"),
    ]
    by_weasyprint("booklet.pdf", bodies, "en", "238 SESA 27 E")
    by_reportlab("trains-reportlab.pdf", [TRAINS])
    by_reportlab("booklet-reportlab.pdf", [TRAINS, CUSTOMS, FRENCH])


if __name__ == "__main__":
    main()
