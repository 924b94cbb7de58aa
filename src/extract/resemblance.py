"""Whether a page looks like a plan, whatever the recognisers made of it: what makes a reader look twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.recognisers.flat.cells import is_amount
from extract.recognisers.flat.lines import is_period_line, is_sentence, is_stub
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.periods import find_periods, parse_axis
from veikart.core.text import mend, words
from veikart.core.vocabulary import Vocabulary

MIN_LABELS = 3
"""Different period labels of their own …"""

MIN_PHRASES = 4
"""… with so many phrases for them to date."""

MIN_DATED = 3
"""Phrases that hold a period, for a list of dated items …"""

MIN_PHASES = 2
"""… or headings that hold one, with phrases below."""

MIN_HEADS = 2
"""Organisations that head lists."""

MAX_FIGURES = 0.3
"""Share of numbers from which a page is a chart or a table of figures."""

MAX_PROSE = 0.4
"""Share of sentences from which a page is prose."""

MAX_LABEL = 80
MAX_WORDS = 14

_CLOCK = re.compile(r"^\W*(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d\b", re.IGNORECASE)
_APART = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE, BlockKind.PICTURE, BlockKind.WATERMARK})


@dataclass(slots=True)
class _Seen:
    """The texts of a page by what they are."""

    title: str = ""
    labels: set[str] = field(default_factory=set)  # nothing but a period
    phrases: list[str] = field(default_factory=list)
    dated: int = 0  # phrases that hold a period
    owners: int = 0  # texts that are organisations
    figures: int = 0
    sentences: int = 0
    clocks: int = 0

    @property
    def count(self) -> int:
        """Texts in all."""
        return max(len(self.labels) + len(self.phrases) + self.owners + self.figures + self.sentences, 1)


def looks_like_plan(page: Page, vocabulary: Vocabulary) -> bool:
    """Tell whether a page has what plans have: period labels, dated phrases, owners of lists, a plan's heading."""
    shown = [block for block in page.blocks if block.text.strip() and block.kind not in _APART]
    if len(shown) <= MIN_PHRASES:
        return False
    title = next((b for b in shown if b.kind is BlockKind.TITLE), shown[0])
    if vocabulary.page_kind(mend(title.text)):
        return False
    seen = _look(title, shown, vocabulary)
    if seen.clocks > 1 or len(seen.phrases) < MIN_PHRASES:
        return False
    if len(seen.labels) >= MIN_LABELS and seen.figures <= MAX_FIGURES * seen.count:
        return True
    if seen.sentences > MAX_PROSE * seen.count or seen.figures > MAX_FIGURES * seen.count:
        return False
    named = [text for text in seen.phrases if len(words(text)) > 1]
    return (
        seen.dated >= MIN_DATED
        or (seen.dated >= MIN_PHASES and len(named) - seen.dated >= MIN_PHRASES)
        or (seen.owners >= MIN_HEADS and len(named) >= MIN_PHRASES)
        or (vocabulary.is_plan_heading(seen.title) and len(named) >= MIN_PHRASES)
    )


def _look(title: Block, shown: Sequence[Block], vocabulary: Vocabulary) -> _Seen:
    seen = _Seen(mend(title.text))
    for block in shown:
        if block is not title:
            _sort(block, seen, vocabulary)
    return seen


def _sort(block: Block, seen: _Seen, vocabulary: Vocabulary) -> None:
    text = mend(block.text)
    if len(text) <= MAX_LABEL and (parse_axis(text) is not None or is_period_line(text)):
        seen.labels.add(text)
    elif is_amount(text):
        seen.figures += 1
    elif _CLOCK.match(text) or _CLOCK.match(f"{block.marker} {text}"):
        seen.clocks += 1
    elif vocabulary.is_furniture(text) or is_stub(text) or vocabulary.status(text) or vocabulary.header(text):
        return
    elif vocabulary.split_organisations(text) or vocabulary.looks_like_organisation(text):
        seen.owners += 1
    elif is_sentence(text) or len(words(text)) > MAX_WORDS or text.endswith("?"):
        seen.sentences += 1
    else:
        seen.phrases.append(text)
        seen.dated += bool(find_periods(text))
