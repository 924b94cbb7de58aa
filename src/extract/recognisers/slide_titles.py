"""Slides about one measure: the title names it, the rest tells about it."""

import re
from collections import Counter

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import body_of, is_slide, page_owner, page_title, title_blocks
from extract.layout.streams import is_bulleted
from extract.recognisers.bullets import known_titles, recognise_bullets
from extract.recognisers.called import recognise_called
from extract.recognisers.fact_box import facts_in, say_facts_beside
from extract.recognisers.flat.facts import core_of, say_facts
from extract.recognisers.flat.facts import facts_in as named_facts
from extract.recognisers.judgement import about_measures, key_of
from extract.recognisers.staged import say_steps, steps_of
from extract.recognisers.tables import recognise_tables
from extract.recognisers.values import say_owners
from extract.recognisers.wording import is_number, is_question, is_sentence, is_title
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.people import looks_like_person
from veikart.core.periods import find_periods, parse_axis
from veikart.core.records import Field
from veikart.core.text import fold, mend
from veikart.core.vocabulary import Vocabulary

NAME = "slide-title"
_SURE = 0.6
_ENOUGH = 1.0
_ENOUGH_ELSEWHERE = (
    1.9  # in a deck none of whose titles says that it is a plan: lectures and minutes tell of projects too
)
_HALF_ENOUGH = 0.5  # for a slide that stands in a row of slides about a measure each
_ROW, _REACH = 2, 3  # so many of them within so many slides
_ALIKE = 2  # slides that may have one title: a measure that goes on over a second one
_KEY, _TITLES = "lists.slide_titles", "lists.slide_titles.counts"
_PROJECT = re.compile(r"\b(?:for)?(?:prosjekt|project|projekt|pilot|initiativ)\w{0,4}\b", re.IGNORECASE)
_TELLING = frozenset({"problem", "need", "benefit", "solution", "parts", "status", "period"})
_MEETING = frozenset({"decision", "agenda", "minutes"})
_OF_MEASURES = frozenset({"", "measure", "common", "regional", "need"})
_OF = re.compile(r"\w+ (?:av|of|af)\b")
_PART = re.compile(r"\(\d+\s*(?:/|av|of)\s*\d+\)|\b(?:forts|cont)\b", re.IGNORECASE)
_SHORT_NAME = 11  # characters; a single shorter word is seldom the name of a project
_MOST_WORDS = 12
_SHAPES = 12  # so many drawn shapes make the slide a figure


def recognise_slide_title(page: Page, deck: Deck) -> Claim | None:
    """Claim the title of a slide that presents one measure, with the steps of its plan; None if it does not."""
    if not is_slide(page) or page.number not in _about_measures(deck) or _is_other(page, deck):
        return None
    title, steps = title_blocks(page, deck), steps_of(page, deck)
    claim = Claim(NAME, _SURE if not steps else 0.75)
    draft = claim.add(Draft(title, "\n".join(block.text for block in title), listing=""))
    _say(draft, body_of(page, deck), page, deck, claim)
    say_steps(steps, draft, deck, claim)
    return claim


def _about_measures(deck: Deck) -> frozenset[int]:
    """Return the slides that present one measure each: by themselves, or since they stand in a row of such slides."""
    if _KEY not in deck.shared:
        weights = {page.number: _weigh(page, deck) for page in deck.pages if is_slide(page) and not page.hidden}
        enough = _ENOUGH if _is_plan(deck) else _ENOUGH_ELSEWHERE
        found = {number for number, weight in weights.items() if weight >= enough}
        grown = True
        while grown:
            more = {
                number
                for number, weight in weights.items()
                if weight >= _HALF_ENOUGH and number not in found and _near(number, found) >= _ROW
            }
            grown = bool(more)
            found |= more
        deck.shared[_KEY] = frozenset(found)
    numbers: frozenset[int] = deck.shared[_KEY]
    return numbers


def _is_plan(deck: Deck) -> bool:
    """Tell whether the title of a slide says that the deck shows a plan."""
    return any(deck.vocabulary.is_plan_heading(page_title(page, deck)) for page in deck.pages)


def _near(number: int, found: set[int]) -> int:
    return sum(abs(other - number) <= _REACH for other in found)


def _weigh(page: Page, deck: Deck) -> float:
    title, text = title_blocks(page, deck), page_title(page, deck)
    if not title or not can_be_measure(text, page, deck):
        return 0.0
    return _weight(text, body_of(page, deck), page, deck)


def can_be_measure(text: str, page: Page, deck: Deck) -> bool:
    """Tell whether a slide's title is worded as the name of a measure, and not as that of a page."""
    vocabulary = deck.vocabulary
    text = vocabulary.titles.without_number(text)  # "Prosjektkort: Felles journal"
    if page.number == deck.pages[0].number == 1 or len(text.split()) > _MOST_WORDS or not is_title(text, vocabulary):
        return False
    if is_sentence(text) or is_question(text) or (looks_like_person(text) and not _tells_facts(page, deck)):
        return False
    if vocabulary.page_kind(text) or _announces(text, vocabulary):
        return False
    first = re.split(r"[\s:]", text, maxsplit=1)[0]
    begun = vocabulary.header(first) == "start" and _OF.match(text)  # "Oppstart av felles journal"
    if vocabulary.label(text) or not (begun or vocabulary.header(first) in _OF_MEASURES):
        return False
    return _titles(deck)[fold(text)] <= _ALIKE


