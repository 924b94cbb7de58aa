"""The inside of a paragraph: plain text with its bold, slanted and struck runs."""

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from extract.readers.markdown.signs import without_template_tags
from veikart.core.blocks import Span

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TASK = re.compile(r"\[(?P<state>[ xX])\](?:\s+|$)")


@dataclass(slots=True)
class Inline:
    """A paragraph's text, its runs, and the box of a task in front of it ("" for none)."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    strike: bool = False  # it begins with struck text
    box: str = ""

    @property
    def bold(self) -> bool:
        """Tell whether all of the text is bold."""
        return bool(self.spans) and all(span.bold for span in self.spans if span.text.strip())


def read_inline(token: Token) -> Inline:
    """Return what an inline token says; lines stay apart by "\\n", pictures and addresses are left out."""
    inline = Inline()
    bold = italic = struck = 0
    for child in token.children or ():
        step = child.nesting
        if child.type.startswith("strong_"):
            bold += step
        elif child.type.startswith("em_"):
            italic += step
        elif child.type.startswith("s_"):
            struck += step
        else:
            _add(inline, _plain(child), bold > 0, italic > 0, struck > 0)
    _finish(inline)
    return inline


def _plain(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    if child.type == "html_inline":
        return "\n" if _BREAK.match(child.content) else ""
    return without_template_tags(child.content) if child.type in {"text", "code_inline"} else ""


def _add(inline: Inline, text: str, bold: bool, italic: bool, struck: bool) -> None:
    if not text:
        return
    if struck and not "".join(span.text for span in inline.spans).strip():
        inline.strike = True
    last = inline.spans[-1] if inline.spans else None
    if last is not None and (last.bold, last.italic) == (bold, italic):
        inline.spans[-1] = Span(last.text + text, bold=bold, italic=italic)
    else:
        inline.spans.append(Span(text, bold=bold, italic=italic))


def _finish(inline: Inline) -> None:
    task = _TASK.match(inline.spans[0].text) if inline.spans else None
    if task is not None:
        inline.box = "☐" if task["state"] == " " else "☑"
        first = inline.spans[0]
        inline.spans[0] = Span(first.text[task.end() :], bold=first.bold, italic=first.italic)
    inline.spans = [span for span in inline.spans if span.text]
    inline.text = "".join(span.text for span in inline.spans).strip()
