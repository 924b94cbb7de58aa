"""When a document was made or brought up to date, as it prints it."""

import re
from dataclasses import dataclass

from extract.about.front import issuer_words, readable
from veikart.core.blocks import Block, DocumentMeta, Page
from veikart.core.periods import FoundPeriod, find_periods
from veikart.core.text import mend, words

_MEETING_PAGES = 40
_CUE_DISTANCE = 60
_LONGEST_LINE = 140
_SHORT_LINE = 12
_MANY_DATES = 2
_DATED = frozenset({"date", "month"})
_COARSE = frozenset({"season", "quarter", "half", "tertial", "year"})
_ISO_LENGTH = {"date": 10, "month": 7, "season": 4, "quarter": 4, "half": 4, "tertial": 4, "year": 4}
_TEMPLATE_DAYS = frozenset({"2013-12-23", "2013-01-27"})
"""Days on which widely used libraries' templates were made; files from them carry these dates for ever."""

_NAME_DATE = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_VERSION = re.compile(r"(?:^|(?<=[(,;–—|])\s*)v(?:ersjon|ersion)?\.?\s*\d+(?:\.\d+){0,2}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition as printed, and its date in ISO 8601 as precise as it is told."""

    text: str = ""
    date: str = ""


def edition_of(front: list[Block], edges: list[str], pages: list[Page], meta: DocumentMeta, path: str) -> Edition:
    """Return the edition: from the cover, a meeting's line, headers and footers, a note of updating, the file's name.

    The file's properties are the last resort: they give a date but no edition text.
    """
    lines = [mend(block.text) for block in front]
    words_of = issuer_words()
    return (
        _updated(lines, words_of.dated)
        or _alone(lines)
        or _updated(edges, words_of.dated)
        or _meeting(_lines(pages[:_MEETING_PAGES]))
        or _alone(edges)
        or _updated(_lines(pages), words_of.updated)
        or _versioned(lines)
        or _named(path)
        or _filed(meta)
    )


def _lines(pages: list[Page]) -> list[str]:
    """Return the short texts of pages, each on one line."""
    return [mend(b.text) for page in pages for b in readable(page) if len(b.text) <= _LONGEST_LINE]


def _updated(lines: list[str], cues: re.Pattern[str]) -> Edition | None:
    """Return the latest date that stands behind a word of updating."""
    found: list[Edition] = []
    for line in lines:
        cue = cues.search(line)
        if cue is None or len(line) > 2 * _LONGEST_LINE:
            continue
        after = [p for p in find_periods(line) if cue.end() <= p.start <= cue.end() + _CUE_DISTANCE]
        found += [_edition(line, p) for p in after if p.kind in _DATED][:1]
    return max(found, key=lambda edition: edition.date, default=None)


def _alone(lines: list[str]) -> Edition | None:
    """Return the first date that is a short line of its own, or ends one; then a season, quarter or bare year.

    Several of a kind are an axis or a list of meetings, and none of them is the date of the document.
    """
    short = [(line, find_periods(line)) for line in lines if len(words(line)) <= _SHORT_LINE]
    dated = [
        _edition(line, period)
        for line, periods in short
        for period in periods
        if period.kind in _DATED and (period.end >= len(line) - 2 or period.start <= 1)
    ]
    if dated:
        return dated[0] if len({edition.date for edition in dated}) <= _MANY_DATES else None
    coarse = [
        _edition(line, period)
        for line, periods in short
        for period in periods
        if period.kind in _COARSE and period.start <= 1 and period.end >= len(line) - 1
    ]
    return coarse[0] if len(coarse) == 1 else None


def _meeting(lines: list[str]) -> Edition | None:
    endings = issuer_words().meetings
    for line in lines:
        tokens = words(line)
        if len(tokens) <= 10 and any(token.endswith(endings) for token in tokens):
            for period in find_periods(line):
                if period.kind == "date":
                    return _edition(line, period)
    return None


def _versioned(lines: list[str]) -> Edition | None:
    for line in lines:
        if found := _VERSION.search(line):
            return Edition(found[0].strip())
    return None


def _named(path: str) -> Edition | None:
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if found := _NAME_DATE.search(name):
        return Edition(found[0], "-".join(filter(None, found.groups())))
    spaced = re.sub(r"[_]+", " ", name)
    dated = [p for p in find_periods(spaced) if p.kind in _DATED]
    return _edition(spaced, dated[0]) if dated else None


def _filed(meta: DocumentMeta) -> Edition:
    days = [day for day in (meta.modified, meta.created) if day and day not in _TEMPLATE_DAYS]
    return Edition("", days[0] if days else "")


def _edition(line: str, found: FoundPeriod) -> Edition:
    return Edition(line[found.start : found.end].strip(), found.period.start_iso[: _ISO_LENGTH.get(found.kind, 10)])
