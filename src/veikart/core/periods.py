"""Periods as roadmaps write them, in the Nordic languages, English and German: first and last day, never guessed.

`calendar_words` reads units and years; here they are put together: spans, open ends and deadlines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from veikart.core.calendar_words import Token, days_of, tokens
from veikart.core.text import remembered

MAX_LABEL = 120
"""Longest text in characters that can be a period or an axis label as a whole."""

_REACH = 40
"""How far from a period the words stand that open or close it."""

MAX_SHORT_SPAN = 30
"""Most years that "2026-27" may cover."""

_DASH = (
    r"(?:[-\u2010-\u2015\u2212]+>?|→|➔|➜|⇒|/|til(?: og med)?|to|till|t\.?o\.?m\.?|tom|through|until|bis|à|au|al?|hasta"
    r"|og|and|&)"
)
_BETWEEN = re.compile(rf"[\s.,]*{_DASH}\s*(?:og med\s*)?", re.IGNORECASE)
_ARROW = re.compile(r"→|➔|➜|⇒|>|-+>")
_CONJUNCTION = re.compile(r"\s*(?:og|and|&|/)\s*", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:etter|efter|after|eftir|nach)\s*$", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\b(?:fra(?: og med)?|frå(?: og med)?|från(?: och med)?|from|fom|f\.o\.m\.?|fr\.o\.m\.?|since|"
    r"siden|sidan|sedan|starting|ab|frá|tidligst|tidlegast|tidigast|oppstart|start|starter|startar|starts?)[\s:]*|[→➔➜⇒]\s*)$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:\b(?:innen|innan|inom|inden|til|t\.o\.m\.?|tom|by|until|till|senest|seinast|senast|within|bis|frist(?:en)?|"
    r"deadline|due|ferdig|klart?|färdigt?|færdigt?|ready|slutt|end of|slutten av|utgangen av|utgången av|udgangen af)"
    r"(?: og med| utgangen av| utgången av| udgangen af| utløpet av| udløbet af| the end of| end of)?[\s:.]*)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:før|before|före|vor)\s*$", re.IGNORECASE)
_AROUND = re.compile(r"\b(?:fra|frå|från|from|mellom|between|mellan)\s*$", re.IGNORECASE)
_OPEN = re.compile(
    r"\s*(?:→|➔|➜|⇒|-+>|–>|>+|\+(?!\d)|onwards?\b|ff\b|[-–—](?=\s*(?:$|[),;\n]))"
    r"|\s+(?:at the earliest|tidligst|tidlegast|tidigast)\b"
    r"|[-–—]\s*(?:open|åpen)(?: slutt)?(?=\s*(?:$|[),;\n]))"
    r"|[-–—]\s*(?:present|now|ongoing|nå|løpende|løpande|kontinuerlig|d\.?d\.?|idag|i dag)(?!\w)"
    r"|(?:eller|or|og|and|och) "
    r"(?:utover|framover|fremover|fr[ae]m(?! til)|videre|vidare|senere|seinare|onwards?|later|beyond|framåt)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day; None for an end that is open or not told. `text` is the period as printed."""

    start: date | None
    end: date | None
    text: str = ""

    @property
    def start_iso(self) -> str:
        """First day in ISO 8601, "" for none."""
        return self.start.isoformat() if self.start else ""

    @property
    def end_iso(self) -> str:
        """Last day in ISO 8601, "" for none."""
        return self.end.isoformat() if self.end else ""


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period inside a text, at the characters [start, end).

    `kind`: year, span, open, half, tertial, quarter, season, month, week, date or deadline.
    """

    period: Period
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """What a label on a time axis tells.

    `period` is complete; `part`, such as ("quarter", 3), needs a year from the level above; `later` is a column
    that has no dates ("Lenger sikt", "Later").
    """

    text: str
    period: Period | None = None
    part: tuple[str, int] | None = None
    later: bool = False


def find_periods(text: str) -> list[FoundPeriod]:
    """Return the periods in a text in the order they stand; parts without a year are left out."""
    return list(_periods(text))


@remembered
def _periods(text: str) -> tuple[FoundPeriod, ...]:
    found: list[FoundPeriod] = []
    units = tokens(text)
    index = 0
    while index < len(units):
        used, period = _read(text, units, index, found[-1].end if found else 0)
        if period:
            found.append(period)
        index += used
    return tuple(found)


def parse_period(text: str) -> Period | None:
    """Return the period if the whole text is one, else None."""
    found = find_periods(text) if len(text) <= MAX_LABEL else []
    if len(found) != 1 or not _bare(text, found[0].start, found[0].end):
        return None
    period = found[0].period
    return Period(period.start, period.end, text.strip())


@remembered
def parse_axis(text: str) -> AxisLabel | None:
    """Return what a label on a time axis tells, None if the text is no such label."""
    if len(text) > MAX_LABEL:
        return None
    printed = " ".join(text.split())
    text = (_EXPLAINED.sub("", text) if ")" in text else text) or text
    period = parse_period(text) or parse_period(_with_century(text))
    if period:
        return AxisLabel(printed, period=period)
    told = _HORIZON.match(text)
    if told and (period := parse_period(text[told.end() :])):  # "Neste: 2026–27", "No 2026"
        return AxisLabel(printed, period=period)
    if _NO_LETTERS.sub(" ", text).strip().casefold() in LATER and not find_periods(text):
        explained = parse_period(printed[len(text) :].strip(" ()"))  # "Neste (2026–27)"
        return AxisLabel(printed, period=explained, later=explained is None)
    units = tokens(text)
    if len(units) == 1 and units[0].unit not in {"day", "week"} and _bare(text, units[0].start, units[0].end):
        return AxisLabel(printed, part=_part(units[0]))
    if len(units) == 2 and [u.unit for u in units] == ["quarter", "quarter"]:
        numbers = (units[0].number, units[1].number)
        halves = {(1, 2): 1, (3, 4): 2}
        if numbers in halves and _bare(text, units[0].start, units[1].end):
            return AxisLabel(printed, part=("half", halves[numbers]))
    if _tells_months(text, units):
        return AxisLabel(printed, part=_part(units[0]))
    return None


_MONTHS = {"quarter": 3, "tertial": 4, "half": 6}


def _tells_months(text: str, units: Sequence[Token]) -> bool:
    """Tell whether a label is a part of a year with months of it behind: "Q2 – apr", "Q1: jan–mar"."""
    size = _MONTHS.get(units[0].unit) if len(units) > 1 else None
    if size is None or any(
        u.unit != "month" or u.year or (u.number - 1) // size + 1 != units[0].number for u in units[1:]
    ):
        return False
    between = "".join(text[a.end : b.start] for a, b in pairwise(units))
    return not any(map(str.isalnum, between)) and _bare(text, units[0].start, units[-1].end)


def _with_century(text: str) -> str:
    """Return a label with the century of years of two digits behind months: "okt 25–feb 26", "06/26"."""
    return _TWO_DIGITS.sub(lambda match: f"{match['month']}{'' if match['slash'] else ' '}20{match['year']}", text)


LATER = frozenset(
    {
        "lenger sikt", "på lenger sikt", "lengre sikt", "på lengre sikt", "på sikt", "lengre fram", "senere", "seinare",
        "lengere sikt", "på lang sikt", "lang sikt", "later", "future", "framtid", "fremtid", "fremtidig", "framtidig",
        "near term", "short term", "medium term", "later on",
        "mid term", "kort sikt", "på kort sikt", "mellomlang sikt", "på mellomlang sikt", "court terme",
        "à court terme", "moyen terme", "à moyen terme", "long terme", "à long terme", "corto plazo", "medio plazo",
        "largo plazo", "a corto plazo", "a medio plazo", "a largo plazo", "kurzfristig", "mittelfristig",
        "langfristig", "maintenant", "ahora", "jetzt",
        "beyond", "long term", "longer term", "på længere sigt", "længere sigt", "senare", "på längre sikt", "framöver",
        "lenger fram", "lengre frem", "lenger frem", "nu", "härnäst", "nästa", "næste", "derefter",
        "nå", "no", "now", "akkurat nå", "akkurat no", "just nu", "lige nu", "right now", "neste",
        "next", "ikke tidfestet", "ikkje tidfesta", "uten dato", "myöhemmin", "später",
    }
)  # fmt: skip
"""Labels of columns that stand on a time axis without telling dates."""

_TWO_DIGITS = re.compile(
    r"\b(?P<month>(?:jan|feb|febr|mars|apr|april|mai|maj|juni|juli|aug|august|sep|sept|okt|nov|des|januar|februar|september"
    r"|oktober|november|desember|december)\b\.?|[hqkt][1-4](?=\s)|(?:0[1-9]|1[0-2])(?P<slash>/))\s*[-'’]?\s*(?P<year>2[4-9]|3\d)(?![\d./])",
    re.IGNORECASE,
)
"""Months of the Nordic languages: "May 25" is a day."""
_NOISE = re.compile(
    r"^(?:[\s(\[•*~:.,;=-]|(?:i|in|hele|heile|hela|år|året|year|ca|planlagt|perioden?|period|tid|tidlig|tidleg|sent|seint|medio|primo|"
    r"ultimo|early|late|mid|resten a[vf]|rest of|begynnelsen av|starten av|slutten av|midten av|løpet av|start|slutt|"
    r"første uke|siste uke)\b)*$",
    re.IGNORECASE,
)
_STEPS = frozenset({"neste steg", "next step", "next steps", "nästa steg", "næste skridt"})
_HORIZON = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, LATER | _STEPS), key=lambda w: (-len(w), w)))})\b[\s:,–-]+", re.IGNORECASE
)
_NO_LETTERS = re.compile(r"[\W\d_]+")
_EXPLAINED = re.compile(r"(?<=\S)\s*\([^()]*\)\s*$")
_TAIL = re.compile(r"^(?:T?\s*\d\d:\d\d(?::\d\d)?)?[\s)\].,;:*-]*$")


def _bare(text: str, start: int, end: int) -> bool:
    return bool(_NOISE.match(text[:start]) and _TAIL.match(text[end:]))


def _part(token: Token) -> tuple[str, int] | None:
    if token.unit == "season":
        return ("half", token.number) if token.number in {1, 2} else ("month", 7)
    return (token.unit, token.number)


def _read(text: str, units: Sequence[Token], index: int, floor: int) -> tuple[int, FoundPeriod | None]:
    """Read one period from the unit at `index`; return how many units it took."""
    first = units[index]
    following = units[index + 1] if index + 1 < len(units) else None
    if following and _BETWEEN.fullmatch(text[first.end : following.start]):
        span = _span(text, first, following, _AROUND.search(_before(text, first.start, floor)) is not None)
        if span:
            return _chain(text, units, index, span, floor)
    if first.unit == "year" and first.short:
        return 1, None
    days = days_of(first)
    if days is None:
        return 1, None
    single = FoundPeriod(Period(*days, text[first.start : first.end]), first.start, first.end, _kind(first.unit))
    return 1, _with_edges(text, single, floor)


def _chain(text: str, units: Sequence[Token], index: int, span: FoundPeriod, floor: int) -> tuple[int, FoundPeriod]:
    """Let a span run on over further years: "2024–2025–2026"."""
    used = 2
    while index + used < len(units):
        following = units[index + used]
        days = days_of(following)
        dashed = _BETWEEN.fullmatch(text[span.end : following.start]) and following.unit == "year"
        if not dashed or days is None or span.period.end is None or days[0] != span.period.end + timedelta(days=1):
            break
        printed = text[span.start : following.end]
        span = FoundPeriod(Period(span.period.start, days[1], printed), span.start, following.end, "span")
        used += 1
    return used, _with_edges(text, span, floor)


def _before(text: str, position: int, floor: int) -> str:
    return text[max(floor, position - _REACH) : position]


def _kind(unit: str) -> str:
    return "date" if unit == "day" else unit


def _span(text: str, first: Token, last: Token, between: bool) -> FoundPeriod | None:
    """Join two units with a dash between them, lending the first the year of the last.

    `between` tells that "mellom" or "fra" stands in front, so that "og" joins as well.
    """
    if first.year is None and last.year is not None and first.unit == last.unit:
        first = first.in_year(last.year)
    elif last.year is None and first.year is not None and first.unit == last.unit and last.number > first.number:
        last = last.in_year(first.year)
    if last.short and first.unit == "year" and first.year is not None:
        last = last.in_year(first.year // 100 * 100 + last.number)
        if not first.year < (last.year or 0) <= first.year + MAX_SHORT_SPAN:
            return None
    start, end = days_of(first), days_of(last)
    if start is None or end is None or start[0] > end[0]:
        return None
    joined = _CONJUNCTION.fullmatch(text[first.end : last.start]) is not None
    if joined and not between and start[1] + timedelta(days=1) != end[0]:
        return None  # "2024 og 2027" are two periods
    printed = text[first.start : last.end]
    return FoundPeriod(Period(start[0], end[1], printed), first.start, last.end, "span")


def _with_edges(text: str, found: FoundPeriod, floor: int) -> FoundPeriod:
    """Take "fra", "etter", "innen" in front of a period and "→", "+" behind it into account."""
    before, after = _before(text, found.start, floor), text[found.end : found.end + _REACH]
    floor = found.start - len(before)
    start, end = found.period.start, found.period.end
    tail = _OPEN.match(after)
    if match := _AFTER.search(before):
        return _edged(text, floor + match.start(), found.end, end and end + timedelta(days=1), None, "open")
    if match := _BEFORE.search(before):
        return _edged(text, floor + match.start(), found.end, None, start and start - timedelta(days=1), "deadline")
    if found.kind == "span":
        return _span_edges(found, before, after, floor, text)
    if match := _BY.search(before):
        return _edged(text, floor + match.start(), found.end, None, end, "deadline")
    if match := _FROM.search(before):
        stop = found.end + tail.end() if tail else found.end
        return _edged(text, floor + match.start(), stop, start, None, "open")
    if tail:
        return _edged(text, found.start, found.end + tail.end(), start, None, "open")
    return found


def _span_edges(found: FoundPeriod, before: str, after: str, floor: int, text: str) -> FoundPeriod:
    """Take "fra" in front of a span into it, and let an arrow at the very end open it."""
    match = _AROUND.search(before)
    start = floor + match.start() if match else found.start
    tail = _OPEN.match(after)
    if tail and _ARROW.search(tail[0]) and not after[tail.end() :].strip(" )"):
        return _edged(text, start, found.end + tail.end(), found.period.start, None, "open")
    return _edged(text, start, found.end, found.period.start, found.period.end, "span")


def _edged(text: str, start: int, end: int, first: date | None, last: date | None, kind: str) -> FoundPeriod:
    return FoundPeriod(Period(first, last, text[start:end].strip()), start, end, kind)