def _tells_facts(page: Page, deck: Deck) -> bool:
    """Tell whether a slide tells by name what measures have, as no slide about a person does."""
    facts = [fact for b in body_of(page, deck) for fact in named_facts(b.text, b, deck.vocabulary)]
    return len(core_of(facts)) > 1


def _announces(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a title says that measures stand on the page, or what comes: "Fire mål for perioden"."""
    told = vocabulary.is_plan_heading(text) or vocabulary.outlook(text) == 1.0
    return told or about_measures(text, vocabulary) >= 1.0


def _titles(deck: Deck) -> Counter[str]:
    """Return how many pages of the deck have which title; counted once."""
    if _TITLES not in deck.shared:
        deck.shared[_TITLES] = Counter(fold(page_title(page, deck)) for page in deck.pages)
    counts: Counter[str] = deck.shared[_TITLES]
    return counts


def _weight(name: str, body: list[Block], page: Page, deck: Deck) -> float:
    """Return the sum of the evidence that the slide is about the measure that its title names."""
    texts = [mend(b.text) for b in body if b.text.strip()]
    if not texts or any(b.table for b in body) or sum(parse_axis(t) is not None for t in texts) >= 3:
        return 0.0
    weight = 2.75 if steps_of(page, deck) else 0.0
    if key_of(name) in known_titles(deck, page.number):
        weight += 1.0
    if _PART.search(name) or (" " not in name and len(name) < _SHORT_NAME):
        weight -= 0.5
    if any(deck.vocabulary.page_kind(t.partition(":")[0]) in _MEETING for t in texts if ":" in t[:30]):
        weight -= 0.75
    words = sum(len(t.split()) for t in texts)
    prose = [t for t in texts if is_sentence(t) or len(t.split()) >= 5]
    weight += 0.25 if prose and words >= 15 else -0.75
    weight += _labels(texts, deck.vocabulary) + _facts(texts, deck.vocabulary)
    if sum(is_number(t) for t in texts) > 0.3 * len(texts):
        weight -= 1.5
    if sum(b.kind is BlockKind.SHAPE for b in page.blocks) > _SHAPES or sum(bool(b.group) for b in body) > _SHAPES:
        weight -= 1.0
    return weight


def _labels(texts: list[str], vocabulary: Vocabulary) -> float:
    """Return the weight of run-in labels: problem, purpose, status, benefit …"""
    found = {vocabulary.label(t.rstrip(" :")) or (vocabulary.run_in(t) or ("",))[0] for t in texts} - {""}
    return min(2.0, sum(1.0 if label in _TELLING else 0.3 for label in found))


def _facts(texts: list[str], vocabulary: Vocabulary) -> float:
    """Return the weight of what is told of a project: that it is one, where it stands, when it comes."""
    whole = " ".join(texts)
    project = bool(_PROJECT.search(whole))
    told = any(vocabulary.status_in(t) for t in texts)
    return 0.5 * project + 0.4 * told + 0.3 * bool(find_periods(whole))


def _is_other(page: Page, deck: Deck) -> bool:
    """Tell whether measures were found on the page: in lists or tables, or called so by a label."""
    for other in (recognise_tables(page, deck), recognise_bullets(page, deck), recognise_called(page, deck)):
        if other is not None and other.drafts:
            return True
    return False


def _say(draft: Draft, body: list[Block], page: Page, deck: Deck, claim: Claim) -> None:
    prose = [b for b in body if b.text.strip() and not b.table]
    claim.use(prose, Use.DESCRIPTION, "text about the slide's measure")
    if prose:
        draft.say(Field.DESCRIPTION, " ".join(mend(b.text) for b in prose), prose[0], "slide-text")
    say_facts_beside(draft, facts_in(prose, deck.vocabulary), deck.vocabulary)
    told = [fact for b in prose for fact in named_facts(b.text, b, deck.vocabulary)]
    say_facts(draft, told, deck.vocabulary, "fact-box")
    if draft.says(Field.OWNERS):
        return
    owners, source = page_owner(page, deck)
    if owners and source is not None:
        say_owners(draft, owners, source.text, source, "page-title")
        return
    if deck.issuer:
        draft.say(Field.OWNERS, deck.issuer, draft.blocks[0], "issuer", confidence=0.7)
    for block in prose:
        if is_bulleted(block) and len(block.text.split()) <= 14:
            named = deck.vocabulary.organisations_in(block.text)
            say_owners(draft, [o for o in named if o != deck.issuer], block.text, block, "slide-text")
