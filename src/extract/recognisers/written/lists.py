"""Lists of a written plan: which of them name measures, and the drafts of their items."""

import re
from dataclasses import dataclass, field, replace

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.items import Item, nest
from extract.recognisers.judgement import ENOUGH, Evidence, weigh
from extract.recognisers.values import say_period
from extract.recognisers.wording import is_label, is_mark, is_number, is_question
from extract.recognisers.written.entries import Entry, Signs, read_entry
from extract.recognisers.written.facts import say_status, say_told
from extract.recognisers.written.headings import Kind, Says, read_heading
from extract.recognisers.written.outline import Section
from extract.recognisers.written.scope import Standing, Told
from veikart.core.blocks import Block, BlockKind
from veikart.core.records import Field, Role
from veikart.core.text import fold, mend
from veikart.core.vocabulary import Vocabulary

_TWO_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!]\s+[^\W\d_a-zæøåäöüéèñ]")
_MOST_WORDS = 45
_CLAUSE = 12  # words of an item in small letters from which it goes on with a sentence
_LONG = 25  # words of an average item from which a list is text, where only the document says that it is a plan
_PROSE = 0.5  # share of a list's items that read as text
_LEADS = frozenset({Kind.PERIOD, Kind.STAGE, Kind.STATUS})
_CHILDREN = 2


@dataclass(slots=True)
class Run:
    """Bullets that follow each other, with the paragraph in front of them."""

    lead: Block | None
    bullets: list[Block] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def items(self) -> list[Item]:
        """Return the bullets, deeper ones hung under those before them."""
        pairs = zip(self.bullets, self.texts, strict=True)
        return nest([Item([block], text, block.level, marked=True) for block, text in pairs])


def runs_of(section: Section) -> list[Run]:
    """Return the lists of a section's own body; paragraphs inside an item do not end a list."""
    found: list[Run] = []
    lead: Block | None = None
    open_run = False
    for block in section.body:
        if block.kind is BlockKind.BULLET:
            if not open_run:
                found.append(Run(lead))
                open_run = True
            found[-1].bullets.append(block)
            found[-1].texts.append(block.text)
        elif not (block.kind is BlockKind.TEXT and block.level):
            open_run, lead = False, block if block.kind is BlockKind.TEXT else None
    return found


def read_list(run: Run, here: Standing, signs: Signs, deck: Deck, claim: Claim, stage: Draft | None = None) -> None:
    """Add the measures that a list of a section names; they are parts of the stage that its heading is, if any."""
    first = len(claim.drafts)
    items, vocabulary = run.items(), deck.vocabulary
    if not here.in_plan or _is_about_else(run, vocabulary) or not _are_measures(items, here, signs, vocabulary):
        return
    listing = f"{run.bullets[0].id}/list"
    for item in items:
        _read(item, here, listing, signs, vocabulary, claim)
    for draft in claim.drafts[first:]:
        draft.parent = draft.parent or stage


def _read(item: Item, here: Standing, listing: str, signs: Signs, vocabulary: Vocabulary, claim: Claim) -> None:
    entry = read_entry(item, vocabulary, signs)
    heads = _heads_others(item, entry, vocabulary)
    if heads is not None:
        claim.use(item.blocks, Use.GROUP, "item over a list of measures")
        inner = _entered(here, item.head, heads)
        for child in item.children:
            _read(child, inner, f"{item.head.id}/list", signs, vocabulary, claim)
        return
    if not _can_be_title(entry, vocabulary):
        claim.use(item.blocks, Use.IGNORED, "not worded as a title")
        return
    draft = claim.add(Draft(tuple(item.blocks), entry.title, Role.MEASURE, listing))
    if entry.dated is not None:
        say_period(draft, entry.dated.found.period, entry.dated.found.period.text, item.head, "line-start")
    if entry.status_text:
        say_status(draft, entry.status, entry.status_text, item.head, "tag")
    draft.say(Field.DESCRIPTION, entry.about, item.head, "run-in")
    say_told(draft, here.period, here.status, here.group)
    for child in item.children:
        claim.use(child.blocks, Use.DESCRIPTION, "text about the measure")
        draft.say(Field.DESCRIPTION, mend(child.text), child.head, "sub-bullet")


def _heads_others(item: Item, entry: Entry, vocabulary: Vocabulary) -> Says | None:
    """Return what an item says that is the heading of those below it rather than a measure; None for others."""
    if not item.children:
        return None
    says = read_heading(entry.title, vocabulary)
    boxed = sum(child.head.marker in {"☐", "☑"} for child in item.children)
    announces = mend(item.text).endswith(":") and len(item.children) >= _CHILDREN and not entry.boxed
    if says.kind in _LEADS or (boxed * 2 > len(item.children) and not entry.boxed) or announces:
        return None if says.kind is Kind.APART else says
    return None


def _entered(here: Standing, head: Block, says: Says) -> Standing:
    """Return the standing below an item that heads others."""
    period = Told(head, says.period_text, period=says.period) if says.period_text else here.period
    status = Told(head, says.status_text, status=says.status) if says.status is not None else here.status
    group = Told(head, says.text) if says.kind in {Kind.NAMED, Kind.STAGE, Kind.PLAN} else here.group
    return replace(here, says=says, near=True, period=period, status=status, group=group)


def _is_about_else(run: Run, vocabulary: Vocabulary) -> bool:
    """Tell whether the line in front of a list says that it lists something else than measures."""
    if run.lead is None:
        return False
    last = mend(run.lead.text.rpartition("\n")[2])
    if not last.endswith(":"):
        return False
    return read_heading(last, vocabulary).kind is Kind.APART or is_question(last)


def _are_measures(items: list[Item], here: Standing, signs: Signs, vocabulary: Vocabulary) -> bool:
    entries = [read_entry(item, vocabulary, signs) for item in items]
    if any(entry.boxed for entry in entries) or any(c.head.marker in {"☐", "☑"} for i in items for c in i.children):
        return True
    asking = sum(is_question(entry.title) for entry in entries)
    if asking * 2 > len(items):
        return False
    if sum(entry.title[:1].islower() and len(entry.title.split()) >= _CLAUSE for entry in entries) * 2 > len(items):
        return False  # the rest of a sentence each
    if here.near:
        return sum(_can_be_title(e, vocabulary) for e in entries) > _PROSE * len(entries)
    if sum(bool(_TWO_SENTENCES.search(entry.about)) for entry in entries) * 2 >= len(entries):
        return False  # running text with bold beginnings
    if sum(len(item.text.split()) for item in items) > _LONG * len(items):
        return False
    own = here.says.text if here.says is not None and here.section.heading is not None else ""
    around = Evidence(title=here.title, heading="" if own == here.title else own)
    return weigh(items, around, vocabulary) >= ENOUGH


def _can_be_title(entry: Entry, vocabulary: Vocabulary) -> bool:
    """Tell whether a bullet of a plan names something: words, though they may be many, and no label or question."""
    text = entry.title
    if not fold(text) or is_mark(text) or is_number(text) or len(text.split()) > _MOST_WORDS:
        return False
    if text.startswith(("http", "www.", "¿")) or "?" in text[-2:]:
        return False
    return not is_label(text, vocabulary) and not vocabulary.label(text)
