"""The recogniser of written plans: section by section, headings that are measures and bullets that are."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.written.features import add_feature, features, is_told_of
from extract.recognisers.written.lists import read_list, runs_of
from extract.recognisers.written.outline import Section
from extract.recognisers.written.scope import Standing, standings
from extract.recognisers.written.signs import signs_of
from veikart.core.blocks import BlockKind, Page

NAME = "written-plan"
_SURE = 0.75
_LEAST_HEADINGS = 1


def written_plan(page: Page, deck: Deck) -> Claim | None:
    """Claim the measures of a plan that is written as headings with lists or prose below them."""
    if page.laid_out or sum(b.kind is BlockKind.TITLE for b in page.blocks) < _LEAST_HEADINGS:
        return None
    vocabulary = deck.vocabulary
    claim = Claim(NAME, _SURE)
    signs = signs_of(page, deck)
    named: dict[int, Draft] = {}
    found = standings(page, deck)
    by_parent = _families(found)
    for here in found:
        family = by_parent.get(id(here.section), [])
        for feature in features(family, here, vocabulary):
            named[id(feature.section)] = add_feature(feature, here, vocabulary, claim)
        if not here.shut and (id(here.section) not in named or is_told_of(here, vocabulary)):
            for run in runs_of(here.section):
                read_list(run, here, signs, deck, claim, named.get(id(here.section)))
    for here in found:
        if here.section.heading is not None and here.in_plan:
            claim.use(here.section.heading, Use.GROUP, "heading of the plan")
    return claim if claim.drafts else None


def _families(found: list[Standing]) -> dict[int, list[Standing]]:
    """Return the standings of the sections below each section, by the section's identity."""
    families: dict[int, list[Standing]] = {}
    for here in found:
        parent: Section | None = here.section.parent
        if parent is not None:
            families.setdefault(id(parent), []).append(here)
    return families
