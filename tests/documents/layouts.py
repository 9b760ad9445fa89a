"""Invented texts laid out as plain text, HTML and DOCX."""

from __future__ import annotations

import html
import io
import textwrap
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tests.documents.invented import Invented


def plain(
    text: Invented,
    *,
    head: Iterable[str] | None = None,
    opener: str | None = None,
    number: Callable[[int, str], str] = "{}. {}".format,
    letter: Callable[[str, str], str] = "{}. {}".format,
    note_after: int | None = None,
    width: int = 88,
) -> str:
    """Return the lines of a page; the note may stand after one of the paragraphs."""
    default = [*textwrap.wrap(text.title, 60), f"{text.kind} {text.number}*"]
    lines = [*(default if head is None else head), "", opener or text.opener, ""]
    count = 0
    for name, label, _, _, words in text.paragraphs():
        if "-" in name:
            lines += _wrapped(letter(label[:-1], words), width)
            continue
        count += 1
        lines += _wrapped(number(count, words), width)
        if note_after == count:
            lines += [f"* {text.note}", f"{text.code} 1"]
    if note_after is None:
        lines += ["", f"* {text.note}"]
    return "\n".join(lines)


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, break_on_hyphens=False, break_long_words=False)


def page(text: Invented, *, numbered_by: str = "typed") -> str:
    """Return a web page with menus and links; numbers are typed, or those of lists (``ol``)."""
    parts: list[str] = []
    items: list[str] = []
    for name, label, _, opening, words in text.paragraphs():
        rest = html.escape(words.removeprefix(opening))
        marked = f"<em>{html.escape(opening)}</em>{rest}"
        if "-" in name:
            items.append(html.escape(words))
            if numbered_by == "typed":
                parts.append(f"<p style='margin-left:2em'>{label}&nbsp;{html.escape(words)}</p>")
        elif numbered_by == "typed":
            parts.append(f"<p>{label}&nbsp; {marked}</p>")
        else:
            parts.append(f"<li>{marked}</li>")
        if "-" in name and numbered_by == "ol":
            opened = parts[-1].removesuffix("</li>").removesuffix("</ol>")
            start = "" if "<ol" in opened else "<ol type=a>"
            parts[-1] = f"{opened}{start}<li>{html.escape(words)}</li></ol></li>"
    body = "".join(parts) if numbered_by == "typed" else f"<ol>{''.join(parts)}</ol>"
    return f"""<!doctype html><html lang={text.language}><head><meta charset=utf-8>
<title>{text.kind} {text.number}</title><script>var first = "1. Recalling"</script></head><body>
<nav><a href=/>Home</a> &gt; <a href=/docs>Documents</a></nav>
<ul class=share><li><a>Facebook</a></li><li><a>Twitter</a></li></ul>
<main><h1>{text.number} - {html.escape(text.title.title())}</h1>
<p><small>* {html.escape(text.note)}</small></p><p>{html.escape(text.opener)}</p>{body}</main>
<aside><h3>Related</h3><ul><li>RESOLUTION 501</li><li>DECLARATION 496</li></ul></aside>
<footer>&copy; 2027 Some Assembly. 1. Terms</footer></body></html>"""


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERING = f"""<?xml version="1.0"?><w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/>
</w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""
STYLES = f"""<?xml version="1.0"?><w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>
</w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Second"><w:basedOn w:val="Numbered"/></w:style>
<w:style w:type="paragraph" w:styleId="Lettered"><w:pPr><w:numPr><w:ilvl w:val="1"/>
<w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>"""


def docx(
    *texts: Invented, numbered_by: str = "lists", extra: str = "", note: str = "paragraph"
) -> bytes:
    """Return a DOCX; its numbers are typed, those of lists, or those of paragraph styles."""
    blocks: list[str] = []
    footnotes: list[str] = []
    for position, text in enumerate(texts):
        blocks += [_block(text.title), _block(f"{text.kind} {text.number}*"), _block(text.opener)]
        for name, label, _, _, words in text.paragraphs():
            level = int("-" in name)
            if numbered_by == "typed":
                blocks.append(_block(words, label=label))
            elif numbered_by == "styles":
                style = "Lettered" if level else "Second"
                blocks.append(_block(words, f'<w:pStyle w:val="{style}"/>'))
            else:
                list_ = 3 + position
                numbers = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/>'
                blocks.append(_block(words, f"<w:numPr>{numbers}</w:numPr>"))
        if note == "footnote":
            footnotes.append(f"<w:footnote>{_block(text.note)}</w:footnote>")
        else:
            blocks.append(_block(f"* {text.note}"))
    document = f'<w:document xmlns:w="{W}"><w:body>{"".join(blocks)}{extra}</w:body></w:document>'
    parts = {
        "word/document.xml": f'<?xml version="1.0"?>{document}',
        "word/numbering.xml": NUMBERING,
        "word/styles.xml": STYLES,
    }
    if footnotes:
        notes = "".join(footnotes)
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _block(words: str, properties: str = "", label: str = "") -> str:
    typed = f"<w:r><w:t>{label}</w:t><w:tab/></w:r>" if label else ""
    run = f'<w:r><w:t xml:space="preserve">{html.escape(words, quote=False)}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{typed}{run}</w:p>"
