"""Printed lines of a document without layout, and what can be told of one line alone."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Block, BlockKind
from veikart.core.periods import find_periods, parse_axis
from veikart.core.text import words

if TYPE_CHECKING:
    from extract.deck import Deck
    from veikart.core.vocabulary import Vocabulary

WRAPPED = 2
"""What the text reader writes into `column_span` of a line that ended in a blank."""

BULLETS = "•●▪■◦‣○▶►➢➤❖✓✔☑→\uf0a7\uf0b7\uf0d8\uf0fc\uf02d*·"
_BULLET = re.compile(rf"^\s*(?P<mark>[{re.escape(BULLETS)}]|[-–—](?=\s))\s*(?P<rest>.*)$")
_NUMBER = re.compile(r"^\s*(?P<mark>\d{1,2}[.)])\s+(?P<rest>\D.*)$")
_SENTENCE_END = re.compile(r"[.!?]$")
_ABBREVIATION_END = re.compile(r"(?:\betc|\bosv|\bmv|\bmm|\bm\.m|\bkl|\bnr|\bca)\.$|\d\.\d?\.?$|\d\.$", re.IGNORECASE)
_LEADERS = re.compile(r"(?:[.…·_]\s?){5,}\s*\d*\s*$")
_DIGIT = re.compile(r"\d")
_FILE = re.compile(r"\w\.(?:docx?|pptx?|pdf|xlsx?|txt|csv|md|html?|png|jpe?g)\b|https?://|\bwww\.|\w@\w", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\d\W_]+")
_PARTS = re.compile(r"[\s|•·/]+")
_LETTERS = re.compile(r"[^\W\d_]")

EDGE = 2
"""Lines at the top and the foot of a page that can be its header and footer, whatever the numbers in them …"""

MIN_EDGES = 4
"""… where they stand on so many pages …"""

EDGE_SHARE = 0.6
"""… and on this share of them; a line that stands so often anywhere on the page is furniture too."""

MIN_PAGES = 3
"""Pages of a short document that all have a line, for it to be furniture."""

MAX_LABEL = 200
"""Characters of a line of periods, organisations or furniture; longer ones are prose."""

MAX_UNDATED = 60
"""Characters of a line of periods without a digit: months, "Lenger sikt"."""

SPELT = 0.6
"""Share of single letters among the words of a text that stood upright in the picture."""

MIN_SPELT = 3

MAX_TITLE_WORDS = 22
"""Longer texts are prose."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its block, its text without the marker, and how it stands to the line above."""

    block: Block
    text: str
    marker: str
    gap: int  # blank lines above
    wrapped: bool  # ended in a blank: the layout broke it
    indented: bool
    dated: bool = False  # nothing but periods
    names_owner: bool = False  # nothing but organisations
    begins_anew: bool = False  # furniture, a run-in label or a role: never the rest of a title

    @property
    def number(self) -> int:
        """Line number in the file."""
        return self.block.line_start

    @property
    def page(self) -> int:
        """Page that the reader put the line on."""
        return self.block.page


def lines_of(deck: "Deck") -> list[Line]:
    """Return the lines of all pages, without table cells, lines of a table of contents and what all pages repeat."""
    pages = [[_line(block) for block in page.blocks if _is_line(block)] for page in deck.pages]
    repeated, furniture = _repeated_edges(pages), _on_most_pages(pages, deck.vocabulary)
    return [
        _told(line, deck.vocabulary)
        for lines in pages
        for index, line in enumerate(lines)
        if not (_edge_key(line) in repeated and (index < EDGE or index >= len(lines) - EDGE))
        and (line.marker or line.text.casefold() not in furniture)
    ]


def _is_line(block: Block) -> bool:
    apart = {BlockKind.CELL, BlockKind.PICTURE, BlockKind.SHAPE, BlockKind.LINE}
    return block.kind not in apart and any(map(str.isalnum, block.text)) and not _LEADERS.search(block.text)


