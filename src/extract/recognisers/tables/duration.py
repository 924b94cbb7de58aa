"""How long a measure takes: with its start, that tells when it ends."""

import calendar
import re
from datetime import date, timedelta

from extract.claims import Claim, Draft, Use
from extract.layout.tables import Cell
from veikart.core.records import Field

_METHOD, _CONFIDENCE = "start-and-duration", 0.9
_LENGTH = re.compile(r"(?:ca\.?\s*)?(?P<count>\d{1,3})\s*(?P<unit>[^\W\d_]+)\.?", re.IGNORECASE)
_MONTHS = {
    1: frozenset({"mnd", "måned", "måneder", "månad", "månader", "månaden", "month", "months", "mth", "mths"}),
    3: frozenset({"kvartal", "kvartaler", "quarter", "quarters"}),
    4: frozenset({"tertial", "tertialer"}),
    12: frozenset({"år", "year", "years"}),
}
_WEEKS = frozenset({"uke", "uker", "veke", "veker", "vecka", "veckor", "uge", "uger", "week", "weeks"})


def say_duration(draft: Draft, cell: Cell | None, claim: Claim) -> None:
    """Add the last day that a row's duration gives, counted from its first day, where the row tells no last day."""
    if cell is None or not cell.text:
        return
    claim.use(cell.blocks, Use.PERIOD, "duration of the row")
    start = next((s.value for s in draft.statements if s.field is Field.PERIOD_START), "")
    last = last_day(date.fromisoformat(start), cell.text) if start and not draft.says(Field.PERIOD_END) else None
    if last is not None:
        draft.say(
            Field.PERIOD_END, last.isoformat(), cell.written[0], _METHOD, original=cell.text, confidence=_CONFIDENCE
        )


def last_day(start: date, duration: str) -> date | None:
    """Return the last day of "9 months" or "6 uker" from a first day on; None for a text that is no duration."""
    found = _LENGTH.fullmatch(duration.strip())
    if found is None:
        return None
    count, unit = int(found["count"]), found["unit"].casefold()
    if unit in _WEEKS:
        return start + timedelta(weeks=count) - timedelta(days=1)
    months = next((count * size for size, units in _MONTHS.items() if unit in units), 0)
    return _months_on(start, months) - timedelta(days=1) if months else None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
