"""The content of a paragraph in its final state: tracked changes accepted, field codes and hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extract.readers.base import LONGEST_RUN
from extract.readers.docx.names import DGM, MC, A, M, R, V, W, child, flag, value
from extract.readers.docx.numbering import font_symbol, symbol
from extract.readers.docx.styles import Look, Styles
from veikart.core.blocks import Span

_DROPPED = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "proofErr", "rt"))
_GRAPHICS = frozenset({W + "drawing", W + "pict", W + "object", MC + "AlternateContent"})
_PLAIN = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_PAGE_BREAKS = frozenset({"page", "column"})
_TEXTBOX = W + "txbxContent"
_DESCRIPTION_TAGS = ("docPr", "cNvPr")


@dataclass(slots=True)
class Content:
    """What a paragraph holds: runs of text with their looks, text boxes, descriptions of pictures, watermarks."""

    runs: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    watermarks: list[str] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)  # relationships to the data of SmartArt
    fields: list[str] = field(default_factory=list)  # instructions of the fields that begin or go on here

    @property
    def text(self) -> str:
        """All of the text."""
        return "".join(text for text, _ in self.runs)


class Fields:
    """Complex fields, which may reach over many paragraphs: keeps what is still open."""

    def __init__(self) -> None:
        self._open: list[str] = []

    @property
    def instructions(self) -> list[str]:
        """Instructions of the fields that are open now, outermost first."""
        return [text.strip() for text in self._open]

    def begin(self) -> None:
        """Open a field."""
        self._open.append("")

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1] += text

    def end(self) -> None:
        """Close the innermost field."""
        if self._open:
            self._open.pop()


def read_inline(paragraph: etree._Element, look: Look, styles: Styles, fields: Fields) -> Content:
    """Return what the paragraph holds; `look` is that of its style."""
    content = Content(fields=fields.instructions)
    reader = _RunReader(content, look, styles, fields)
    for run in _runs(paragraph, content):
        reader.read(run)
    return content


def spans_of(runs: list[tuple[str, Look]]) -> tuple[Span, ...]:
    """Return the visible runs as spans, neighbours of one look joined."""
    joined: list[tuple[str, Look]] = []
    for text, look in runs:
        if joined and (joined[-1][1] == look or not text.strip()):
            joined[-1] = (joined[-1][0] + text, joined[-1][1])
        elif text:
            joined.append((text, look))
    return tuple(Span(text, look.colour, look.bold, look.italic, look.size) for text, look in joined)


def _runs(paragraph: etree._Element, content: Content) -> Iterator[etree._Element]:
    """Yield the runs that remain, in order, out of hyperlinks, content controls, insertions and the like."""
    stack: list[Iterator[etree._Element]] = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in _DROPPED or not isinstance(element.tag, str):
            continue
        elif element.tag in {W + "r", M + "r"}:
            yield element
        elif element.tag == W + "sdt":
            if not flag(child(element, "sdtPr"), "showingPlcHdr"):
                stack.append(iter(element.findall(W + "sdtContent")))
        elif element.tag == W + "fldSimple":
            content.fields.append(element.get(W + "instr", "").strip())
            stack.append(iter(element))
        else:
            stack.append(iter(element))


class _RunReader:
    """Reads runs one after the other; knows whether it is inside a field's code."""

    def __init__(self, content: Content, look: Look, styles: Styles, fields: Fields) -> None:
        self._content = content
        self._look = look
        self._styles = styles
        self._fields = fields
        self._code: list[bool] = []  # for each field begun in this paragraph: is it still before its result?

    def read(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        look = self._look
        if style := value(properties, "rStyle"):
            look = self._styles.character(style, look)
        look = look.under(properties)
        for part in run:
            self._read_part(part, look)

    def _read_part(self, part: etree._Element, look: Look) -> None:
        if part.tag == W + "fldChar":
            self._field(part.get(W + "fldCharType", ""))
        elif part.tag == W + "instrText":
            self._fields.instruct(part.text or "")
            self._content.fields = [*self._content.fields, *self._fields.instructions[-1:]]
        elif part.tag in _GRAPHICS:
            if not look.hidden:
                _read_graphics(part, self._content)
        elif part.tag == W + "ruby":
            for run in part.iterfind(f"{W}rubyBase/{W}r"):
                self.read(run)
        elif (text := _text_of(part)) and not any(self._code) and not look.hidden:
            self._content.runs.append((text, look))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.begin()
            self._code.append(True)
        elif kind == "separate" and self._code:
            self._code[-1] = False
        elif kind == "end":
            self._fields.end()
            if self._code:
                self._code.pop()


def _text_of(part: etree._Element) -> str:
    if part.tag in {W + "t", M + "t"}:
        return (part.text or "")[:LONGEST_RUN].replace("\u00ad", "").replace("\n", " ")
    if part.tag == W + "br":
        return "" if part.get(W + "type") in _PAGE_BREAKS else "\n"
    if part.tag == W + "sym":
        return font_symbol(part.get(W + "char", ""))
    return _PLAIN.get(str(part.tag), "")


def _read_graphics(part: etree._Element, content: Content) -> None:
    """Note text boxes once (the chosen alternative, else the fallback), descriptions and watermarks."""
    stack = [part]
    while stack:
        element = stack.pop()
        if element.tag == MC + "AlternateContent":
            stack.extend(_alternative(element))
            continue
        if element.tag == _TEXTBOX:
            content.boxes.append(element)
            continue
        if element.tag == DGM + "relIds":
            content.diagrams.append(element.get(R + "dm", ""))
        if element.tag == V + "textpath" and element.get("string", "").strip():
            content.watermarks.append(element.get("string", "").strip())
        described = isinstance(element.tag, str) and element.tag.endswith(_DESCRIPTION_TAGS)
        if described and (text := (element.get("descr") or "").strip()) and text not in content.pictures:
            content.pictures.append(text)
        stack.extend(reversed(element))


def _alternative(element: etree._Element) -> list[etree._Element]:
    choices = element.findall(MC + "Choice")
    fallback = element.findall(MC + "Fallback")
    told = [
        c for c in choices if any(c.find(f".//{tag}") is not None for tag in (_TEXTBOX, A + "blip", DGM + "relIds"))
    ]
    return told[:1] or (fallback if any(f.find(f".//{_TEXTBOX}") is not None for f in fallback) else choices[:1])


def clean_symbols(text: str) -> str:
    """Return the text with characters of symbol fonts made printable."""
    return "".join(symbol(c) if "\uf000" <= c <= "\uf0ff" else c for c in text)
