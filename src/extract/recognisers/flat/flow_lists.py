"""Bullets below a heading that says that they are measures, in Word and on upright pages of PDF documents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.items import Item
from extract.layout.reading import is_slide
from extract.recognisers.dated import dated_line
from extract.recognisers.flat.lines import is_sentence
from extract.recognisers.flat.list_heads import chapter_of, group_of_list, period_of, role_of_list
from extract.recognisers.flat.paragraphs import Paragraph, paragraphs
from extract.recognisers.judgement import ENOUGH, Evidence, weigh
from extract.recognisers.tables.titles import name_and_text
from extract.recognisers.tails import Tail, say_tail, stated_behind, tails_of
from extract.recognisers.values import say_period
from veikart.core.blocks import Page
from veikart.core.counted import is_stage
from veikart.core.periods import AxisLabel
from veikart.core.records import Field, Role, Status
from veikart.core.text import fold, mend, words
from veikart.core.titles import parse_title

NAME = "flow-lists"
_CONFIDENCE = 0.7
_KEY = "flow-lists"

MIN_BULLETS = 2
MIN_TITLES = 0.75  # of the bullets, where the heading says more than "Tiltak"
MIN_STATED = 3  # bullets of a list that tells how far each has come
MIN_PERIODS = 2  # lists under periods that make a plan of a text
MAX_WORDS = 30
MAX_INTRO = 2
"""Paragraphs of prose between a heading and its list."""

_WORKS_ON = re.compile(
    r"\b(?:skal|vil|ska|will|shall)\b[^.:]*"
    r"\b(?:arbeid[ea]|jobbe|gjennomfør[ea]|arbeta|genomföra|work on|carry out)\b[^.:]*:$",
    re.IGNORECASE,
)
_TICKED, _OPEN = frozenset("☑☒✓✔✅"), frozenset("☐□⬜")


@dataclass(slots=True)
class FlowList:
    """A list of measures with its heading; `period` where the heading is one."""

    heading: Paragraph
    bullets: list[Paragraph]
    role: Role
    group: Paragraph | None
    period: AxisLabel | None = None
    told: bool = True  # that they are measures, by the heading or the chapter
    names: list[tuple[str, str]] = field(default_factory=list)


def flow_list(page: Page, deck: Deck) -> Claim | None:
    """Take the bullets of lists of measures, with their heading or the one above it as group."""
    if is_slide(page):
        return None
    if _KEY not in deck.shared:
        deck.shared[_KEY] = _find(paragraphs(deck), deck)
    claim = Claim(NAME, _CONFIDENCE)
    found: list[FlowList] = deck.shared[_KEY]
    for listed in found:
        if not page.laid_out or listed.heading.blocks[0].page == page.number:
            _read(listed, deck, claim)
    return claim if claim.drafts else None


def _find(flow: list[Paragraph], deck: Deck) -> list[FlowList]:
    found: list[FlowList] = []
    taken: set[str] = set()  # first bullets of lists that a heading opens, over the line that leads to them
    for index, heading in enumerate(flow):
        period, told = period_of(heading), role_of_list(flow, index, deck)
        plain = not heading.marker
        bullets = _below(flow, index) if plain or told or period is not None else []
        stated = plain and _state_how_far([paragraph.text for paragraph in bullets], deck)
        stated = stated or (bool(heading.level) and _commits(flow, index, bullets))
        role = told or (Role.MEASURE if period is not None or stated else None)
        if role is None or len(bullets) < MIN_BULLETS or bullets[0].blocks[0].id in taken:
            continue
        listed = FlowList(heading, bullets, role, group_of_list(flow, index, deck), period, names=_named(bullets))
        if period is not None:
            listed.group = chapter_of(flow, index)
        if told is None or _are_measures(listed, deck):
            listed.told = told is not None or stated
            found.append(listed)
            taken.add(bullets[0].blocks[0].id)
    periods = sum(listed.period is not None for listed in found)
    return [listed for listed in found if listed.told or _are_planned(listed, periods, deck)]


def _read(listed: FlowList, deck: Deck, claim: Claim) -> None:
    heading, group = listed.heading, listed.group
    lines = [dated_line(mend(paragraph.raw)) for paragraph in listed.bullets]
    named = [line.rest if line else name for line, (name, _) in zip(lines, listed.names, strict=True)]
    texts = ["" if line else text for line, (_, text) in zip(lines, listed.names, strict=True)]
    tails = tails_of(named, deck.vocabulary)
    behind: Sequence[Tail | None] = tails_of(texts, deck.vocabulary) if all(texts) else [None] * len(texts)
    boxes = {paragraph.marker for paragraph in listed.bullets}
    for index, paragraph in enumerate(listed.bullets):
        block, line, tail = paragraph.blocks[0], lines[index], tails[index]
        title, about = tail.title if tail is not None else named[index], texts[index]
        draft = claim.add(Draft(paragraph.blocks, title, listed.role, f"{heading.blocks[0].id}/list"))
        draft.say(Field.DESCRIPTION, about, block, "run-in")
        if line is not None:
            say_period(draft, line.found.period, line.found.period.text, block, "line-start")
        for told in (tail, behind[index]):
            if told is not None:
                say_tail(draft, told, block)
        if is_stage(listed.period):
            draft.say(Field.GROUP, heading.text.rstrip(" :"), heading.blocks[0], "heading")
        elif listed.period is not None and not draft.says(Field.PERIOD_TEXT):
            say_period(draft, listed.period.period, heading.text.rstrip(" :"), heading.blocks[0], "heading")
        if paragraph.marker in _TICKED and boxes & _OPEN:
            draft.say(Field.STATUS, Status.DONE.value, block, "tick", original=paragraph.marker)
        if group is not None and not group.is_document_title and not draft.says(Field.GROUP):
            draft.say(Field.GROUP, group.group_text.rstrip(" :"), group.blocks[0], "heading")
        _say_heading_status(draft, heading, deck)
    claim.use(heading.blocks, Use.GROUP, "heading of a list of measures")


def _say_heading_status(draft: Draft, heading: Paragraph, deck: Deck) -> None:
    """Add the status that a line leading to the list tells: "Disse tiltakene er ferdige:"."""
    told = deck.vocabulary.status_in(heading.text) if heading.text.endswith(":") and not heading.level else None
    if told is not None and not draft.says(Field.STATUS):
        draft.say(Field.STATUS, told[0].value, heading.blocks[0], "heading", original=heading.text.rstrip(" :"))
        draft.say(Field.STATUS_TEXT, told[1], heading.blocks[0], "heading")


def _below(flow: list[Paragraph], index: int) -> list[Paragraph]:
    """Return the outermost bullets below a heading, over one line that introduces them."""
    start = index + 1
    intro = MAX_INTRO if flow[index].level else 1
    while intro and start < len(flow) and _introduces(flow[start], plain=bool(flow[index].level)):
        start, intro = start + 1, intro - 1
    bullets = []
    for paragraph in flow[start:]:
        if not paragraph.marker or paragraph.level or paragraph.breaks:  # headings may be numbered
            break
        bullets.append(paragraph)
    outermost = min((p.blocks[0].level for p in bullets), default=0)
    return [p for p in bullets if p.blocks[0].level == outermost]


def _introduces(paragraph: Paragraph, *, plain: bool) -> bool:
    """Tell whether a text may stand between a heading and its list: one with a colon, or `plain` prose."""
    if paragraph.marker or paragraph.label or paragraph.level or paragraph.breaks:
        return False
    return paragraph.text.endswith(":") or (plain and (is_sentence(paragraph.text) or paragraph.text.endswith(".")))


def _named(bullets: list[Paragraph]) -> list[tuple[str, str]]:
    """Return the bullets as names and the text about each, where most of them are so: "Name. What it is."."""
    parts = [name_and_text(Item([*p.blocks], p.raw, marked=True)) for p in bullets]
    told = sum(bool(rest) for _, rest in parts)
    if told < MIN_TITLES * len(bullets):
        return [(p.raw, "") for p in bullets]
    return [(name.rstrip(". "), rest) for name, rest in parts]


def _are_measures(listed: FlowList, deck: Deck) -> bool:
    """Tell whether bullets are titles; below a heading that says nothing but "Tiltak" sentences will do."""
    names = [mend(name) for name, _ in listed.names]
    if any(len(words(name)) > MAX_WORDS or not fold(name) for name in names):
        return False
    if deck.vocabulary.role(listed.heading.text.rstrip(" :")) is not None:
        return True
    return sum(not is_sentence(name) for name in names) >= MIN_TITLES * len(names)


def _commits(flow: list[Paragraph], index: int, bullets: list[Paragraph]) -> bool:
    """Tell whether the line right above bullets says what shall be worked on, and each names it and tells about it."""
    if len(bullets) < MIN_STATED:
        return False
    first = next((n for n in range(index + 1, len(flow)) if flow[n] is bullets[0]), index + 1)
    return _WORKS_ON.search(flow[first - 1].text) is not None and all(about for _, about in _named(bullets))


def _state_how_far(texts: list[str], deck: Deck) -> bool:
    """Tell whether most bullets end in a status: "Felles journal – fullført". They are measures under any heading."""
    if len(texts) < MIN_STATED:
        return False
    vocabulary = deck.vocabulary
    told = [parse_title(text, vocabulary).status or stated_behind(text, vocabulary) for text in texts]
    return len(texts) - told.count(None) >= MIN_TITLES * len(texts)


def _are_planned(listed: FlowList, periods: int, deck: Deck) -> bool:
    """Tell whether bullets below a period are measures: one of several lists, in no chapter that tells otherwise."""
    if periods < MIN_PERIODS:
        return False
    vocabulary, chapter = deck.vocabulary, listed.group.text if listed.group is not None else ""
    if not (vocabulary.page_kind(chapter) or vocabulary.is_plan_heading(chapter) or vocabulary.outlook(chapter) == 1.0):
        chapter = ""  # "Hva skal vi gjøre?" tells neither way
    items = [Item([*p.blocks], name, marked=True) for p, (name, _) in zip(listed.bullets, listed.names, strict=True)]
    return weigh(items, Evidence(chapter, listed.heading.text, periods=periods), vocabulary) >= ENOUGH
