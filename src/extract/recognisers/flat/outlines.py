"""Lists under the headings of a structured text (Markdown, Word), weighed as those of slides are."""

import re
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.items import Item, nest
from extract.recognisers.dated import dated_line
from extract.recognisers.judgement import ENOUGH, Evidence, weigh
from extract.recognisers.tables.titles import name_and_text
from extract.recognisers.values import say_period
from extract.recognisers.wording import are_stopped, is_prose, is_sentence, is_title
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.counted import heading_label, is_stage
from veikart.core.periods import find_periods
from veikart.core.records import Field
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "outline-lists"
_CONFIDENCE = 0.6
_SURE_OF_TEXT = 0.78  # in Markdown, where headings and bullets are sure and other readings guess at lost layout
_FAR = 0.5  # more evidence is asked for where only a heading further out says that it is a plan
_LEAST_HEADINGS = 2
_LEAST_ITEMS = 2
_LEAST_PERIODS = 2  # so many headings that are periods make a plan of a text
_NAMED = 0.6  # share of a list's items that are a name with sentences behind it
_NAME_AND_SENTENCES = re.compile(r"(?P<name>\S.{2,68}?)\.\s+(?P<rest>[^\W\d_a-zæøåäöü].+)$", re.DOTALL)
_NAME_AND_WORDS = re.compile(r"(?P<name>[^:]{2,50}?)\s[–—-]\s\S.+$", re.DOTALL)
_SIGNS = re.compile(r"^[^\w\s«\"“'(\[#&.-]+\s+")
"""Small pictures that a writer puts before an item."""
_MOST_NAME_WORDS, _MOST_DASHED_WORDS = 9, 4


@dataclass(slots=True)
class _Listed:
    """A run of bullets with the headings that it stands under, outermost first."""

    path: tuple[Block, ...]
    blocks: list[Block] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def items(self) -> list[Item]:
        """Return the bullets, deeper ones hung under those before them."""
        pairs = zip(self.blocks, self.texts, strict=True)
        return nest([Item([block], text, block.level, marked=True) for block, text in pairs])


def outline_lists(page: Page, deck: Deck) -> Claim | None:
    """Claim the bullets under headings that say, or whose outer headings say, that plans stand there."""
    if not has_outline(page):
        return None
    found = _lists(page)
    periods = len({listed.path[-1].id for listed in found if heading_label(mend(listed.path[-1].text))})
    claim = Claim(NAME, _SURE_OF_TEXT if deck.kind == "text" else _CONFIDENCE)
    for listed in found:
        items = _named(listed.items())
        if _are_measures(items, listed, periods, deck.vocabulary):
            _read(items, listed, deck.vocabulary, claim)
    return claim if claim.drafts else None


def has_outline(page: Page) -> bool:
    """Tell whether a page without layout has headings that its format marks."""
    return not page.laid_out and sum(b.kind is BlockKind.TITLE for b in page.blocks) >= _LEAST_HEADINGS


def _lists(page: Page) -> list[_Listed]:
    """Return the runs of bullets of a page that stand under a heading."""
    path: list[Block] = []
    found: list[_Listed] = []
    current: _Listed | None = None
    for block in page.blocks:
        if block.kind is BlockKind.TITLE:
            path = [b for b in path if b.level < block.level] + [block]
            current = None
        elif block.kind is BlockKind.BULLET and path and not block.table:
            if current is None:
                current = _Listed(tuple(path))
                found.append(current)
            current.blocks.append(block)
            current.texts.append(block.text)
        elif current is not None and block.kind is BlockKind.TEXT and not block.row and block.text.strip():
            current.texts[-1] += "\n" + block.text  # a wrapped line
        elif block.text.strip():
            current = None
    return found


def _named(items: list[Item]) -> list[Item]:
    """Return the items without drawn signs, cut after their names where most are a name and words about it."""
    for item in items:
        item.text = _SIGNS.sub("", item.text)
    return _cut(_cut(items, _NAME_AND_SENTENCES, _MOST_NAME_WORDS), _NAME_AND_WORDS, _MOST_DASHED_WORDS)


def _cut(items: list[Item], shape: re.Pattern[str], most: int) -> list[Item]:
    found = [shape.match(mend(item.text)) for item in items]
    good = [match is not None and len(match["name"].split()) <= most for match in found]
    if sum(good) < _NAMED * len(items):
        return items
    for item, match, fits in zip(items, found, good, strict=True):
        if match is not None and fits:
            item.text = match["name"]
    return items


def _are_measures(items: list[Item], listed: _Listed, periods: int, vocabulary: Vocabulary) -> bool:
    own, outer = mend(listed.path[-1].text), [mend(block.text) for block in listed.path[:-1]]
    told = next((text for text in reversed(outer) if _tells(text, vocabulary) or vocabulary.page_kind(text)), "")
    least = 1 if periods > _LEAST_PERIODS and heading_label(own) else _LEAST_ITEMS
    if len(items) < least or (told and not _tells(told, vocabulary)):
        return False
    near = _tells(own, vocabulary) or (len(outer) > 1 and bool(told) and outer[-1] == told)
    dated = heading_label(own) is not None or bool(find_periods(own))
    around = Evidence(title=told, heading=own, periods=periods)
    plain = not near and not (dated and periods >= _LEAST_PERIODS)
    return weigh(items, around, vocabulary) >= ENOUGH + (_FAR if plain else 0.0)


def _tells(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_plan_heading(text) or vocabulary.outlook(text) == 1.0


def _read(items: list[Item], listed: _Listed, vocabulary: Vocabulary, claim: Claim) -> None:
    heading = listed.path[-1]
    claim.use(heading, Use.GROUP, "heading of a list")
    stopped = are_stopped([mend(item.text) for item in items])
    for item in items:
        title, about = name_and_text(item)
        line = dated_line(title)
        title = line.rest if line is not None else title.rstrip(":")
        if not is_title(title, vocabulary) or is_prose(title, vocabulary, stopped=stopped):
            claim.use(item.blocks, Use.IGNORED, "not worded as a title")
            continue
        draft = claim.add(Draft(tuple(item.blocks), title, listing=f"{heading.id}/list"))
        draft.say(Field.DESCRIPTION, about, item.head, "run-in")
        if line is not None:
            say_period(draft, line.found.period, line.found.period.text, item.head, "line-start")
        _say_heading(draft, heading, vocabulary)
        for child in item.children:
            claim.use(child.blocks, Use.DESCRIPTION, "text about the measure")
            draft.say(Field.DESCRIPTION, mend(child.text), child.head, "sub-bullet")


def _say_heading(draft: Draft, heading: Block, vocabulary: Vocabulary) -> None:
    """Add what the list's heading says: a period, a status, or else the group."""
    text = mend(heading.text).rstrip(" :")
    label, told = heading_label(text), find_periods(text)
    status = vocabulary.status(text)
    if label is not None and not is_stage(label):
        say_period(draft, label.period, text, heading, "heading")
        return
    if status is not None:
        draft.say(Field.STATUS, status.value, heading, "heading", original=text)
        draft.say(Field.STATUS_TEXT, text, heading, "heading")
        return
    if len(told) == 1 and not draft.says(Field.PERIOD_START) and not is_sentence(text):
        say_period(draft, told[0].period, told[0].period.text, heading, "heading")
    draft.say(Field.GROUP, text, heading, "heading")
