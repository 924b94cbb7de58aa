"""Paragraphs of a text body: text, level, bullet and looks, with what they inherit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from extract.readers.base import LONGEST_RUN
from extract.readers.pptx.bullets import Bullet, Numbering, bullet_of, typed_bullet
from extract.readers.pptx.names import child, flag, local, number, q
from extract.readers.pptx.paint import fill_of
from extract.readers.pptx.sheet import Sheet
from veikart.core.blocks import Span

DEFAULT_SIZE = 18.0
STEP = 90_000.0  # EMU, a quarter of a centimetre: margins further apart are levels of a list
_FOOTNOTE_MARK = re.compile(r"\s*(?:\d{1,2}(?:\s*,\s*\d{1,2})*|\*{1,3}|†|‡)\s*$")
_WORD_END = re.compile(r"(?:\w{3}|[).,:;»”])\s*$")
_BREAKS = str.maketrans({"\v": "\n", "\u2028": "\n", "\u2029": "\n", "\r": "\n"})


@dataclass(frozen=True, slots=True)
class TextStyles:
    """Where a text body finds what its paragraphs do not say: list styles nearest first, and a style's colour."""

    near: tuple[etree._Element, ...] = ()  # the shape's own and its placeholders' list styles
    far: tuple[etree._Element, ...] = ()  # the master's and the deck's
    colour: str = ""  # of the shape's or table's style, between the two
    bold: bool = False
    scale: float = 1.0  # of shrunken text

    def levels(self, level: int) -> tuple[etree._Element, ...]:
        """Return the properties of an outline level, nearest first."""
        name = q(f"a:lvl{level + 1}pPr")
        found = (styles.find(name) for styles in (*self.near, *self.far))
        return tuple(e for e in found if e is not None)

    def far_levels(self, level: int) -> frozenset[int]:
        """Return which of `levels` come from the master or the deck, by position."""
        name = q(f"a:lvl{level + 1}pPr")
        near = sum(styles.find(name) is not None for styles in self.near)
        return frozenset(range(near, len(self.levels(level))))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it looks; lengths in EMU, size in points."""

    text: str
    mark: str  # a raised number in front of it, as footnotes have
    level: int
    bullet: Bullet
    spans: tuple[Span, ...]
    strike: bool
    align: str
    left: float
    indent: float
    size: float
    spacing: float = 1.0  # of lines, as a factor
    before: float = 0.0
    after: float = 0.0

    @property
    def main(self) -> Span:
        """The looks of most of the characters."""
        weights: dict[tuple[str, bool, bool, float], int] = {}
        for span in self.spans:
            key = (span.colour, span.bold, span.italic, span.size)
            weights[key] = weights.get(key, 0) + len(span.text.strip())
        if not weights:
            return Span(self.text, size=self.size)
        colour, bold, italic, size = max(weights, key=lambda key: weights[key])
        return Span(self.text, colour, bold, italic, size)


def read_paragraphs(
    body: etree._Element, styles: TextStyles, sheet: Sheet, slide_number: int = 0, typed: bool = True
) -> list[Paragraph]:
    """Return all paragraphs of a text body, empty ones too (they take place).

    `typed` also takes a bullet that was typed as the first character for one.
    """
    numbering = Numbering()
    read = [_paragraph(e, styles, sheet, numbering, slide_number, typed) for e in body.iter(q("a:p"))]
    return _levelled(read)


def _levelled(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Give bullets that are all of one level, but moved in by hand, the level that they show."""
    listed = [p for p in paragraphs if p.bullet.shown and p.text]
    margins: list[float] = []
    for left in sorted(p.left for p in listed):
        if not margins or left - margins[-1] > STEP:
            margins.append(left)
    if len(margins) < 2 or len({p.level for p in listed}) > 1:
        return paragraphs
    first = listed[0].level
    return [
        replace(p, level=first + sum(p.left - margin > STEP for margin in margins)) if p.bullet.shown else p
        for p in paragraphs
    ]


def _paragraph(
    element: etree._Element, styles: TextStyles, sheet: Sheet, numbering: Numbering, slide_number: int, typed: bool
) -> Paragraph:
    own = child(element, "a:pPr")
    level = max(0, min(8, int(number(own.get("lvl"))))) if own is not None else 0
    levels = styles.levels(level)
    chain = (own, *levels) if own is not None else levels
    look = _Looks(styles, sheet, levels, styles.far_levels(level))
    spans, strikes, raised = _spans(element, look, slide_number)
    mark, spans = _without_marks(spans, raised)
    text = "".join(span.text for span in spans)
    bullet = bullet_of(chain)
    if typed and not bullet.shown:
        bullet, text, spans = typed_bullet(bullet, text, spans)
    marked = numbering.next(bullet, level, bool(text.strip()))
    inked = sum(len(s.text.strip()) for s in spans)
    size = max((s.size for s in spans if s.text.strip()), default=look.size(child(element, "a:endParaRPr")))
    return Paragraph(
        text=text.strip(),
        mark=mark,
        level=level,
        bullet=marked,
        spans=_merged(spans),
        strike=inked > 0 and strikes * 2 > inked,
        align=_attribute(chain, "algn") or "l",
        left=number(_attribute(chain, "marL")),
        indent=number(_attribute(chain, "indent")),
        size=size,
        spacing=_line_spacing(chain),
        before=_space(chain, "a:spcBef", size),
        after=_space(chain, "a:spcAft", size),
    )


