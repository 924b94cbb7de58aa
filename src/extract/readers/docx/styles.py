"""Styles: what a paragraph or run looks like once its chain of styles is followed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from extract.readers.docx.names import W, child, flag, hex_colour, value, whole

_CHAIN = 30
_NO_OUTLINE = 9
_HEADING_NAME = re.compile(
    r"(?:heading|overskrift|rubrik|otsikko|überschrift|titre|título|titolo|kop|fyrirsögn|bajilčála)\s*(\d)", re.I
)
_TITLE_NAMES = frozenset({"title", "tittel", "titel", "titill", "otsikko"})
_LIST_NAME = re.compile(r"(?:list|punkt|nummer|opprams|aufz|luettelo)\D*([2-5])$", re.I)
_TOC_NAME = re.compile(r"(?:toc|inn?h|innehåll|indhold|contents)\w*\s*(?:\d|heading|overskrift)", re.I)
_HIGHLIGHTS = {
    "yellow": "#FFFF00",
    "green": "#00FF00",
    "cyan": "#00FFFF",
    "magenta": "#FF00FF",
    "blue": "#0000FF",
    "red": "#FF0000",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "darkGray": "#808080",
    "lightGray": "#C0C0C0",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks: size in points, colours as "#RRGGBB"."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    hidden: bool = False
    size: float = 0.0
    colour: str = ""
    highlight: str = ""

    def under(self, properties: etree._Element | None) -> "Look":
        """Return the look with the run properties of an element laid over it."""
        if properties is None:
            return self
        size = whole(value(properties, "sz"))
        changes: dict[str, bool | float | str] = {
            name: state
            for name, tag in (("bold", "b"), ("italic", "i"), ("hidden", "vanish"))
            if (state := flag(properties, tag)) is not None
        }
        strikes = [s for tag in ("strike", "dstrike") if (s := flag(properties, tag)) is not None]
        if strikes:
            changes["strike"] = any(strikes)
        if size > 0:
            changes["size"] = size / 2
        if child(properties, "color") is not None:
            changes["colour"] = hex_colour(value(properties, "color"))
        if child(properties, "highlight") is not None:
            changes["highlight"] = _HIGHLIGHTS.get(value(properties, "highlight"), "")
        return replace(self, **changes) if changes else self  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says: look, heading level from 1 (0 for none), list, and whether it is a title or TOC."""

    look: Look = Look()
    level: int = 0
    title: bool = False
    toc: bool = False
    number: str = ""
    number_level: int = 0


class Styles:
    """The styles of a document, followed to their roots once each."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default_look = Look()
        self._default_paragraph = ""
        self._paragraphs: dict[str, ParagraphStyle] = {}
        if root is None:
            return
        self._default_look = Look().under(child(root, "docDefaults/rPrDefault/rPr"))
        for style in root.iterfind(W + "style"):
            identity = style.get(W + "styleId", "")
            self._elements[identity] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}:
                self._default_paragraph = identity

    def paragraph(self, identity: str) -> ParagraphStyle:
        """Return what the paragraph style says; that of the default style for an unknown one."""
        if identity not in self._paragraphs:
            known = identity if identity in self._elements else self._default_paragraph
            self._paragraphs[identity] = self._resolve(known, identity)
        return self._paragraphs[identity]

    def character(self, identity: str, look: Look) -> Look:
        """Return the look with a character style laid over it."""
        for style in self._chain(identity):
            look = look.under(child(style, "rPr"))
        return look

    def table_fills(self, identity: str) -> dict[str, str]:
        """Return the fills that a table style paints, by part ("" for all, "firstRow", "firstCol", …)."""
        fills: dict[str, str] = {}
        for style in self._chain(identity):
            if fill := fill_of(child(style, "tcPr/shd")):
                fills[""] = fill
            for part in style.iterfind(W + "tblStylePr"):
                if fill := fill_of(child(part, "tcPr/shd")):
                    fills[part.get(W + "type", "")] = fill
        return fills

    def _resolve(self, known: str, printed: str) -> ParagraphStyle:
        look, level, number, number_level = self._default_look, 0, "", 0
        names = [printed]
        for style in self._chain(known):
            look = look.under(child(style, "rPr"))
            name = value(style, "name") or style.get(W + "styleId", "")
            names.append(name)
            level = _outline(child(style, "pPr")) or _named_level(name) or level
            if child(style, "pPr/numPr") is not None:
                number = value(style, "pPr/numPr/numId") or number
                # "List Bullet 2" has a list of its own with a single level, yet stands one level in.
                named = _LIST_NAME.match(name)
                number_level = whole(value(style, "pPr/numPr/ilvl"), int(named[1]) - 1 if named else number_level)
        toc = any(_TOC_NAME.match(name) for name in names)
        title = any(name.lower() in _TITLE_NAMES for name in names[-1:])
        return ParagraphStyle(look, 0 if toc else level, title, toc, number, number_level)

    def _chain(self, identity: str) -> Iterator[etree._Element]:
        """Yield the style and those it is based on, the root first."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while identity in self._elements and identity not in seen and len(chain) < _CHAIN:
            seen.add(identity)
            chain.append(self._elements[identity])
            identity = value(self._elements[identity], "basedOn")
        return reversed(chain)


def outline_level(properties: etree._Element | None) -> int | None:
    """Return the outline level that a paragraph sets itself: from 1, 0 for body text, None where it does not."""
    text = value(properties, "outlineLvl")
    if not text:
        return None
    level = whole(text, _NO_OUTLINE)
    return 0 if level >= _NO_OUTLINE else level + 1


def fill_of(shading: etree._Element | None) -> str:
    """Return the colour of a shading, "" for none, "?" for a pattern."""
    if shading is None:
        return ""
    pattern = shading.get(W + "val", "clear")
    if pattern == "solid":
        return hex_colour(shading.get(W + "color", "")) or "?"
    fill = hex_colour(shading.get(W + "fill", ""))
    return fill if pattern in {"clear", "nil", ""} else "?"


def _outline(properties: etree._Element | None) -> int:
    return outline_level(properties) or 0


def _named_level(name: str) -> int:
    found = _HEADING_NAME.match(name)
    return int(found[1]) if found else 0
