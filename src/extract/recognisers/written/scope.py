"""Which sections of a text are its plan, and what the headings above a section tell of what stands in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from extract.deck import Deck
from extract.recognisers.written.headings import Kind, Says, in_year, is_budget_year, read_heading
from extract.recognisers.written.outline import Section, outline
from veikart.core.blocks import Block, Page
from veikart.core.counted import counted_label
from veikart.core.periods import Period, find_periods
from veikart.core.records import Status
from veikart.core.vocabulary import Vocabulary

_ALIKE = 2  # so many headings beside each other that are parts of a year, or statuses, make a plan
_SHORTEST, _LONGEST = 80, 190  # days of a part of a year, from a quarter to a half: months head news and minutes
_CODED = re.compile(r"(?!V)[A-ZÆØÅ]{1,3}-?\d")  # "M7.0 Migrering", not "v1.2"
_KEY = "written.standings"
_LEADS = frozenset({Kind.PERIOD, Kind.STAGE, Kind.STATUS})
_FEW_WORDS = 4
_MAY_LEAD_ON = frozenset({Kind.PLAN, Kind.STAGE, Kind.PERIOD})


@dataclass(frozen=True, slots=True)
class Told:
    """A value that a heading tells of all that stands below it."""

    heading: Block
    text: str
    period: Period | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a section stands.

    `in_plan`: the document, or a heading above it, says that it is a plan. `near`: a heading within the plan says so,
    or is a period, a status or a stage. `title`: the text of the heading that says it. `shut`: a heading says that it
    is something else.
    """

    section: Section
    says: Says | None = None
    planned: bool = False  # the document says that it is a plan
    in_plan: bool = False
    near: bool = False
    shut: bool = False
    title: str = ""
    year: int = 0
    period: Told | None = None
    status: Told | None = None
    group: Told | None = None


def standings(page: Page, deck: Deck) -> list[Standing]:
    """Return every section of a page with where it stands, in reading order; made once for a page."""
    made: dict[int, list[Standing]] = deck.shared.setdefault(_KEY, {})
    if page.number not in made:
        made[page.number] = _standings(page, deck)
    return made[page.number]


def _standings(page: Page, deck: Deck) -> list[Standing]:
    root = outline(page, lambda line: _opens(line, deck.vocabulary))
    title = _document_title(root, page)
    says = read_heading(title, deck.vocabulary) if title else None
    name = PurePosixPath(deck.path).stem.replace("-", " ").replace("_", " ")
    planned = (says is not None and says.kind is Kind.PLAN) or deck.vocabulary.is_plan_heading(name)
    shut = says is not None and says.kind is Kind.APART
    start = Standing(root, says, planned, planned, shut=shut, title=title or name, year=_year(title))
    return list(_below(start, page, deck))


def _opens(line: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line above a list heads it: a phase, a period or a status, or a few words that announce a plan."""
    kind = read_heading(line, vocabulary).kind
    return kind in _LEADS or (kind is Kind.PLAN and line.endswith(":") and len(line.split()) <= _FEW_WORDS)


def _document_title(root: Section, page: Page) -> str:
    stated = next((block.text for block in page.blocks if block.group == "title"), "")
    return stated or (root.children[0].heading.text if _is_titled(root) and root.children[0].heading else "")


def _is_titled(root: Section) -> bool:
    """Tell whether a text has one heading of the first rank, above all others."""
    return len(root.children) == 1 and root.children[0].level == 1


def _below(above: Standing, page: Page, deck: Deck) -> Iterator[Standing]:
    section = above.section
    read = [read_heading(child.heading.text, deck.vocabulary) for child in section.children if child.heading]
    if any(map(is_budget_year, read)):
        read = [replace(says, part=None) for says in read]
    alike = _are_parts(read) or _are_statuses(read)
    above = _opened(above) if _are_stages(read) else above
    yield above
    titled = section.parent is None and _is_titled(section)
    for child, says in zip(section.children, read, strict=True):
        here = replace(above, section=child, says=says) if titled else _enter(above, child, says, alike, deck)
        yield from _below(here, page, deck)


def _are_parts(read: list[Says]) -> bool:
    """Tell whether several headings are quarters or the like; days and years head histories and minutes too."""
    parts = {says.text for says in read if says.kind is Kind.PERIOD and (says.part or _is_part(says.period))}
    return len(parts) >= _ALIKE


def _is_part(period: Period | None) -> bool:
    if period is None or period.start is None or period.end is None:
        return False
    return _SHORTEST <= (period.end - period.start).days <= _LONGEST


def _are_statuses(read: list[Says]) -> bool:
    return len({says.status for says in read if says.kind is Kind.STATUS}) >= _ALIKE


def _are_stages(read: list[Says]) -> bool:
    """Tell whether several headings count phases; versions head histories of releases too."""
    stages = {says.text for says in read if says.kind is Kind.STAGE}
    return sum(counted_label(text) is not None or _CODED.match(text) is not None for text in stages) >= _ALIKE


def _opened(above: Standing) -> Standing:
    """Return the standing above counted phases: a plan, unless a heading says firmly that it is something else."""
    firm = above.shut and above.says is not None and above.says.firm
    return above if firm else replace(above, in_plan=True, shut=False)


def _enter(above: Standing, section: Section, says: Says, alike: bool, deck: Deck) -> Standing:
    heading = section.heading
    assert heading is not None
    if says.kind is Kind.APART and not says.firm and above.near:
        says = replace(says, kind=Kind.NAMED)
    in_plan = above.in_plan or above.planned or (alike and not above.shut) or says.kind is Kind.PLAN
    dated = says.kind is Kind.PLAN or bool(says.period_text)
    shut = says.kind is Kind.APART or (above.shut and not (says.kind in _MAY_LEAD_ON and in_plan and dated))
    leads = says.kind in _MAY_LEAD_ON or says.kind is Kind.STATUS
    here = replace(
        above,
        section=section,
        says=says,
        in_plan=in_plan and not shut,
        shut=shut,
        near=not shut and in_plan and (above.near or leads),
        title=says.text if says.kind is Kind.PLAN else above.title,
    )
    period = says.period or in_year(says, above.year)
    if says.period_text:
        here = replace(here, period=Told(heading, says.period_text, period=period))
    if says.status is not None:
        here = replace(here, status=Told(heading, says.status_text, status=says.status))
    if says.kind is Kind.STAGE or (says.kind is Kind.NAMED and not _only_says_measures(says.text, deck.vocabulary)):
        here = replace(here, group=Told(heading, says.text))
    return replace(here, year=period.start.year) if period is not None and period.start is not None else here


def _only_says_measures(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a heading says no more than that measures stand below it: "Deliverables", "Tiltak"."""
    return vocabulary.role(text) is not None or vocabulary.header(text) == "measure"


def _year(title: str) -> int:
    found = [hit.period for hit in find_periods(title)]
    years = {p.start.year for p in found if p.start is not None}
    return years.pop() if len(years) == 1 else 0