@dataclass(frozen=True, slots=True)
class _Looks:
    """How a run looks, with the levels it inherits from."""

    styles: TextStyles
    sheet: Sheet
    levels: tuple[etree._Element, ...]
    far: frozenset[int]

    def _defaults(self) -> Iterator[tuple[bool, etree._Element]]:
        for index, level in enumerate(self.levels):
            found = child(level, "a:defRPr")
            if found is not None:
                yield index in self.far, found

    def size(self, run: etree._Element | None) -> float:
        """Return the size in points."""
        for element in (run, *(e for _, e in self._defaults())):
            if element is not None and element.get("sz"):
                return round(number(element.get("sz")) / 100 * self.styles.scale, 2)
        return round(DEFAULT_SIZE * self.styles.scale, 2)

    def on(self, run: etree._Element | None, name: str) -> bool:
        """Tell whether bold or italic is on."""
        if run is not None and run.get(name) is not None:
            return flag(run.get(name))
        for far, element in self._defaults():
            if far and name == "b" and self.styles.bold:
                return True
            if element.get(name) is not None:
                return flag(element.get(name))
        return name == "b" and self.styles.bold

    def colour(self, run: etree._Element | None) -> str:
        """Return the text colour: the run's, a link's, the lists', the style's, the master's, else plain text's."""
        palette = self.sheet.palette
        found = fill_of(run, palette)
        if found is not None:
            return found
        if child(run, "a:hlinkClick") is not None:
            return _hex(palette.scheme("hlink"))
        for far, element in self._defaults():
            if far and self.styles.colour:
                return self.styles.colour
            found = fill_of(element, palette)
            if found is not None:
                return found
        return self.styles.colour or _hex(palette.scheme("tx1"))

    def strike(self, run: etree._Element | None) -> bool:
        """Tell whether the text is struck out."""
        return run is not None and run.get("strike", "noStrike") != "noStrike"


def _spans(paragraph: etree._Element, look: _Looks, slide_number: int) -> tuple[list[Span], int, list[bool]]:
    """Return the runs, how many characters are struck out, and which runs are raised."""
    spans: list[Span] = []
    raised: list[bool] = []
    struck = 0
    for element in runs(paragraph):
        text = _run_text(element, slide_number)
        if not text:
            continue
        properties = child(element, "a:rPr")
        spans.append(
            Span(
                text, look.colour(properties), look.on(properties, "b"), look.on(properties, "i"), look.size(properties)
            )
        )
        raised.append(properties is not None and number(properties.get("baseline")) > 0)
        struck += len(text.strip()) if look.strike(properties) else 0
    return spans, struck, raised


def _without_marks(spans: list[Span], raised: list[bool]) -> tuple[str, list[Span]]:
    """Take raised numbers off: the one in front, returned too, and those behind words ("m²" keeps its own)."""
    mark, kept, before = "", [], ""
    for span, high in zip(spans, raised, strict=True):
        if high and _FOOTNOTE_MARK.match(span.text):
            if not before.strip():
                mark = span.text.strip()
                continue
            if _WORD_END.search(before):
                continue
        kept.append(span)
        before += span.text
    return mark, kept


def runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield runs, breaks and fields; of alternatives the first that holds text."""
    for element in paragraph:
        kind = local(element)
        if kind in {"r", "br", "fld"}:
            yield element
        elif kind == "AlternateContent":
            for option in element:
                found = list(option.iter(q("a:r")))
                if found:
                    yield from found
                    break


def _run_text(element: etree._Element, slide_number: int) -> str:
    kind = local(element)
    if kind == "br":
        return "\n"
    if kind == "fld" and element.get("type") == "slidenum" and slide_number:
        return str(slide_number)
    text = child(element, "a:t")
    return "" if text is None else (text.text or "")[:LONGEST_RUN].replace("_x000B_", "\n").translate(_BREAKS)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        same = last is not None and (last.colour, last.bold, last.italic, last.size) == (
            span.colour,
            span.bold,
            span.italic,
            span.size,
        )
        if last is not None and (same or not span.text.strip()):
            merged[-1] = Span(last.text + span.text, last.colour, last.bold, last.italic, last.size)
        else:
            merged.append(span)
    return tuple(merged)


def _attribute(chain: Iterable[etree._Element], name: str) -> str:
    return next((value for e in chain if (value := e.get(name))), "")


def _line_spacing(chain: Iterable[etree._Element]) -> float:
    for element in chain:
        percent = child(element, "a:lnSpc/a:spcPct")
        if percent is not None:
            return max(0.5, min(3.0, number(percent.get("val"), 100_000) / 100_000))
    return 1.0


def _space(chain: Iterable[etree._Element], name: str, size: float) -> float:
    for element in chain:
        points, percent = child(element, f"{name}/a:spcPts"), child(element, f"{name}/a:spcPct")
        if points is not None:
            return number(points.get("val")) * 127
        if percent is not None:
            return number(percent.get("val")) / 100_000 * size * 12700 * 1.2
    return 0.0


def _hex(digits: str) -> str:
    return f"#{digits.upper()}" if digits else ""
