"""Labels of a time axis, and the years that quarters, halves and months get from the level above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layout.meanings import Meaning
from extract.layout.thing import POINTED, Thing, printed
from veikart.core.blocks import BlockKind
from veikart.core.calendar_words import Token, days_of
from veikart.core.counted import counted_label, is_stage
from veikart.core.geometry import Box
from veikart.core.periods import AxisLabel, Period, parse_axis
from veikart.core.text import mend

_LONGEST = 32
_WEEK = re.compile(r"(?:uke|veke|uge|vecka|vecko|week)(?:\s*(?:nr|no|nummer))?\.?:?", re.IGNORECASE)
_WEEK_NUMBER = re.compile(r"(?P<word>uke|veke|uge|vecka|week)?\s*(?P<number>\d{1,2})", re.IGNORECASE)
_MOST_WEEKS = 53
_SHORT = 2  # words above the date of a heading


@dataclass(frozen=True, slots=True)
class Label:
    """A thing that reads as a label of a time axis; `part` waits for a year."""

    thing: Thing
    meaning: Meaning
    part: tuple[str, int] | None = None

    @property
    def grain(self) -> str:
        """How fine it divides time: part's unit, "later", or days of its period in rough steps."""
        if self.part:
            return self.part[0]
        period = self.meaning.period
        if period is None:
            return "later"
        if period.start is None or period.end is None:
            return "open"
        days = (period.end - period.start).days
        return next(name for limit, name in _GRAINS if days <= limit)


_GRAINS = ((45, "month"), (100, "quarter"), (135, "tertial"), (200, "half"), (400, "year"), (100_000, "years"))


_FLUSH = 0.012
_FACT = re.compile(
    r"(?:oppstart|start|starter|startar|ferdig|slutt|frist|levering|end|due|finish|go-live|klar|klart)\s*:?",
    re.IGNORECASE,
)
"""What a fact of one measure is called: "Oppstart" over "2. halvår 2026" is no heading of a column."""


def _is_fact(thing: Thing) -> bool:
    first, _, rest = "\n".join(block.text for block in thing.blocks).partition("\n")
    return bool(rest) and _FACT.fullmatch(mend(first)) is not None


def without_facts(labels: list[Label], things: Sequence[Thing]) -> list[Label]:
    """Return the labels but for those right below what a fact of one measure is called."""
    names = [t.ink for t in things if t.has_text and _FACT.fullmatch(mend(t.text))]
    return [label for label in labels if not any(_is_right_below(label.thing.ink, name) for name in names)]


def _is_right_below(value: Box, name: Box) -> bool:
    return abs(value.x0 - name.x0) <= _FLUSH and -_FLUSH <= value.y0 - name.y1 <= name.height


def themed_label(thing: Thing) -> Label | None:
    """Return the label that one line of a heading is, where a theme stands under it, "Now" or a release above it.

    "2026 ⏎ Innføre" is the year 2026, "Now ⏎ H1 2025" the first half of 2025, "26.1 ⏎ mars 2026" that month,
    "Fase 1: Legge grunnlaget ⏎ 2026–2027" those years.
    """
    lines = [line for block in thing.blocks for line in printed(block).split("\n")] if thing.has_text else []
    if not 2 <= len(lines) <= 3 or sum(map(len, lines)) > 2 * _LONGEST or _is_fact(thing):
        return None
    first, second = parse_axis(lines[0]), parse_axis(lines[1])
    few = len(lines[0].split()) <= _SHORT or thing.shape in POINTED or is_stage(counted_label(lines[0]))
    above = first is None and len(lines) == 2 and few
    printed_at, found = (1, second) if above or (first is not None and first.later) else (0, first)
    if found is None or (found.period is None and found.part is None):
        return None
    return Label(thing, Meaning(period=found.period, later=found.later, text=mend(lines[printed_at])), found.part)


def label_of(thing: Thing) -> Label | None:
    """Return the label that a thing is, None for anything else."""
    if not thing.has_text or len(thing.blocks) > 2 or thing.kind is BlockKind.TITLE:
        return None
    if thing.blocks[0].marker and not thing.blocks[0].marker[0].isdigit():
        return None
    text = mend("\n".join([printed(b) for b in thing.blocks]))
    if not text or len(text) > 2 * _LONGEST or _is_fact(thing):
        return None
    found: AxisLabel | None = (parse_axis(text) if len(text) <= _LONGEST else None) or _glossed(thing)
    if found is None:
        return None
    return Label(thing, Meaning(period=found.period, later=found.later, text=text), found.part)


def _glossed(thing: Thing) -> AxisLabel | None:
    """Return the label that the large words of a box are before a gloss in smaller letters: "Now  in development"."""
    spans = [span for span in thing.blocks[0].spans if span.text.strip()]
    parts = thing.blocks if len(thing.blocks) > 1 else spans
    if len(parts) != _SHORT or not thing.boxed or not parts[0].size > parts[1].size > 0:
        return None
    return parse_axis(mend(parts[0].text))


