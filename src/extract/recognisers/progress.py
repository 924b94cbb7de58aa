"""Headings over lists that tell how far the measures below have come: "Gjennomført i 2025", "Vi vurderer"."""

from dataclasses import dataclass
from functools import lru_cache

from extract.recognisers.lexicon import lexicon
from veikart.core.calendar_words import tokens
from veikart.core.periods import Period, find_periods
from veikart.core.records import Status
from veikart.core.text import REMEMBERED, mend
from veikart.core.vocabulary import Vocabulary

_MOST_WORDS = 6
_OF_MEASURES = frozenset({Status.ONGOING, Status.PLANNED, Status.DONE, Status.IN_OPERATION, Status.NOT_STARTED})


@dataclass(frozen=True, slots=True)
class Progress:
    """What a heading tells of the measures in its list: a status, a period or both.

    `beside` is set where it names more than a status: when or where that holds.
    """

    status: Status | None = None
    period: Period | None = None
    beside: bool = False
    other: bool = False  # it tells what comes in a part of a year, or what was not done

    def __bool__(self) -> bool:
        return bool(self.status or self.period or self.other)


@lru_cache(maxsize=REMEMBERED)
def progress_of(heading: str, vocabulary: Vocabulary) -> Progress:
    """Return what a heading tells that is nothing but a status, or one with its period or where it holds behind it.

    "Videre i 2027" tells a period alone, "Til vurdering i styret" a status.
    """
    text = mend(heading).rstrip(" :")
    if not text or len(text.split()) > _MOST_WORDS:
        return Progress()
    if status := _told(text, vocabulary):
        return Progress(status)
    found = find_periods(text)
    if not found:
        status = _begun(text.split(), vocabulary)
        other = status is None and _tells_else(text, vocabulary)
        return Progress(status, beside=status is not None or other, other=other)
    if len(found) != 1 or text[found[0].end :].strip(" )"):
        return Progress()
    before = text[: found[0].start].rstrip(" (,:–-").split()
    while len(before) > 1 and lexicon().holds("progress", "between", before[-1]):
        before.pop()
    head = " ".join(before)
    status = (_told(head, vocabulary) or _begun(before, vocabulary)) if head else None
    onward = bool(head) and lexicon().holds("progress", "onward", head)
    return Progress(status, found[0].period, beside=True) if status or onward else Progress()


def _tells_else(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a heading says what comes when, or what was not done: "Kjem i tredje tertial", "Not delivered"."""
    first, *rest = text.split()
    denied = len(rest) > 0 and vocabulary.denies_status(f"{first} ") and vocabulary.key_status(rest[0]) is not None
    return denied or (lexicon().holds("progress", "onward", first) and bool(tokens(text)))


def _told(text: str, vocabulary: Vocabulary) -> Status | None:
    """Return the status that a text is, alone or before a word for measures: "Pågående", "Pågående prosjekter"."""
    if status := vocabulary.key_status(text):
        return status
    first, _, last = text.rpartition(" ")
    named = bool(first) and vocabulary.header(last) == "measure"
    status = vocabulary.key_status(first) if named else None
    return status if status in _OF_MEASURES else None  # "Foreslåtte tiltak" are proposals


def _begun(words: list[str], vocabulary: Vocabulary) -> Status | None:
    """Return the status that a heading begins with, before a word such as "i" and where that holds."""
    ends = [i for i in range(1, len(words)) if lexicon().begins("progress", "places", " ".join(words[i:]))]
    return vocabulary.key_status(" ".join(words[: ends[0]])) if ends else None
