"""Items: lines that are one title, bullet or paragraph; and what a document shows whole elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from extract.recognisers.flat.lines import MAX_TITLE_WORDS, Line, is_generic
from veikart.core.blocks import Block, BlockKind
from veikart.core.text import fold, words
from veikart.core.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Item:
    """Lines that belong together, with the marker of the first."""

    lines: tuple[Line, ...]
    text: str  # on one line, mended

    @property
    def raw(self) -> str:
        """The text with the lines still apart."""
        return "\n".join(line.text for line in self.lines)

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


def names_nothing(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether every word of a text is shared by many names, or names a whole family."""
    return is_generic(text, frozenset(word for word in words(text) if vocabulary.is_frame(word)))