def _repeated_edges(pages: list[list[Line]]) -> frozenset[str]:
    """Return what stands at the top or foot of most pages, numbers apart: headers and footers."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_edge_key(line) for line in [*lines[:EDGE], *lines[-EDGE:]]})
    least = max(MIN_EDGES, EDGE_SHARE * len(pages))
    return frozenset(key for key, count in seen.items() if count >= least)


def _on_most_pages(pages: list[list[Line]], vocabulary: "Vocabulary") -> frozenset[str]:
    """Return the lines that most pages have somewhere, or all pages of a short document: logos, stamps.

    What tells something on every page stays: periods, organisations, labels, column headings.
    """
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({line.text.casefold() for line in lines if not line.marker and _LETTERS.search(line.text)})
    full = sum(bool(lines) for lines in pages)
    least = max(MIN_PAGES, EDGE_SHARE * full) if full > MIN_EDGES else max(full, MIN_PAGES)
    often = [key for key, count in seen.items() if count >= least]
    return frozenset(key for key in often if not (axis_labels(key) or _tells(key.rstrip(" :"), vocabulary)))


def _tells(text: str, vocabulary: "Vocabulary") -> bool:
    named = vocabulary.split_organisations(text) or vocabulary.looks_like_organisation(text)
    return bool(named or vocabulary.label(text) or vocabulary.header(text) or vocabulary.role(text))


def _edge_key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


def _line(block: Block) -> Line:
    marker, text = block.marker, block.text.strip()
    if not marker:
        match = _BULLET.match(text) or _NUMBER.match(text)
        if match and match["rest"] and not (match["mark"][0].isdigit() and is_period_line(text)):
            marker, text = match["mark"], match["rest"].strip()
    return Line(block, text, marker, block.row, block.column_span == WRAPPED, block.level > 0)


def _told(line: Line, vocabulary: "Vocabulary") -> Line:
    """Note what a line says by itself."""
    text, tokens = line.text, line.text.split(maxsplit=2)
    if len(text) > MAX_LABEL:
        return line
    return replace(
        line,
        dated=is_period_line(text),
        names_owner=bool(vocabulary.split_organisations(text)) or vocabulary.looks_like_organisation(text),
        begins_anew=vocabulary.is_furniture(text)
        or vocabulary.run_in(text) is not None
        or (len(tokens) > 1 and vocabulary.role(" ".join(tokens[:2])) is not None),
    )


def is_number(marker: str) -> bool:
    """Tell whether a marker counts: "1.", "2)"."""
    return marker[:1].isdigit()


def is_period_line(text: str) -> bool:
    """Tell whether a line is nothing but periods, or periods and a label such as "Lenger sikt"."""
    return axis_labels(text) > 0


def axis_labels(text: str) -> int:
    """Return how many periods a line labels, 0 if it holds anything else: "2023-2024 • 2025-2026 Lenger sikt" is 3."""
    if len(text) > MAX_LABEL or (len(text) > MAX_UNDATED and not _DIGIT.search(text)):
        return 0
    found = find_periods(text)
    rest = text
    for period in reversed(found):
        rest = rest[: period.start] + " " + rest[period.end :]
    rest = _NO_LETTERS.sub(" ", rest).strip() if found else rest.strip()
    if not rest:
        return len(found)
    if parse_axis(rest) is not None:
        return len(found) + 1
    parts = [part for part in _PARTS.split(rest) if part]
    return len(found) + len(parts) if parts and all(parse_axis(part) is not None for part in parts) else 0


def is_sentence(text: str) -> bool:
    """Tell whether a text is prose rather than a title: ends like a sentence, opens like one, or has its verbs."""
    found = words(text)
    if len(found) > MAX_TITLE_WORDS:
        return True
    if _SENTENCE_END.search(text) and not _ABBREVIATION_END.search(text) and len(found) > 3:
        return True
    if found and lexicon().holds("sentences", "openers", found[0]):
        return True
    return any(lexicon().holds("sentences", "verbs", word) for word in found)


def is_generic(text: str, frame: frozenset[str]) -> bool:
    """Tell whether a text consists of words that name no single measure: "Samhandling", "Nasjonale initiativ"."""
    lex, found = lexicon(), words(text)
    if not found:
        return True
    alone = len(found) == 1
    for word in found:
        family = alone and any(word.endswith(end) and word != end for end in lex.words("generic", "suffixes"))
        year = len(word) == 4 and word.isdigit()
        if not (word in frame or year or family or lex.holds("generic", "words", word)):
            return False
    return True


def is_stub(text: str) -> bool:
    """Tell whether a text has too few letters to name anything, is spelt letter by letter, or names a file."""
    tokens = text.split()
    letters = sum(len(token) == 1 and token.isalpha() for token in tokens)
    spelt = len(tokens) > MIN_SPELT and letters > SPELT * len(tokens)
    return spelt or len(_LETTERS.findall(text)) < 3 or bool(_FILE.search(text))
