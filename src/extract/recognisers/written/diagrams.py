"""Plans drawn in text: the Gantt charts of Mermaid, whose lines are tasks with their days."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.values import say_period
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.periods import Period
from veikart.core.records import Field, Role, Status

NAME = "text-diagram"
_SURE = 0.9
_GROUP = "mermaid"
_SETTING = re.compile(
    r"(?:gantt|title|dateFormat|axisFormat|tickInterval|excludes|includes|inclusiveEndDates|todayMarker|weekday|weekend"
    r"|topAxis|displayMode|accTitle|accDescr|click|---|config)\b|%%",
    re.IGNORECASE,
)
_SECTION = re.compile(r"section\s+(?P<name>.+)$", re.IGNORECASE)
_TASK = re.compile(r"(?P<name>[^:]+?)\s*:\s*(?P<data>.*)$")
_LENGTH = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>ms|[smhdwMy])$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_AFTER = re.compile(r"after\s+(?P<ids>.+)$", re.IGNORECASE)
_DAYS = {"d": 1.0, "w": 7.0, "M": 30.0, "y": 365.0, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400, "ms": 0.0}
_TAGS = {"done": Status.DONE, "active": Status.ONGOING, "crit": None, "milestone": None}
_LINE = "vert"


@dataclass(slots=True)
class _Chart:
    """A chart as far as it is read: its section, and the first and last day of the tasks that have an id."""

    section: Block | None = None
    last_end: date | None = None
    known: dict[str, date] = field(default_factory=dict)


def drawn_in_text(page: Page, _: Deck) -> Claim | None:
    """Claim the tasks of the Gantt charts that stand as text in a document."""
    claim = Claim(NAME, _SURE)
    chart: _Chart | None = None
    before: Block | None = None
    for block in page.blocks:
        if block.group != _GROUP or block.kind is not BlockKind.PICTURE:
            chart, before = None, None
            continue
        if before is not None and block.line_start < before.line_start:
            chart = None
        if block.text.casefold().startswith("gantt"):
            chart = _Chart()
        elif chart is not None:
            _read(block, chart, claim)
        before = block
    return claim if claim.drafts else None


def _read(block: Block, chart: _Chart, claim: Claim) -> None:
    section, task = _SECTION.match(block.text), _TASK.match(block.text)
    if section:
        chart.section = block
        claim.use(block, Use.GROUP, "section of a chart")
    elif _SETTING.match(block.text):
        claim.use(block, Use.FURNITURE, "setting of a chart")
    elif task:
        _task(block, task["name"].strip(), [p.strip() for p in task["data"].split(",")], chart, claim)


def _task(block: Block, name: str, parts: list[str], chart: _Chart, claim: Claim) -> None:
    """Add a task: tags, an id, the start and the end or length, each of which may be left out."""
    tags = [part for part in parts if part in _TAGS or part == _LINE]
    rest = [part for part in parts if part and part not in tags]
    start, end = _days(rest, chart, "milestone" in tags)
    if _LINE in tags:
        claim.use(block, Use.AXIS, "line drawn on a chart")
        return
    draft = claim.add(Draft((block,), name, Role.MEASURE, f"{block.heading_path[-1:]}/chart"))
    told = Period(start, end, ", ".join(p for p in rest if _DAY.match(p) or _LENGTH.match(p)))
    if start is not None or end is not None:
        say_period(draft, told, told.text, block, "chart")
    status = next((_TAGS[tag] for tag in tags if _TAGS.get(tag)), None)
    if status is not None:
        draft.say(Field.STATUS, status.value, block, "chart", original=", ".join(tags))
        draft.say(Field.STATUS_TEXT, ", ".join(tags), block, "chart")
    if chart.section is not None:
        match = _SECTION.match(chart.section.text)
        draft.say(Field.GROUP, match["name"].strip() if match else "", chart.section, "chart")


def _days(rest: list[str], chart: _Chart, milestone: bool) -> tuple[date | None, date | None]:
    """Return the first and last day of a task, None where it is not told."""
    times = [part for part in rest if _DAY.match(part) or _LENGTH.match(part) or _AFTER.match(part)]
    name = next((part for part in rest if part not in times), "")
    start = _start(times[0], chart) if len(times) > 1 or (times and not _LENGTH.match(times[0])) else chart.last_end
    length = _LENGTH.match(times[-1]) if times else None
    last: date | None = None
    if length is not None and start is not None:
        days = float(length["number"]) * _DAYS[length["unit"]]
        behind = start + timedelta(days=days)
        last = behind - timedelta(days=1) if days >= 1 else behind
        chart.last_end = behind
    elif len(times) > 1 and _DAY.match(times[-1]):
        last = chart.last_end = _day(times[-1])  # as printed, though a chart draws the bar to the day's beginning
    if name and chart.last_end is not None and last is not None:
        chart.known[name] = chart.last_end
    return start, start if milestone and last is None else last


def _start(text: str, chart: _Chart) -> date | None:
    after = _AFTER.match(text)
    if after is None:
        return _day(text)
    ends = [chart.known[name] for name in after["ids"].split() if name in chart.known]
    return max(ends, default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
