"""What a page's title tells of all measures on it ("Leveranser i 2026", "Forslag til vurdering"), where nothing else
on the page tells it."""

import re
from collections.abc import Sequence

from extract.claims import Draft
from extract.deck import Deck
from extract.layout.reading import page_title, title_blocks
from extract.recognisers.judgement import about_measures
from extract.recognisers.values import say_period
from veikart.core.blocks import Page
from veikart.core.periods import FoundPeriod, find_periods
from veikart.core.records import Field
from veikart.core.vocabulary import Vocabulary

_IN = re.compile(r"\b(?:i|for|in|im|under|during)\s+$", re.IGNORECASE)
_NAMED = re.compile(r"(?P<last>[^\W\d_][\w-]*)[\s,:–—(|]*$")
_OTHER = frozenset(
    {"per", "pr", "mot", "siden", "sidan", "since", "fra", "frå", "from", "til", "till", "to", "by", "innen", "innan"}
    | {"etter", "efter", "after", "før", "before", "og", "and", "och", "budsjett", "budget", "versjon", "utkast", "of"}
    | {
        "oppdatert",
        "revidert",
        "vedtatt",
        "vedteke",
        "vedtatte",
        "status",
        "rapport",
        "workshop",
        "verksted",
        "verkstad",
    }
    | {"møte", "møtet", "samling", "updated", "revised", "adopted", "report", "meeting", "uppdaterad", "opdateret"}
    | {"veikart", "vegkart", "roadmap", "strategi", "strategy", "handlingsplan", "temaplan", "utviklingsplan"}
)
"""Words before a year at the end of a title that make it another time than that of the measures."""
_SENT_IN = re.compile(
    r"\b(?:meldte?|spilte?|sendte?)\s+inn\b|\binn(?:meldt|kom|sendt)|\breceived\b|\bsubmitted\b", re.IGNORECASE
)
_SURE = 0.75  # of the title being about measures
_LONGEST = 366
"""Days of a period that says when all of a page's measures are due; a longer one is the plan's horizon."""


def date_by_title(drafts: Sequence[Draft], page: Page, deck: Deck) -> None:
    """Date the drafts of a page by its title, where the title tells a year or less and nothing else is dated."""
    title = page_title(page, deck) if drafts and page.width else ""
    found = find_periods(title) if title else []
    if len(found) != 1 or not _tells_when(title, found[0]):
        return
    if not _dates_measures(title, drafts, deck):
        return
    period = found[0].period
    if period.start is None or period.end is None or (period.end - period.start).days > _LONGEST:
        return
    heading = title_blocks(page, deck)
    own = {block.id for block in heading}
    if any(d.says(Field.PERIOD_TEXT) or find_periods(d.title) or d.blocks[0].id in own for d in drafts):
        return
    for draft in drafts:
        say_period(draft, period, period.text, heading[0] if heading else None, "page-title")


def _tells_when(title: str, found: FoundPeriod) -> bool:
    """Tell whether a title says "in" its period, or ends in it right behind a name: "Arbeidsplan 2026"."""
    before, after = title[: found.start], title[found.end :]
    if _IN.search(before):
        return not (_SENT_IN.search(before) and not before.rstrip().endswith("for"))  # when it was sent in
    named = _NAMED.search(before)
    last = named["last"].casefold() if named is not None else ""
    return not after.strip(" ).") and bool(last) and last not in _OTHER and not _SENT_IN.search(before)


def state_by_title(drafts: Sequence[Draft], page: Page, deck: Deck) -> None:
    """Give the drafts of a page the one status that its title tells of measures, where no status stands on it."""
    title = page_title(page, deck) if drafts and page.width else ""
    told = deck.vocabulary.status_in(title) if title else None
    if told is None or not _heads_title(told[1], title, deck.vocabulary):
        return
    if deck.vocabulary.theme(title) or about_measures(title, deck.vocabulary) < _SURE:
        return
    heading = title_blocks(page, deck)
    own = {block.id for block in heading}
    stated = (d.says(Field.STATUS) or d.says(Field.STATUS_TEXT) or deck.vocabulary.status_in(d.title) for d in drafts)
    if any(stated) or any(d.blocks[0].id in own for d in drafts):
        return
    for draft in drafts:
        source = heading[0] if heading else None
        draft.say(Field.STATUS, told[0].value, source, "page-title", original=told[1])
        draft.say(Field.STATUS_TEXT, told[1], source, "page-title")


_AND = re.compile(r"\s*(?:og|and|och|eller|or|/|,)\s", re.IGNORECASE)
_IS = re.compile(r"\b(?:er|are|is|är|blir)$", re.IGNORECASE)


def _heads_title(status: str, title: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a status begins a title, or stands behind the word for measures, and no other one follows."""
    before, found, after = title.casefold().partition(status.casefold())
    says = _IS.search(f"{before} {found.split(maxsplit=1)[0]}") if found else None  # "Åtte forslag er til vurdering"
    says = says or _IS.search(before.strip())
    alone = not before.strip() or vocabulary.header(before.strip()) == "measure" or says is not None
    return bool(found) and alone and not (_AND.match(after) and vocabulary.status_in(after))


def _dates_measures(title: str, drafts: Sequence[Draft], deck: Deck) -> bool:
    """Tell whether the title's period is that of the measures, not the time of a report or of the proposing."""
    vocabulary = deck.vocabulary
    if vocabulary.theme(title) or any(d.says(Field.STATUS) for d in drafts):
        return False
    return vocabulary.outlook(title) == 1.0 or about_measures(title, vocabulary) >= _SURE
