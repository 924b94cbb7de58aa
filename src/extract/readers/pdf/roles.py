"""What a block of text is by its looks alone: title, heading, footnote, page number, watermark, unseen."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from extract.readers.pdf.model import Text, View
from veikart.core.blocks import BlockKind
from veikart.core.colour import is_light

LANDSCAPE = 1.1
"""Width over height from which a page is a slide rather than a sheet."""
TITLE_ZONE = 0.35
"""A slide's title starts in this upper part of it."""
TITLE_GROWTH = 1.12
"""A title's type is this much larger than the rest of the page."""
HEADING_GROWTH = 1.12
"""A heading's type is this much larger than that of running text."""
HEADING_LENGTH = 200
"""Characters of the longest heading."""
SAME_SIZE = 0.04
"""Headings whose sizes differ by less are of one level."""
INDENT_REACH = 8.0
"""Of the type size: a bullet further in than this stands in another column."""
FOOT_ZONE = 0.88
"""Page numbers and footnotes stand below this."""
MARK_SIZE = 28.0
"""Points: oblique text from this size on is a watermark."""
PAGE_NUMBER = re.compile(r"\W*(?:[^\W\d]+\W*)?(\d{1,4})(?:\W+(?:[^\W\d]+\W+)?\d{1,4})?\W*$")
FOOTNOTE_MARK = re.compile(r"(?:\d{1,2}|\*{1,3}|†|‡)$")


@dataclass(slots=True)
class Outline:
    """The headings that the next page stands under, and the sizes of running text seen so far."""

    sizes: Counter[float] = field(default_factory=Counter)
    open: list[tuple[float, str]] = field(default_factory=list)

    @property
    def body(self) -> float:
        """Size of most of the running text so far."""
        return self.sizes.most_common(1)[0][0] if self.sizes else 0.0


def assign_roles(texts: list[Text], cells: set[int], view: View, number: int, outline: Outline) -> None:
    """Set the kinds that looks give; the outline goes on to the next page. Texts in cells stay what they are."""
    free = [t for t in texts if t.paragraph.holder not in cells]
    for text in free:
        _furniture(text, number)
    _indent(free)
    if view.width >= LANDSCAPE * view.height:
        _set_title(texts, free)
    else:
        _set_headings(texts, cells, outline)


def _furniture(text: Text, number: int) -> None:
    """Mark watermarks, page numbers and footnotes."""
    oblique = 15 <= text.rotation % 90 <= 75
    if oblique and text.size >= MARK_SIZE and (text.hidden or is_light(text.colour) or text.size >= 2 * MARK_SIZE):
        text.kind = BlockKind.WATERMARK
        text.paragraph.holder = -1
    elif text.box.y0 >= FOOT_ZONE and text.bare:
        match = PAGE_NUMBER.match(text.text)
        if match and (int(match[1]) == number or len(text.text) <= 3):
            text.kind = BlockKind.FOOTER
    if text.kind is BlockKind.TEXT and text.box.y0 >= 0.6:
        _footnote(text)


def _footnote(text: Text) -> None:
    """Mark text low on the page that starts with a small raised number."""
    words = text.paragraph.lines[0].words
    if len(words) < 2 or not FOOTNOTE_MARK.match(words[0].text):
        return
    mark, rest = words[0], words[1]
    raised = rest.y1 - mark.y1 > 0.1 * rest.style.size
    if mark.style.size < 0.85 * rest.style.size or raised:
        text.kind, text.marker = BlockKind.FOOTNOTE, mark.text
        text.text = text.text[len(mark.text) :].lstrip()
        text.spans = text.spans[1:]


def _indent(texts: list[Text]) -> None:
    """Give the bullets of one area their level from how far they are indented."""
    lists: dict[int, list[Text]] = defaultdict(list)
    for text in texts:
        if text.kind is BlockKind.BULLET and not text.paragraph.quarter:
            lists[text.paragraph.holder].append(text)
    for bullets in lists.values():
        _indent_list(bullets)


def _indent_list(bullets: list[Text]) -> None:
    edges: list[tuple[float, int]] = []
    for text in bullets:
        left, size = text.paragraph.lines[0].left, max(text.size, 6.0)
        edges = [e for e in edges if e[0] <= left + 0.4 * size]
        if edges and left - edges[-1][0] > INDENT_REACH * size:
            edges = []  # another column
        if not edges or left > edges[-1][0] + 0.6 * size:
            edges.append((left, edges[-1][1] + 1 if edges else 0))
        text.level = edges[-1][1]


def _is_text(text: Text) -> bool:
    return not text.hidden and text.kind in {BlockKind.TEXT, BlockKind.BULLET}


def _set_title(texts: list[Text], free: list[Text]) -> None:
    """Mark the largest text at the top of a slide as its title."""
    seen = [t for t in texts if not t.hidden and t.kind is not BlockKind.WATERMARK]
    able = [t for t in free if _is_text(t) and not t.rotation and t.box.y0 < TITLE_ZONE and _is_told(t)]
    if not able:
        return
    title = max(able, key=lambda t: (round(t.size), -t.box.y0))
    others = [t for t in seen if t is not title]
    rest = max((t.size for t in others if any(c.isalpha() for c in t.text)), default=0.0)
    if title.size >= TITLE_GROWTH * _usual_size(others) and title.size >= 0.98 * rest:
        title.kind, title.level = BlockKind.TITLE, 1


def _is_told(text: Text) -> bool:
    """Tell whether the text is made of words and no longer than headings are."""
    return len(text.text) <= HEADING_LENGTH and any(c.isalpha() for c in text.text)


def _usual_size(texts: list[Text]) -> float:
    sizes: Counter[float] = Counter()
    for text in texts:
        sizes[round(text.size, 1)] += len(text.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _set_headings(texts: list[Text], cells: set[int], outline: Outline) -> None:
    """Mark headings by size, with their level, and give every text the headings it stands under."""
    for text in texts:
        if not text.hidden and text.kind not in {BlockKind.WATERMARK, BlockKind.FOOTER}:
            outline.sizes[round(text.size, 1)] += len(text.text)
    body = outline.body
    path = tuple(title for _, title in outline.open)
    for text in texts:
        if text.paragraph.holder not in cells and _is_heading(text, body):
            while outline.open and outline.open[-1][0] <= text.size * (1 + SAME_SIZE):
                outline.open.pop()
            text.path = tuple(title for _, title in outline.open)
            outline.open.append((text.size, " ".join(text.text.split())))
            text.kind, text.level = BlockKind.TITLE, len(outline.open)
            path = tuple(title for _, title in outline.open)
        else:
            text.path = path


def _is_heading(text: Text, body: float) -> bool:
    """Tell whether the text is set larger than running text, as headings are."""
    if not _is_text(text) or text.rotation or not _is_told(text):
        return False
    if text.kind is BlockKind.BULLET and not text.marker[0].isdigit():
        return False
    if text.size < body * HEADING_GROWTH or text.text.rstrip().endswith((".", ";", ",")):
        return False
    return text.bold or text.size >= 1.2 * body
