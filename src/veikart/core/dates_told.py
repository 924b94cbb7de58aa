"""How days, periods and editions read: the one way in which the report, the review page and the questions say them."""

import re
from calendar import monthrange
from datetime import date, datetime

from veikart.core.messages import Catalogue
from veikart.core.periods import parse_period

_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)? ?→ ?(\d{4}-\d\d-\d\d)?")

_PARTS = {3: "quarter", 4: "tertial", 6: "half"}
"""Named parts of a year by their length in months; each begins where the one before ends."""


def day_told(text: str, catalogue: Catalogue) -> str:
    """Return an ISO date as people write it, as precise as it is: "2025", "mai 2025", "3. mai 2025"."""
    parts = text.split("-")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return text
    month = catalogue.text(f"date.month{int(parts[1])}")
    key = "date.month" if len(parts) == 2 else "date.day"
    return catalogue.text(key, year=parts[0], month=month, day=int(parts[-1]))


def moment_told(text: str, catalogue: Catalogue) -> str:
    """Return a moment in ISO 8601 as day and minute where the reader is; what is none stays as it is."""
    try:
        moment = datetime.fromisoformat(text)
        here = moment.astimezone() if moment.tzinfo else moment
    except (ValueError, OverflowError, OSError):  # the last two: years that a system's clock does not know
        return text
    return f"{day_told(here.date().isoformat(), catalogue)} {here:%H:%M}"


def period_told(start: str, end: str, catalogue: Catalogue) -> str:
    """Return a period between two ISO dates, its last day included, in the largest units that tell it whole.

    "2025–2027", "3. kvartal 2025", "mai 2025 – juni 2026", "2027 →" where it has no end; "" where it has neither.
    """
    if not start and not end:
        return ""
    if not end:
        return catalogue.text("date.from", day=start[:4] if start[4:] == "-01-01" else day_told(start, catalogue))
    if not start:
        return catalogue.text("date.until", day=end[:4] if end[4:] == "-12-31" else day_told(end, catalogue))
    if start == end:
        return day_told(start, catalogue)
    first, last = _day(start), _day(end)
    if first and last and first < last and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last, catalogue)
    return f"{day_told(start, catalogue)} – {day_told(end, catalogue)}"


def step_value_told(text: str, catalogue: Catalogue) -> str:
    """Return a value that a step of evidence looked at; one that is two ISO dates with an arrow is told as a period."""
    found = _SPAN.fullmatch(text)
    told = period_told(found[1] or "", found[2] or "", catalogue) if found else ""
    return told or text


def edition_told(text: str, catalogue: Catalogue) -> str:
    """Return an edition's name; one that is a date is told as all dates are."""
    period = parse_period(text)
    if period is None or period.start is None or period.end is None:
        return day_told(text, catalogue)
    return period_told(period.start_iso, period.end_iso, catalogue)


def _months(first: date, last: date, catalogue: Catalogue) -> str:
    """Return a period of whole months."""
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    one, other = (day_told(day.isoformat()[:7], catalogue) for day in (first, last))
    if one == other:
        return one
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    if length in _PARTS and (first.month - 1) % length == 0:
        number = (first.month - 1) // length + 1
        return catalogue.text(f"date.{_PARTS[length]}", number=number, year=first.year)
    return f"{one} – {other}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
