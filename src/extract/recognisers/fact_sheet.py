"""Slides about one measure that tell by name who owns it, when it comes and where it stands: the title names it.

Whatever else is found on such a slide, milestones or deliveries, is part of what the title names.
"""

import re
from collections import Counter
from collections.abc import Iterable

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.legend import legend_of
from extract.layout.reading import body_of, is_slide, title_blocks
from extract.recognisers.fact_box import facts_in, say_facts_beside
from extract.recognisers.flat.descriptions import describe_measures
from extract.recognisers.flat.fact_tables import facts_of
from extract.recognisers.flat.facts import Fact as NamedFact
from extract.recognisers.flat.facts import facts_in as named_facts
from extract.recognisers.flat.facts import say_facts
from extract.recognisers.lexicon import lexicon
from extract.recognisers.slide_titles import can_be_measure
from extract.recognisers.wording import is_sentence
from veikart.core.blocks import Page
from veikart.core.people import looks_like_person
from veikart.core.periods import parse_axis
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "fact-sheet"
_SURE = 0.975  # over the steps of a chain, which may take the title for a heading
_LEAST = 2  # kinds of facts
_DATES = 2  # texts that are nothing but a period
_CASE = re.compile(
    r"^(?:(?:vedtaks|beslutnings|orienterings)?sak|case|ärende)\s*\d[\d/.-]*\s*[:–—-]\s*"
    r"(?:(?:oppstart|igangsetting|igangsetjing|godkjenning|start|approval) (?:av|of) )?",
    re.IGNORECASE,
)
"""How the title of a case begins before it names what is decided: "Sak 5: Oppstart av …"."""
_CORE = {"owner": "owner", "status": "status", "period": "period", "start": "period", "end": "period"}


def recognise_fact_sheet(page: Page, deck: Deck) -> Claim | None:
    """Claim the title of a slide with a fact box, or a small table of facts, each kind of fact told once."""
    title = title_blocks(page, deck) if is_slide(page) else []
    printed = _CASE.sub("", "\n".join(block.text for block in title))
    if not printed or not can_be_measure(mend(printed), page, deck):
        return None
    described = describe_measures(page, deck)
    if described is not None and described.drafts:
        return None
    explained = {block.id for block in legend_of(page, deck).blocks}
    body = [b for b in body_of(page, deck) if b.text.strip() and not b.table and b.id not in explained]
    axis = sum(parse_axis(mend(b.text)) is not None for b in body) > _DATES
    # Over a plan, what looks like labels heads columns.
    beside = facts_in(body, deck.vocabulary, small_only=axis)
    tabled = facts_of(page, deck)
    run_in = _without_persons([fact for b in body for fact in named_facts(b.text, b, deck.vocabulary)])
    tabled = [] if _tell_of_one(fact.concept for fact in run_in) else tabled  # then the table is of its parts
    if not _tell_of_one(
        [*(f.concept for f in beside), *(f.concept for f, _, _ in tabled), *(f.concept for f in run_in)]
    ):
        return None
    claim = Claim(NAME, _SURE)
    draft = claim.add(Draft(tuple(title), printed))
    say_facts_beside(draft, beside, deck.vocabulary)
    say_facts(draft, [*(fact for fact, _, _ in tabled), *run_in], deck.vocabulary, "fact-box")
    prose = [b for b in body if is_sentence(b.text)]
    if prose:
        draft.say(Field.DESCRIPTION, " ".join(mend(b.text) for b in prose), prose[0], "slide-text")
    told = [*(fact.value for fact in beside), *(fact.block for fact in run_in)]
    told += [block for _, *cells in tabled for cell in cells for block in cell.blocks]
    claim.use([*prose, *told], Use.DESCRIPTION, "tells about the measure in the title")
    return claim


def _without_persons(facts: list[NamedFact]) -> list[NamedFact]:
    """Leave out who leads the work, where the facts name a unit that owns it too."""
    owners = [fact for fact in facts if fact.concept == "owner"]
    if all(looks_like_person(fact.value) for fact in owners):
        return facts
    return [fact for fact in facts if fact.concept != "owner" or not looks_like_person(fact.value)]


def _tell_of_one(concepts: Iterable[str]) -> bool:
    """Tell whether the facts are of one measure: several kinds, none but start and end told twice."""
    core = Counter(concept for concept in concepts if concept in _CORE)
    return max(core.values(), default=0) == 1 and len({_CORE[concept] for concept in core}) >= _LEAST


def _is_milestone(draft: Draft) -> bool:
    groups = [s.value for s in draft.statements if s.field is Field.GROUP]
    return any(lexicon().holds("lists", "milestones", group) for group in groups)


def take_parts(shares: Iterable[tuple[Claim, list[Draft]]]) -> None:
    """Make what else was found on a slide about one measure a part of that, but for its milestones."""
    found = [(claim, drafts) for claim, drafts in shares if drafts]
    whole = next((drafts[0] for claim, drafts in found if claim.recogniser == NAME), None)
    if whole is not None:
        for _, drafts in found:
            drafts[:] = [draft for draft in drafts if not _is_milestone(draft)]
    for draft in (d for claim, drafts in found if claim.recogniser != NAME for d in drafts):
        if whole is not None and draft.parent is None:
            draft.parent = whole
            draft.role = Role.ACTIVITY if draft.role is Role.MEASURE else draft.role
