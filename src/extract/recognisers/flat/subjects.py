"""Pages that present one project: the title is the measure, numbered lines below it are its stages."""

import re
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.claims import draft_of, on_page, say_issuer, say_period, speaks_for
from extract.recognisers.flat.lines import is_number
from extract.recognisers.flat.lists import list_pages
from extract.recognisers.flat.pages import plan_pages
from extract.recognisers.flat.survey import Item, is_label, is_phrase, names_nothing, survey
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Page
from veikart.core.periods import Period, find_periods
from veikart.core.records import Field, Role, Status
from veikart.core.text import words

NAME = "flat-subject"
_CONFIDENCE = 0.65
_SURE_WITH_STAGES = 0.75

NEEDED = 3
"""Points that make a page's title a measure; see `_points`."""

MAX_TITLE = 14  # words
MIN_STAGES = 2
MIN_TICKS = 2
STEM = 7  # letters that two forms of a long word share
MAX_ENDING = 3

_TICK = re.compile(r"\((?:[VvXx✓✔☑√])\)\s*$")
_STAGE_HEAD = re.compile(r"^(?P<head>[^:]{3,90}?):\s")


@dataclass(slots=True)
class Subject:
    """A page about one measure."""

    title: Item
    stages: list[Item] = field(default_factory=list)
    text: list[Item] = field(default_factory=list)


def subject(page: Page, deck: Deck) -> Claim | None:
    """Take a page's title as a measure where the page is about it, with its stages as activities."""
    found = _subject(page.number, deck)
    if found is None:
        return None
    claim = Claim(NAME, _SURE_WITH_STAGES if found.stages else _CONFIDENCE)
    draft = claim.add(draft_of(found.title))
    for owner, item in _owners(found, deck):
        draft.say(
            Field.OWNERS, owner, item.first.block if item else None, "run-in" if item else "issuer", confidence=0.6
        )
    if found.stages:
        _add_stages(claim, found, deck, page.number)
    else:
        _say_plan(draft, found.text)
    told = "\n".join(item.text for item in found.text)
    if told:
        draft.say(Field.DESCRIPTION, told, found.text[0].first.block, "below-title")
    for item in found.text:
        claim.use(item.blocks, Use.DESCRIPTION, "about the measure in the page's title")
    return on_page(claim, page.number)


def _subject(number: int, deck: Deck) -> Subject | None:
    look = survey(deck)
    items = [i for i in look.pages.get(number, []) if not deck.vocabulary.is_furniture(i.text)]
    if number in plan_pages(deck) or number in list_pages(deck) or number == deck.pages[0].number or len(items) < 2:
        return None
    title = items[0]
    if not _can_be_subject(title, deck):
        return None
    stages = [item for item in items[1:] if is_number(item.marker)]
    found = Subject(title, stages if len(stages) >= MIN_STAGES else [], [i for i in items[1:] if i not in stages])
    return found if _points(found, deck) >= NEEDED else None


def _can_be_subject(title: Item, deck: Deck) -> bool:
    text, own = title.text, words(title.text)
    return (
        not title.marker
        and is_phrase(title, deck.vocabulary)
        and text[:1].isalnum() | (text[:1] in "«\"'")
        and not text.endswith(("?", "…", "..."))
        and len(own) <= MAX_TITLE
        and not names_nothing(text, deck.vocabulary)
        and not is_label(title, deck.vocabulary)
        and not deck.vocabulary.page_kind(text)
        and not deck.vocabulary.is_plan_heading(text)
    )


def _points(found: Subject, deck: Deck) -> int:
    """Weigh what speaks for a page about one measure: the plan's own words in its title, stages, project words."""
    told = " ".join(item.text for item in found.text)
    about = {word for word in words(told) if lexicon().holds("projects", "about", word)}
    points = 2 * _shares_plan_word(found.title.text, deck)
    points += 2 * (bool(found.stages) and _are_stages(found.stages))
    points += min(len(about), 2)
    return points


def _shares_plan_word(title: str, deck: Deck) -> bool:
    known = _plan_words(deck)
    own = {word for word in words(title) if len(word) > 3 and not names_nothing(word, deck.vocabulary)}
    return any(_same_word(word, other) for word in own for other in known.get(word[:STEM], ()))