def labelled(things: Sequence[Thing]) -> list[Thing]:
    """Return the things that may be labels of a time axis, whichever way it runs."""
    numbers = {t.id: number for t in things if (number := _week_of(t)) is not None}
    weeks = bool(numbers) and any(_WEEK.fullmatch(mend(t.text)) for t in things if t.has_text)
    weekly = {key for key, number in numbers.items() if weeks or number["word"]}
    return [t for t in things if t.id in weekly or label_of(t) is not None or themed_label(t) is not None]


def _week_of(thing: Thing) -> re.Match[str] | None:
    """Return the number of a week that the thing may be."""
    if not thing.has_text or len(thing.blocks) != 1 or not thing.blocks[0].text.rstrip()[-1:].isdigit():
        return None
    return _WEEK_NUMBER.fullmatch(mend(printed(thing.blocks[0])))


def week_labels(things: Sequence[Thing]) -> list[Label]:
    """Return the numbers of weeks: "Uke 10", and bare numbers in the row of a text that says what they count."""
    texts = [(t, mend("\n".join(printed(b) for b in t.blocks))) for t in things if t.has_text and len(t.blocks) == 1]
    heads = [t for t, text in texts if _WEEK.fullmatch(text)]
    found = []
    for thing, text in texts:
        match = _WEEK_NUMBER.fullmatch(text)
        if match is None or not 0 < int(match["number"]) <= _MOST_WEEKS:
            continue
        headed = [h for h in heads if h.ink.overlap_y(thing.ink) > 0 and h.ink.x1 <= thing.ink.x0]
        if match["word"] or headed:
            word = match["word"] or mend(headed[0].text)
            found.append(Label(thing, Meaning(text=f"{word} {match['number']}"), ("week", int(match["number"]))))
    return [label for label in found if not _is_in_row_of_captions(label, found)]


def _is_in_row_of_captions(label: Label, weeks: list[Label]) -> bool:
    """Tell whether a week is told twice in the row of a label: captions of what stands beside them, and no axis."""
    row = [other.part for other in weeks if other.thing.ink.overlap_y(label.thing.ink) > 0]
    return len(set(row)) < len(row)


def date_rows(levels: list[list[Label]], years: Sequence[int]) -> list[list[Label]]:
    """Return the rows of a header with complete periods: parts get their years from the other rows, or the heading."""
    complete = [row for row in levels if not any(label.part for label in row)]
    parts = [row for row in levels if any(label.part for label in row)]
    result = list(complete)
    for row in parts:
        known = max(complete, key=len, default=[])
        dated = _dated(row, known, years)
        if dated:
            result.append(dated)
    return result


def _dated(row: list[Label], above: list[Label], years: Sequence[int]) -> list[Label]:
    groups = _groups(row)
    over = [label for label in above if any(_covers(label.thing, part.thing) for part in row)]
    above = over if len(over) == len(groups) else above  # "2028+" stands beside the quarters of the years before it
    given = [label.meaning.period.start.year for label in above if label.meaning.period and label.meaning.period.start]
    if len(groups) == len(given):
        spread = given
    elif above and given:
        return _by_place(row, above)
    elif years and len(groups) <= max(1, years[-1] - years[0] + 1):
        spread = [years[0] + i for i in range(len(groups))]
    elif any(label.meaning.period for label in row):
        spread = _own_years(groups)
    else:
        spread = []
    if not spread and any(label.grain == "week" for label in row):
        return []  # weeks of a course of treatment, counted from its start
    if not spread:
        return [replace(label, meaning=replace(label.meaning, later=True), part=None) for label in row]
    return [
        dated for group, year in zip(groups, spread, strict=True) for label in group if (dated := _in_year(label, year))
    ]


def _covers(label: Thing, part: Thing) -> bool:
    return label.frame.x0 <= part.place.middle[0] <= label.frame.x1


def _groups(row: list[Label]) -> list[list[Label]]:
    """Return the labels in runs of rising numbers: a new year begins where the numbers start again."""
    groups: list[list[Label]] = []
    last = 0
    for label in row:
        number = label.part[1] if label.part else 0
        if not groups or (label.part and number <= last) or (not label.part and label.meaning.period):
            groups.append([])
        groups[-1].append(label)
        last = number
    return groups


def _own_years(groups: list[list[Label]]) -> list[int]:
    """Return years where the runs' first labels carry them: "Q3 2025, Q4, Q1 2026, Q2"."""
    found = []
    for group in groups:
        period = group[0].meaning.period
        if period is None or period.start is None:
            return []
        found.append(period.start.year)
    return found


def _by_place(row: list[Label], above: list[Label]) -> list[Label]:
    """Give each part the year whose label stands over it."""
    result = []
    for label in row:
        x = label.thing.place.middle[0]
        over = [a for a in above if a.thing.place.x0 <= x <= a.thing.place.x1]
        best = over or sorted(above, key=lambda a: abs(a.thing.place.middle[0] - x))
        period = best[0].meaning.period
        if period and period.start and (dated := _in_year(label, period.start.year)):
            result.append(dated)
    return result


def _in_year(label: Label, year: int) -> Label | None:
    if label.part is None:
        return label
    days = days_of(Token(label.part[0], label.part[1], year, 0, 0))
    if days is None:
        return None
    text = f"{label.meaning.text} {year}"
    return replace(label, meaning=replace(label.meaning, period=Period(days[0], days[1], text), text=text), part=None)
