"""The picture: measures on an axis of years by focus area; status by colour and sign, owners, open questions marked.

Names are text beside small drawings of the bars, so that the picture reads on a telephone, on paper and by ear.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from export.report.html import Markup, h
from export.report.tables import fold_away
from export.report.words import SIGNS, Words, alphabetical, by_name
from veikart.core.outcome import Conflict, Measure

_MOST_YEARS = 16
"""Years on the axis; of a longer span, the stretch that holds most measures is shown and the rest ends at its edge."""

_LETTER = 1.25
"""Width of a letter on a narrow screen, in per cent of the axis."""

_OPEN = 400
"""Measures in the picture up to which all focus areas stand open."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The years of the picture, first and last."""

    first: int
    last: int

    @property
    def years(self) -> range:
        """All years on the axis."""
        return range(self.first, self.last + 1)

    def place(self, day: date) -> float:
        """Return where a day lies, in per cent; days outside lie on the edge."""
        span = (date(self.last + 1, 1, 1) - date(self.first, 1, 1)).days
        return round(min(max((day - date(self.first, 1, 1)).days / span, 0.0), 1.0) * 100, 2)


def make_axis(measures: Sequence[Measure]) -> Axis | None:
    """Return the axis that holds the measures' periods, None where none has one."""
    years = sorted(int(text[:4]) for m in measures for text in (m.period_start, m.period_end) if text)
    if not years:
        return None
    first, last = years[0], years[-1]
    if last - first >= _MOST_YEARS:
        first = max(range(first, last - _MOST_YEARS + 2), key=lambda y: sum(y <= x < y + _MOST_YEARS for x in years))
        last = first + _MOST_YEARS - 1
    return Axis(first, last)


def roadmap(words: Words, conflicts: Mapping[str, Sequence[Conflict]]) -> Markup:
    """Return the picture; `conflicts` are the open ones by measure."""
    measures = words.content.outcome.measures
    axis = make_axis(measures)
    if axis is None:
        return h("p", words.say("no_periods"))
    groups: dict[str, list[Measure]] = defaultdict(list)
    for measure in measures:
        groups[measure.group].append(measure)
    names = sorted(groups, key=lambda name: (not name, alphabetical(name)))
    return h(
        "div",
        _legend(words, measures),
        [_group(name, groups[name], axis, words, conflicts, len(measures) <= _OPEN) for name in names],
        class_="roadmap",
        style=f"--years:{len(axis.years)}",
    )


def _legend(words: Words, measures: Sequence[Measure]) -> Markup:
    """Return what the colours and signs mean, and how many measures have each."""
    counts = Counter(measure.status for measure in measures)
    items = [
        h(
            "li",
            h("svg", _box(status), width=18, height=14, aria_hidden="true"),
            f" {words.status(status)} ",
            h("small", counts[status]),
        )
        for status in SIGNS
    ]
    return h("ul", items, h("li", words.say("legend_conflict")), class_="legend", aria_label=words.say("legend"))


def _box(status: str) -> Markup:
    return h("rect", x=1, y=1, width=16, height=12, rx=2, class_=f"s-{status or 'none'}")


def _group(
    name: str,
    measures: list[Measure],
    axis: Axis,
    words: Words,
    conflicts: Mapping[str, Sequence[Conflict]],
    open_: bool,
) -> Markup:
    placed = [m for m in measures if m.period_start or m.period_end]
    placed.sort(key=lambda m: (m.period_start or m.period_end, m.period_end or "9999", alphabetical(m.name), m.id))
    rest = by_name(m for m in measures if not (m.period_start or m.period_end))
    title = [h("h3", name or words.say("no_group")), " ", h("small", words.count("measure", len(measures)))]
    lanes: list[Markup] = []
    if placed:
        lanes = [_years(axis), h("ul", [_lane(m, axis, words, conflicts) for m in placed], class_="lanes")]
    unplaced = h("p", h("b", words.say("without_period")), " ", _listed(rest, words, conflicts)) if rest else None
    return fold_away(title, lanes, unplaced, open_=open_, class_="group")


def _listed(measures: Sequence[Measure], words: Words, conflicts: Mapping[str, Sequence[Conflict]]) -> list[Markup]:
    return [h("span", words.measure(m.id), _flag(m, words, conflicts), class_="item") for m in measures]


def _years(axis: Axis) -> Markup:
    width = 100 / len(axis.years)
    texts = [h("text", year, x=f"{(i + 0.5) * width:.2f}%", y=14) for i, year in enumerate(axis.years)]
    return h("div", h("svg", texts, width="100%", height=20, class_="axis"), class_="years", aria_hidden="true")


def _lane(measure: Measure, axis: Axis, words: Words, conflicts: Mapping[str, Sequence[Conflict]]) -> Markup:
    period = words.period(measure.period_start, measure.period_end)
    told = f"{words.status(measure.status)}, {period}" if measure.status else period
    owners = h("small", " ", ", ".join(measure.owners)) if measure.owners else None
    name = h("div", words.measure(measure.id), owners, _flag(measure, words, conflicts), class_="name")
    heard = h("span", f"{period}. {words.status(measure.status)}", class_="heard")
    return h("li", name, heard, _bar(measure, axis, told))


def _flag(measure: Measure, words: Words, conflicts: Mapping[str, Sequence[Conflict]]) -> Markup | None:
    found = conflicts.get(measure.id, ())
    if not found:
        return None
    told = words.count("question", len(found))
    return h("a", f"⚑ {len(found)}", h("span", f" {told}", class_="heard"), href=f"#{found[0].id}", class_="flag")


def _bar(measure: Measure, axis: Axis, told: str) -> Markup:
    start = axis.place(date.fromisoformat(measure.period_start)) if measure.period_start else 0.0
    end = axis.place(_after(measure.period_end)) if measure.period_end else 100.0
    width = max(round(end - start, 2), 1.0)
    left = min(start, 99.0)
    parts = [h("rect", x=f"{left}%", y=2, width=f"{width}%", height=18, rx=3, class_=f"s-{measure.status or 'none'}")]
    if not measure.period_end:
        parts.append(_arrow("100%", "M-12 2L0 11L-12 20Z", measure.status))
    if not measure.period_start:
        parts.append(_arrow("0%", "M12 2L0 11L12 20Z", measure.status))
    parts.append(_label(told, left, min(left + width, 100.0), measure))
    return h("svg", parts, width="100%", height=22, class_="bar", aria_hidden="true")


def _label(told: str, left: float, right: float, measure: Measure) -> Markup:
    """Return the words of a bar: inside where they fit on a narrow screen, else beside it, where there is most room."""
    need = _LETTER * (len(told) + 1)
    if right - left < need and max(left, 100 - right) > right - left:
        behind = 100 - right >= left
        x, gap = (right, 6) if behind else (left, -6)
        return h("text", told, x=f"{x:.2f}%", dx=gap, y=15, text_anchor=None if behind else "end", class_="beside")
    if left < 60 or right - left > need:
        return h("text", told, x=f"{left}%", dx=6 if measure.period_start else 16, y=15)
    return h("text", told, x=f"{right:.2f}%", dx=-6 if measure.period_end else -16, y=15, text_anchor="end")


def _arrow(place: str, shape: str, status: str) -> Markup:
    return h("svg", h("path", d=shape, class_=f"s-{status or 'none'} edge"), x=place, overflow="visible")


def _after(text: str) -> date:
    day = date.fromisoformat(text)
    return day + timedelta(days=1) if day < date.max else day
