"""Lines of a text file and the pages they stand on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

PAGE_GAP = 3
"""Blank lines in a row that part two pages, where the dump's own line spacing is not as wide."""

LOST_FEED_APART = 6
"""Lines that a page has at least: leading blanks closer together are boxes or bullets, not pages."""

_FRONT_MATTER = 60
_COMMON = 6
_DOMINANT = 0.6
"""A gap this common (times, and share of all gaps) is the dump's line spacing, however wide."""

_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without its line end; `gap` counts the blank lines before it."""

    number: int
    text: str
    gap: int
    feed: bool = False  # a form feed stands before it
    piece: int = 1  # which of the filled pieces of a line that form feeds part

    @property
    def anchor(self) -> str:
        """An id of the line in its file."""
        return f"l{self.number}" if self.piece == 1 else f"l{self.number}/p{self.piece}"

    @property
    def wrapped(self) -> bool:
        """Tell whether the printed line ends in a blank."""
        return self.text.endswith((" ", "\u00a0"))


def read_lines(text: str) -> list[Line]:
    """Return the lines that hold something, numbered from 1."""
    lines: list[Line] = []
    gap, feed = 0, False
    for number, raw in enumerate(text.split("\n"), 1):
        filled = 0
        for index, piece in enumerate(raw.split("\f")):
            feed = feed or index > 0
            if piece.strip():
                filled += 1
                lines.append(Line(number, piece, gap, feed, filled))
                gap, feed = 0, False
        gap += not raw.strip()
    return lines


def part_front_matter(lines: list[Line]) -> tuple[list[Line], dict[str, str]]:
    """Part the "key: value" lines between two rules at the top of a Markdown file from the rest."""
    if not lines or lines[0].number != 1 or lines[0].text.strip() != "---":
        return lines, {}
    stated: dict[str, str] = {}
    for index, line in enumerate(lines[1:_FRONT_MATTER], 1):
        if line.text.strip() in {"---", "..."}:
            return lines[index + 1 :], stated
        key, colon, value = line.text.partition(":")
        if not colon and not line.text.startswith((" ", "-")):
            break
        stated[key.strip().lower()] = value.strip().strip("\"'")
    return lines, {}


def split_pages(lines: list[Line], limit: int) -> Iterator[list[Line]]:
    """Yield the lines of each page, at most `limit` of them: a longer page goes on as the next."""
    starts = _page_starts(lines)
    page: list[Line] = []
    for index, line in enumerate(lines):
        if page and (index in starts or len(page) >= limit):
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def is_rule(text: str) -> bool:
    """Tell whether a line is nothing but a drawn rule, as Markdown has them."""
    return _RULE.match(text) is not None


def _page_starts(lines: list[Line]) -> set[int]:
    """Return the indices of lines that begin a page: after form feeds where there are any, else after wide gaps."""
    feeds = {index for index, line in enumerate(lines) if line.feed}
    if feeds:
        return feeds
    wide = max(PAGE_GAP, _line_spacing(lines) + 2)
    gaps = {index for index, line in enumerate(lines) if line.gap >= wide}
    lost = _lost_feeds(lines)
    # A dump has one way of parting its pages: a few stray blanks among many wide gaps are boxes of a picture.
    return gaps | lost if 2 * len(lost) >= len(gaps) else gaps


def _line_spacing(lines: list[Line]) -> int:
    """Return how many blank lines stand between most lines of the dump; 1 where none is so common."""
    counts = Counter(line.gap for line in lines[1:])
    gap = max(counts, key=lambda gap: (counts[gap], -gap), default=0)
    common = counts[gap] >= _COMMON and counts[gap] > _DOMINANT * counts.total()
    return gap if common else min(gap, 1)


def _lost_feeds(lines: list[Line]) -> set[int]:
    """Return the lines whose one leading blank is what a form feed became.

    Such a line follows the last line of a page at once, and does not go on with its sentence. A bullet whose sign was
    lost looks the same, but follows a blank line or stands close to its like; in a file where many lines are indented
    by one, none of them is a page.
    """
    found = [
        index
        for index, line in enumerate(lines)
        if index
        and not line.gap
        and _one_blank(line.text)
        and not (lines[index - 1].wrapped and line.text[1].islower())
    ]
    if len(found) * LOST_FEED_APART > len(lines):
        return set()
    near = _near_leading_blanks(lines)
    return {index for index in found if index not in near}


def _near_leading_blanks(lines: list[Line]) -> set[int]:
    leading = [index for index, line in enumerate(lines) if _one_blank(line.text)]
    near: set[int] = set()
    for before, after in pairwise(leading):
        if lines[after].number - lines[before].number < LOST_FEED_APART:
            near |= {before, after}
    return near


def _one_blank(text: str) -> bool:
    return text[:1] == " " and text[1:2] not in {" ", "\t", ""}
