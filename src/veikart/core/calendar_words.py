"""Units of the calendar in running text: years, halves, tertials, quarters, seasons, months, weeks and days."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from veikart.core.text import remembered

FIRST_YEAR, LAST_YEAR = 1990, 2069
"""Four digits outside these are not taken for a year."""

_REACH = 40
"""How far in front of a number the words stand that make it something else than a year."""

MONTHS = {
    1: "januar january januari janúar tammikuu tammikuun jan janvier enero",
    2: "februar february februari febrúar helmikuu helmikuun feb febr février febrero",
    3: "mars march marts maaliskuu maaliskuun märz mar marzo",
    4: "april apríl huhtikuu huhtikuun apr avril abril",
    5: "mai may maj maí toukokuu toukokuun mayo",
    6: "juni june júní kesäkuu kesäkuun jun juin junio",
    7: "juli july júlí heinäkuu heinäkuun jul juillet julio",
    8: "august augusti ágúst elokuu elokuun aug août agosto",
    9: "september septembre syyskuu syyskuun sept sep septiembre",
    10: "oktober october október lokakuu lokakuun okt oct octobre octubre",
    11: "november nóvember marraskuu marraskuun nov novembre noviembre",
    12: "desember december dezember joulukuu joulukuun des dec dez décembre diciembre",
}
_MONTH = {name: number for number, names in MONTHS.items() for name in names.split()}
_ORDINAL = {
    **dict.fromkeys(("første", "fyrste", "first", "första", "erste", "erstes", "fyrri"), 1),
    **dict.fromkeys(("andre", "annet", "anna", "second", "andra", "andet", "zweite", "zweites", "seinni"), 2),
    **dict.fromkeys(("tredje", "third", "tredie", "dritte", "drittes"), 3),
    **dict.fromkeys(("fjerde", "fourth", "fjärde", "vierte", "viertes"), 4),
}
_SEASON = {
    **dict.fromkeys(("vår", "våren", "spring", "forår", "foråret", "vårhalvåret", "vt"), 1),
    **dict.fromkeys(
        ("høst", "høsten", "haust", "hausten", "autumn", "fall", "efterår", "efteråret", "hösten", "höst", "ht"), 2
    ),
    **dict.fromkeys(("sommer", "sommeren", "summer", "sommar", "sommaren"), 3),
}
_LETTER = {"q": "quarter", "h": "half", "t": "tertial"}
_MOST = {"quarter": 4, "half": 2, "tertial": 3}
_HALF = r"halvår(?:et)?|hluti|hl\b\.?|halvdel av|halvdel|half(?:[- ]year)?(?: of)?|vuosipuolisko|halbjahr"
_QUARTER = r"kvartal(?:et)?|kvt|kv\.?|quarters?(?: of)?|neljännes|ársfjórðungur|quartal"
_TERTIAL = r"tertial(?:et)?|trimester"
_WEEK = r"uke|veke|week|vecka|uge|viikko|kw"


_OPENERS = frozenset(
    (*_MONTH, *_ORDINAL, *_SEASON, *_WEEK.split("|"), "q", "kvartal", "kv", "quarter", "halvår", "tertial")
)
"""A unit begins with one of these, with a digit, or with an ordinal that is run together with what it counts."""
_ORDINALS = tuple(_ORDINAL)
_RUN = re.compile(r"['’](?=\d\d)|[^\W_]+")


def _any(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_YEAR = r"(?:19|20)\d\d"
_MONTHS = 12
_CENTURY, _TWENTIES = 100, 2000
"""Below the first a year is printed with two digits ("20Q4"), of the century that begins with the second."""
_NUMBER = rf"(?:(?P<{{0}}n>[1-4])(?::[ae]|\s?\.?)|(?P<{{0}}o>{_any(_ORDINAL)}))"
_UNIT = re.compile(
    rf"""(?<![^\W_])(?:
      (?P<iso>{_YEAR}-[01]\d-[0-3]\d)
    | (?P<dmy>[0-3]?\d[./]\s?[01]?\d[./]\s?{_YEAR}|[01]?\d/[0-3]\d/{_YEAR}
      |[0-3]\d\.[01]\d\.\d\d|[0-3]\d/[01]\d/\d\d(?!\d))
    | (?P<md>{_any(_MONTH)})\s+(?P<mdd>[0-3]?\d)(?:st|nd|rd|th)?(?=,?\s+{_YEAR})
    | (?:(?P<dd>[0-3]?\d)(?:st|nd|rd|th|\.)?\s?(?P<dm>{_any(_MONTH)})\b\.?)
    | (?P<month>{_any(_MONTH)})(?=\d\d|\b)\.?
    | (?P<gy>{_YEAR}|[1-4]\d(?=[QH][1-4]))(?:@?)(?P<gu>[QqHhTt])(?P<gn>[1-4])
    | (?P<my>(?:0?[1-9]|1[0-2])[./](?P<myy>{_YEAR}))
    | [Qq]\s?(?P<qq>[1-4]) | (?P<qr>[1-4])[Qq](?=\d\d|\b)
    | [Kk](?P<qk>[1-4])(?=(?:\s?[-–/]\s?[Kk][1-4])?(?:[\s/-]*{_YEAR}|\s?[-/\s]['’]?[23]\d(?!\d))|\s*$)
    | (?P<qm>[1-4])[Kk](?=[23]\d(?!\d))
    | (?P<qp>[1-4])\s?\.?(?=\s?[-–/]\s?[1-4]\s?\.?\s?(?:{_QUARTER})(?!\w))
    | (?P<hp>[12])\s?\.?(?=\s?[-–/]\s?[12]\s?\.?\s?(?:{_HALF})(?!\w))
    | [Hh](?P<hh>[12]) | (?P<hr>[12])(?:\s?\.\s?)?[Hh](?=\d\d|\b)
    | [Tt](?P<tt>[1-3])
    | {_NUMBER.format("q")}\s*(?:{_QUARTER})(?!\w)
    | (?:kvartal|kv\.?|quarter)\s?(?P<qx>[1-4])
    | {_NUMBER.format("h")}\s*(?:{_HALF})(?!\w)
    | halvår\s(?P<hx>[12])
    | {_NUMBER.format("t")}\s*(?:{_TERTIAL})(?!\w)
    | tertial\s(?P<tx>[1-3])
    | (?:{_WEEK})\s?(?P<week>[0-5]?\d) | [Ww](?P<weekw>[0-5]?\d)
    | (?P<season>{_any(_SEASON)})
    | (?P<year>{_YEAR})
    | ['’](?P<yy>\d\d)
    )(?P<tail>(?!\d))?""",
    re.IGNORECASE | re.VERBOSE,
)
_TO_YEAR = re.compile(
    rf"(?:\s?[-/](?=\d\d(?!\d))|[-/]|[\s,.]*(?:of |i |in |år |del? )?)(?P<year>{_YEAR}(?!\d)|['’]?\d\d(?![\d.]))",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"\s?[-–/]\s?(?P<yy>\d\d)(?![\d.]|\s?(?:år|%|mnd|years))")
_ENDS_THERE = re.compile(r"\s*(?:$|[,;:.)\]–—]|-(?=\D)(?!t)|/(?=\D)|\s-\s)")  # not "vår 24/7", "høsten 25 av 30"
_TERMS = frozenset({"vt", "ht"})
"""Terms of the Swedish year, which other words are shortened to as well: with a year behind them only."""
_LAST_WEEK = re.compile(r"\s?[-–—]\s?(?P<last>[0-5]?\d)(?![\d.])")
"""The end of a span of weeks that names them once: "uke 10–12 2026"."""
_NUMBERED = re.compile(
    r"(?:\b(?:sak|saker|saksnr|nr|no|ref|punkt|kap|nou|prop|meld\.? ?st|versjon|v)\.?\s*|[#§])[\d/-]*$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"(?:[.,:]\d|[-–]\d{3}(?!\d)|\s?(?:%|kr\b|kroner|stk|pasient|brukar|bruker|person|ansatt|tilsett|user|patient|mill|innbygg|m²|"
    r"timer\b|sider\b|meter\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A unit of the calendar at the characters [start, end).

    `number`: of the half, quarter, month …; for a day month × 100 + day. `year` is None where none was told.
    `short` marks the two last digits of a year after a dash, which mean nothing by themselves.
    """

    unit: str
    number: int
    year: int | None
    start: int
    end: int
    short: bool = False

    def in_year(self, year: int) -> "Token":
        """Return the same unit in that year."""
        return replace(self, year=year, short=False)


@remembered
def tokens(text: str) -> tuple[Token, ...]:
    """Return the units in a text in the order they stand, each with its year where one is told."""
    found: list[Token] = []
    position = 0
    for start in _starts(text):
        match = _UNIT.match(text, start) if start >= position else None
        if match is None:
            continue
        position = match.end()
        token = _token(text, match)
        if token is None:
            continue
        if token.unit == "year" and _merges(text, found, token):
            found[-1] = replace(found[-1], year=token.year, end=token.end)
        elif token.year is None and _year_first(text, found, token):
            found[-1] = replace(token, year=found[-1].year, start=found[-1].start)
        else:
            own = _own_year(text, token)
            if own.year is None and text[token.start : token.end].casefold() in _TERMS:
                continue
            found.append(own)
        position = max(position, found[-1].end)
        if found[-1].unit == "year" and (short := _SHORT_YEAR.match(text, found[-1].end)):
            found.append(Token("year", int(short["yy"]), None, short.start("yy"), short.end(), short=True))
            position = short.end()
        if found[-1].unit == "week" and found[-1].year is None and (last := _LAST_WEEK.match(text, found[-1].end)):
            found.append(_own_year(text, Token("week", int(last["last"]), None, last.start("last"), last.end())))
            position = found[-1].end
    return tuple(found)


def _starts(text: str) -> list[int]:
    """Return where units may begin: most words are looked at no further."""
    return [run.start() for run in _RUN.finditer(text) if not (word := run[0]).isalpha() or _opens(word.casefold())]


def _opens(word: str) -> bool:
    return word in _OPENERS or word.startswith(_ORDINALS)


def _token(text: str, match: re.Match[str]) -> Token | None:
    """Turn a match into a unit; None where the digits are something else."""
    if match["tail"] is None and not (match["month"] or match["qr"] or match["hr"] or match["qm"]):
        return None
    start, end = match.span()
    after = text[end : end + 1]
    if (after.isalpha() or after == "_") and not match["month"]:
        return None
    if match["year"] or match["yy"]:
        return _year_token(text, match)
    if match["iso"] or match["dmy"]:
        return _date_token(match)
    if match["gy"]:
        unit, number, year = _LETTER[match["gu"].casefold()], int(match["gn"]), int(match["gy"])
        year += 0 if year > _CENTURY else _TWENTIES
        return Token(unit, number, year, start, end) if number <= _MOST[unit] else None
    if match["my"]:
        month = Token("month", int(match["my"][:-5]), int(match["myy"]), start, end)
        return None if _NUMBERED.search(text[max(0, start - _REACH) : start]) else month
    for unit, number in _units(match):
        return Token(unit, number, None, start, end)
    return None


def _units(match: re.Match[str]) -> list[tuple[str, int]]:
    """Return the unit that a match names, with its number."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    for name, value in groups.items():
        low = value.casefold()
        if name == "dm":
            return [("day", _MONTH[low] * 100 + int(match["dd"]))]
        if name == "md":
            return [("day", _MONTH[low] * 100 + int(match["mdd"]))]
        if name == "month":
            return [("month", _MONTH[low])]
        if name == "season":
            return [("season", _SEASON[low])]
        if name.startswith("week"):
            return [("week", int(value))]
        if name[0] in "qht" and len(name) == 2:
            unit = _LETTER[name[0]]
            number = _ORDINAL[low] if name[1] == "o" else int(value)
            return [(unit, number)] if number <= _MOST[unit] else []
    return []


def _year_token(text: str, match: re.Match[str]) -> Token | None:
    start, end = match.span()
    year = int(match["year"]) if match["year"] else 2000 + int(match["yy"])
    numbered = re.search(r"(\d+)[-–/.:]$", text[max(0, start - _REACH) : start])
    if numbered and not re.fullmatch(r"(?:19|20)\d\d|\d\d", numbered[1]):
        return None
    if (
        numbered
        and len(numbered[1]) == 2
        and not re.search(r"\d[-–/.]\d\d[-–/.]$", text[max(0, start - _REACH) : start])
    ):
        return None  # "72-2021" is a case number
    if (
        not FIRST_YEAR <= year <= LAST_YEAR
        or _NUMBERED.search(text[max(0, start - _REACH) : start])
        or _COUNTED.match(text, end)
    ):
        return None
    return Token("year", year, year, start, end)


def _date_token(match: re.Match[str]) -> Token | None:
    numbers = [int(part) for part in re.findall(r"\d+", match[0])]
    year, month, day = numbers if match["iso"] else reversed(numbers)
    year = year if year > 99 else 2000 + year
    if month > _MONTHS >= day and match["dmy"] and "/" in match[0]:
        month, day = day, month  # "6/30/2027" has no other reading
    if days_of(Token("day", month * 100 + day, year, 0, 0)) is None:
        return None
    return Token("day", month * 100 + day, year, *match.span())


def _merges(text: str, found: list[Token], token: Token) -> bool:
    """Tell whether a year belongs to the unit before it: "Q3 2025" was read already, "Q3 i 2025" and the like too."""
    return bool(
        found
        and found[-1].year is None
        and not found[-1].short
        and re.fullmatch(r"[\s,.]*(?:of|i|in|år|[-–])?\s*", text[found[-1].end : token.start], re.IGNORECASE)
    )


def _year_first(text: str, found: list[Token], token: Token) -> bool:
    """Tell whether the year in front belongs to the unit: "2025 Q3", "2025-H1", "2025, 1. halvår"."""
    return bool(
        found
        and found[-1].unit == "year"
        and found[-1].year is not None
        and token.unit not in {"day", "week"}
        and re.fullmatch(r"[\s,:]*[-/]?\s?", text[found[-1].end : token.start])
        and not _TO_YEAR.match(text, token.end)
    )


def _own_year(text: str, token: Token) -> Token:
    """Give a unit the year that follows it directly."""
    if token.year is not None:
        return token
    match = _TO_YEAR.match(text, token.end)
    if not match:
        return token
    printed = match["year"].lstrip("'’")
    loose = match[0][:1].isspace() and not re.match(r"\s*['’]", match[0])
    if len(printed) == 2 and (
        token.unit in {"day", "week"} or (loose and token.unit not in {"quarter", "half", "tertial", "season"})
    ):
        return token  # "mai 25" may be a day
    if len(printed) == 2 and loose and token.unit == "season" and not _ENDS_THERE.match(text, match.end()):
        return token  # "fall 26 pasienter"
    year = int(printed) if len(printed) == 4 else 2000 + int(printed)
    return replace(token, year=year, end=match.end()) if FIRST_YEAR <= year <= LAST_YEAR else token


def days_of(token: Token) -> tuple[date, date] | None:
    """Return the first and last day of a unit, None where it has no year or is impossible."""
    year, number = token.year, token.number
    if year is None:
        return None
    months = {"half": 6, "quarter": 3, "tertial": 4, "month": 1}
    if token.unit == "year":
        return date(year, 1, 1), date(year, 12, 31)
    if token.unit == "season":
        return _months(year, *{1: (1, 6), 2: (7, 12), 3: (6, 8)}[number])
    if token.unit in months:
        length = months[token.unit]
        return _months(year, (number - 1) * length + 1, number * length)
    try:
        if token.unit == "week":
            monday = date.fromisocalendar(year, number, 1)
            return monday, monday + timedelta(days=6)
        day = date(year, number // 100, number % 100)
    except ValueError:
        return None
    return day, day


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
