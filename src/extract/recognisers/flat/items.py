"""From printed lines to items: which lines are one title, bullet or paragraph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.recognisers.flat.lexicon import lexicon
from extract.recognisers.flat.lines import MAX_TITLE_WORDS, Line, is_generic, is_period_line
from veikart.core.blocks import Block, BlockKind
from veikart.core.text import fold, mend, words
from veikart.core.vocabulary import Vocabulary

FAR = 3
"""So many blank lines part items whatever they say."""

FULL_LINE = 0.6
"""A line this long, by the longest of its page's bullets, may have been broken by the layout."""

MIN_WRAPS = 3
"""Lines that end in a blank, from which on a dump marks so where the layout broke them."""

MAX_LINES = 60
"""Lines of one item; a longer paragraph goes on as the next."""

_QUOTES = ("‘", "'", '"', "«", "“")
_INNER_BULLET = re.compile(r"\s[•●▪‣]\s")
_OPEN_END = re.compile(r"(?:[-–—,(/&+]|\w[-‐])\s*$")
_SMALL_START = re.compile(r"^\s*[^\W\d_A-ZÆØÅÄÖÉ]")
_CLOSER = re.compile(r"^\s*[(\[‘'\"«]?\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """Lines that belong together, with the marker of the first."""

    lines: tuple[Line, ...]

    @property
    def raw(self) -> str:
        """The text with the lines still apart."""
        return "\n".join(line.text for line in self.lines)

    @property
    def text(self) -> str:
        """The text on one line, mended."""
        return mend(self.raw)

    @property
    def marker(self) -> str:
        """Bullet or number in front, "" for none."""
        return self.lines[0].marker

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Blocks of the lines."""
        return tuple(line.block for line in self.lines)

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def is_heading(self) -> bool:
        """Tell whether the format itself marks the item as a heading."""
        return self.lines[0].block.kind is BlockKind.TITLE


@dataclass(frozen=True, slots=True)
class Known:
    """Titles and headings that the document shows whole elsewhere, as comparison keys."""

    titles: frozenset[str] = frozenset()
    heads: frozenset[tuple[str, ...]] = frozenset()  # words that longer titles begin with
    tails: frozenset[tuple[str, ...]] = frozenset()  # … and end with

    def whole(self, text: str) -> bool:
        """Tell whether the text is such a title."""
        return fold(text) in self.titles

    def begins(self, text: str) -> bool:
        """Tell whether a longer title begins with the words of the text."""
        return tuple(words(text)) in self.heads

    def ends(self, text: str) -> bool:
        """Tell whether a longer title ends with the words of the text."""
        return tuple(words(text)) in self.tails


def known_from(whole: Iterable[str], others: Iterable[str] = ()) -> Known:
    """Collect titles that stand whole, and others that show how titles begin and end."""
    found = [text for text in whole if fold(text)]
    phrases = {tuple(words(text)) for text in [*found, *others]}
    short = [phrase for phrase in phrases if len(phrase) <= MAX_TITLE_WORDS]
    heads = frozenset(phrase[:cut] for phrase in short for cut in range(1, len(phrase)))
    tails = frozenset(phrase[cut:] for phrase in short for cut in range(1, len(phrase)))
    return Known(frozenset(fold(text) for text in found), heads, tails)


@dataclass(frozen=True, slots=True)
class _Habits:
    """How the lines of a page are broken."""

    marks_wraps: bool
    width: int


def marks_wraps(lines: Iterable[Line]) -> bool:
    """Tell whether a document's lines end in a blank where the layout broke them."""
    return sum(line.wrapped for line in lines) >= MIN_WRAPS


def join_items(lines: list[Line], vocabulary: Vocabulary, known: Known, marked: bool = False) -> list[Item]:
    """Group the lines of a page into items. `marked`: the document marks where the layout broke its lines."""
    habits = _Habits(marked, max((len(line.text) for line in lines if line.marker), default=0))
    items: list[list[Line]] = []
    for line in lines:
        if items and len(items[-1]) < MAX_LINES and _goes_on(items[-1], line, vocabulary, known, habits):
            items[-1].append(line)
        else:
            items.append([line])
    return [Item(tuple(group)) for group in items]


def _goes_on(group: list[Line], line: Line, vocabulary: Vocabulary, known: Known, habits: _Habits) -> bool:
    """Tell whether a line continues the item above it."""
    last, so_far = group[-1], mend("\n".join(part.text for part in group))
    if line.marker or line.page != last.page or line.gap >= FAR or _stands_alone(line, last, vocabulary):
        return False
    together = mend(f"{so_far}\n{line.text}")
    if known.whole(together):
        return True
    small = bool(_SMALL_START.match(_CLOSER.sub("", line.text)))
    if so_far.count("(") > so_far.count(")") and (small or last.wrapped or ")" in line.text):
        return True
    if _is_open(so_far) or line.text.startswith(("(", "[")):
        return True
    if group[0].marker:
        return (small or not _ends_with_owner(so_far, vocabulary)) and _bullet_goes_on(last, line, small, habits)
    if known.whole(so_far) and not known.begins(so_far):
        return False
    if small:
        return line.gap == 0 or last.wrapped or _short_or_function(line.text)
    if line.gap:
        return False
    return not line.indented and (last.wrapped or _edge_known(so_far, line.text, vocabulary, known))


def _stands_alone(line: Line, last: Line, vocabulary: Vocabulary) -> bool:
    if line.block.kind is BlockKind.TITLE or last.block.kind is BlockKind.TITLE:
        return True
    if is_period_line(line.text) or is_period_line(last.text):
        return True
    if line.gap == 0 and vocabulary.organisation(mend(f"{last.text}\n{line.text}")):
        return False
    if vocabulary.split_organisations(line.text) or vocabulary.looks_like_organisation(line.text):
        return not last.text.rstrip().endswith(("(", ",", "-", "–")) and not _ends_small(last.text)
    if vocabulary.split_organisations(last.text):
        return not (last.wrapped or _ends_small(last.text)) or not _SMALL_START.match(line.text)
    if vocabulary.role(" ".join(line.text.split()[:2])) is not None and len(line.text.split()) > 1:
        return True
    return last.text.rstrip().endswith(":") or vocabulary.is_furniture(line.text) or bool(vocabulary.run_in(line.text))


def _bullet_goes_on(last: Line, line: Line, small: bool, page: "_Habits") -> bool:
    if small:
        return True
    if line.gap:
        return last.wrapped and line.text[:1] in _QUOTES
    if line.text.rstrip().endswith(":") or _INNER_BULLET.search(line.text):
        return False
    return last.wrapped if page.marks_wraps else len(last.text) >= FULL_LINE * page.width


def _ends_with_owner(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text ends with organisations in a parenthesis, as nothing does that goes on."""
    return text.endswith(")") and "(" in text and bool(vocabulary.split_organisations(text[text.rindex("(") + 1 : -1]))


def _is_open(text: str) -> bool:
    """Tell whether a text asks for more: a hyphen, comma or small word at its end."""
    return bool(_OPEN_END.search(text)) or _ends_small(text)


def _ends_small(text: str) -> bool:
    found = words(text)
    return bool(found) and text.rstrip()[-1:].isalpha() and lexicon().holds("continues", "ends", found[-1])


def _short_or_function(text: str) -> bool:
    found = words(text)
    return len(found) <= 2 or lexicon().holds("continues", "starts", found[0])


def _edge_known(so_far: str, text: str, vocabulary: Vocabulary, known: Known) -> bool:
    """Tell whether one of the two names nothing by itself, and other titles of the document begin or end with it."""
    tail = names_nothing(text, vocabulary) and known.ends(text)
    return tail or (names_nothing(so_far, vocabulary) and known.begins(so_far))


def names_nothing(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether every word of a text is shared by many names, or names a whole family."""
    return is_generic(text, frozenset(word for word in words(text) if vocabulary.is_frame(word)))