def _plan_words(deck: Deck) -> dict[str, list[str]]:
    """Return the words of the measures on the deck's plans and lists, by their first letters."""
    key = "flat.plan_words"
    if key not in deck.shared:
        boxes = [item for plan in plan_pages(deck).values() for item in [*plan.boxes, *plan.bullets]]
        boxes += [item for page in list_pages(deck).values() for part in page.accepted for item in part.items]
        by_stem: dict[str, list[str]] = {}
        for word in sorted({w for item in boxes for w in words(item.text) if len(w) > 3}):
            by_stem.setdefault(word[:STEM], []).append(word)
        deck.shared[key] = by_stem
    found: dict[str, list[str]] = deck.shared[key]
    return found


def _same_word(a: str, b: str) -> bool:
    """Tell whether two words are one, or one is the other with an ending."""
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) >= STEM and long.startswith(short) and len(long) - len(short) <= MAX_ENDING)


def _are_stages(stages: list[Item]) -> bool:
    """Tell whether numbered lines are stages: dated, ticked off or put into production, not just any list."""
    told = sum(bool(_TICK.search(s.text) or find_periods(s.text) or _in_production(s.text)) for s in stages)
    return told >= MIN_STAGES


def _in_production(text: str) -> bool:
    return lexicon().found("projects", "production", text)


def _add_stages(claim: Claim, found: Subject, deck: Deck, page: int) -> None:
    ticked = sum(bool(_TICK.search(item.text)) for item in found.stages) >= MIN_TICKS
    planned = False
    for item in found.stages:
        draft = claim.add(_stage(item, page))
        period = _last_period(item)
        say_period(draft, period, item, "run-in", 0.9)
        status = deck.vocabulary.status_in(item.text)
        dated = bool(period) or _in_production(item.text)
        planned = planned or (status is not None and status[0] is Status.PLANNED)
        block = item.first.block
        if ticked and _TICK.search(item.text):
            draft.say(Field.STATUS, Status.DONE.value, block, "tick", confidence=0.9)
            draft.say(Field.STATUS_TEXT, item.text[item.text.rindex("(") :], block, "tick")
        elif planned and dated:  # stages come in order: one behind a planned one is planned too
            told = status[1] if status else item.text[-40:]
            draft.say(Field.STATUS, Status.PLANNED.value, block, "stage-order", original=told, confidence=0.7)
            draft.say(Field.STATUS_TEXT, told, block, "stage-order")
        say_issuer(draft, draft.title, deck)


def _stage(item: Item, page: int) -> Draft:
    """Make a draft whose title is what stands before the colon, from the lines that hold it."""
    match = _STAGE_HEAD.match(item.raw.replace("\n", " "))
    draft = draft_of(item, Role.ACTIVITY, f"p{page}/stages")
    if match:
        length, used = len(match["head"]), 0
        lines = []
        for line in item.lines:
            lines.append(line)
            used += len(line.text) + 1
            if used > length:
                break
        draft.title = item.raw[:length]
        draft.blocks = tuple(line.block for line in lines)
        draft.say(Field.DESCRIPTION, item.text[length + 1 :].strip(), item.first.block, "run-in")
    return draft


def _last_period(item: Item) -> Period | None:
    match = _STAGE_HEAD.match(item.text)
    found = find_periods(item.text[match.end() :] if match else item.text)
    return found[-1].period if found else None


def _say_plan(draft: Draft, text: list[Item]) -> None:
    """Take the period of the first line that speaks of planning with a date."""
    for item in text:
        found = find_periods(item.text)
        if found and lexicon().found("projects", "planning", item.text):
            period = found[0].period
            if lexicon().found("projects", "starts", item.text):  # when it ends is not told
                period = Period(period.start, None, period.text)
            say_period(draft, period, item, "run-in", 0.7)
            draft.say(Field.STATUS, Status.PLANNED.value, item.first.block, "run-in", confidence=0.7)
            draft.say(Field.STATUS_TEXT, item.text, item.first.block, "run-in")
            return


def _owners(found: Subject, deck: Deck) -> list[tuple[str, Item | None]]:
    """Return the deck's own organisation, and those of lines that tell whose the project is or who runs it."""
    owners: dict[str, Item | None] = {}
    if speaks_for(deck):
        owners[speaks_for(deck)] = None
    for item in found.text:
        if lexicon().found("projects", "owners", item.text):
            for code in deck.vocabulary.organisations_in(item.text):
                owners.setdefault(code, item)
    return list(owners.items())
