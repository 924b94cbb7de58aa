"""From printed lines to items: which lines go on from the one above."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.recognisers.flat.items import Item, Known, names_nothing
from extract.recognisers.flat.lines import MAX_TITLE_WORDS, Line
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import BlockKind
from veikart.core.text import mend, words
from veikart.core.vocabulary import Vocabulary

FAR = 3
"""So many blank lines part items whatever they say."""

FULL_LINE = 0.6
"""A line this long, by the longest of its page's bullets, may have been broken by the layout."""

MIN_WRAPS = 3
"""Lines that end in a blank, from which on a dump marks so where the layout broke them."""

MAX_PART = 2
"""Words of a part of a title that other titles show never to stand alone."""

MAX_LINES = 60
"""Lines of one item; a longer paragraph goes on as the next."""

LONG = 12 * MAX_TITLE_WORDS
"""Characters of the longest title."""

_QUOTES = ("‘", "'", '"', "«", "“")
_INNER_BULLET = re.compile(r"\s[•●▪‣]\s")
_OPEN_END = re.compile(r"(?:[-–—,(/&+]|\w[-‐])\s*$")
_SMALL_START = re.compile(r"^\s*[^\W\d_A-ZÆØÅÄÖÉ]")
_CLOSER = re.compile(r"^\s*[(\[‘'\"«]?\s*")


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
    groups: list[list[Line]] = []
    texts: list[str] = []
    for line in lines:
        if groups and _goes_on(groups[-1], texts[-1], line, vocabulary, known, habits):
            groups[-1].append(line)
            texts[-1] = mend(f"{texts[-1]}\n{line.text}")
        else:
            groups.append([line])
            texts.append(mend(line.text))
    return [Item(tuple(group), text) for group, text in zip(groups, texts, strict=True)]


def _goes_on(group: list[Line], so_far: str, line: Line, vocabulary: Vocabulary, known: Known, habits: _Habits) -> bool:
    """Tell whether a line continues the item above it, whose text so far is given."""
    last = group[-1]
    if line.marker or line.gap >= FAR or len(group) >= MAX_LINES or _stands_alone(line, last, vocabulary):
        return False
    if len(so_far) <= LONG and known.whole(mend(f"{so_far}\n{line.text}")):
        return True
    small = bool(_SMALL_START.match(_CLOSER.sub("", line.text)))
    if so_far.count("(") > so_far.count(")") and (small or last.wrapped or ")" in line.text):
        return True
    if _is_open(last.text) or line.text.startswith(("(", "[")):
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
    if line.block.kind is BlockKind.TITLE or last.block.kind is BlockKind.TITLE or line.dated or last.dated:
        return True
    if line.gap == 0 and last.text.endswith("-") and vocabulary.organisation(mend(f"{last.text}\n{line.text}")):
        return False
    if line.names_owner:
        return not last.text.endswith(("(", ",", "-", "–")) and not _ends_small(last.text)
    if last.names_owner:
        return not (last.wrapped or _ends_small(last.text)) or not _SMALL_START.match(line.text)
    return line.begins_anew or last.text.endswith(":")


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
    tail = len(words(text)) <= MAX_PART and names_nothing(text, vocabulary) and known.ends(text)
    head = len(words(so_far)) <= MAX_PART and names_nothing(so_far, vocabulary) and known.begins(so_far)
    return tail or head
