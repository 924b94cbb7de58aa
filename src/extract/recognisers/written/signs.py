"""Signs that stand for a status: the ticks that everybody knows, and those that the text explains in a legend."""

import re

from extract.deck import Deck
from veikart.core.blocks import BlockKind, Page
from veikart.core.records import Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

SIGN = re.compile("[\U0001f000-\U0001faff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff]\ufe0f?")
_PARTS = re.compile(
    r"\s*[·|,;/•\n]\s*|\s{2,}|(?<=\S)\s+(?=[\U0001f000-\U0001faff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff])"
)
_EXPLAINED = re.compile(
    "(?:.*:\\s*)?(?P<sign>[\U0001f000-\U0001faff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff]\ufe0f?)\\s*[=:–—-]?\\s*(?P<text>[^\\W\\d_].*)"
)
_KNOWN = {"✅": Status.DONE, "✔": Status.DONE, "☑": Status.DONE, "✓": Status.DONE}
_LEAST = 2  # explained signs that make a legend
_KEY = "written.signs"


def signs_of(page: Page, deck: Deck) -> dict[str, Status | None]:
    """Return what the signs of a page mean; None for a sign that its legend gives a meaning that is no status."""
    made: dict[int, dict[str, Status | None]] = deck.shared.setdefault(_KEY, {})
    if page.number not in made:
        made[page.number] = {**_KNOWN, **_legend(page, deck.vocabulary)}
    return made[page.number]


def _legend(page: Page, vocabulary: Vocabulary) -> dict[str, Status | None]:
    found: dict[str, Status | None] = {}
    for block in page.blocks:
        if block.kind is not BlockKind.TEXT or not SIGN.search(block.text):
            continue
        pairs = [match for part in _PARTS.split(block.text) if (match := _EXPLAINED.match(part.strip()))]
        told = {_bare(match["sign"]): vocabulary.legend_status(mend(match["text"])) for match in pairs}
        if len(pairs) >= _LEAST and sum(status is not None for status in told.values()) * 2 > len(told):
            found.update(told)
    return found


def sign_status(text: str, signs: dict[str, Status | None]) -> tuple[str, Status | None] | None:
    """Return the first sign in a text that has a meaning, with its status; None where there is none."""
    for match in SIGN.finditer(text):
        if (sign := _bare(match[0])) in signs:
            return sign, signs[sign]
    return None


def _bare(sign: str) -> str:
    return sign.rstrip("\ufe0f")
