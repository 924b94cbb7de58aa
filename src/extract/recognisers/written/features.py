"""Headings that name measures: those of one rank in a plan that have prose below them and no lists."""

from extract.claims import Claim, Draft, Use
from extract.recognisers.wording import is_title
from extract.recognisers.written.facts import fact_lines, say_facts, say_status, say_told
from extract.recognisers.written.headings import Kind
from extract.recognisers.written.outline import Section
from extract.recognisers.written.scope import Standing
from veikart.core.records import Role
from veikart.core.vocabulary import Vocabulary

_MOST = 0.5  # share of a rank's headings that must be so
_FEATURES = 2
_MAY_NAME = frozenset({Kind.NAMED, Kind.STAGE, Kind.PLAN})


def features(family: list[Standing], above: Standing, vocabulary: Vocabulary) -> list[Standing]:
    """Return those of the sections below one heading whose headings are measures."""
    able = [here for here in family if _may_be(here, vocabulary)]
    found = _features(able, above, vocabulary)
    told = [here for here in able if above.in_plan and is_told_of(here, vocabulary)]
    stages = [here for here in able if told and here.section.is_leaf and here.says and here.says.kind is Kind.STAGE]
    return [here for here in able if here in found or here in told or here in stages]


def is_told_of(here: Standing, vocabulary: Vocabulary) -> bool:
    """Tell whether a stage is described in words above the list of its parts: it is a measure as they are."""
    says, section = here.says, here.section
    told = [block for block in section.text if not vocabulary.run_in(block.text)]
    return says is not None and says.kind is Kind.STAGE and bool(told and section.bullets) and not section.children


def _features(able: list[Standing], above: Standing, vocabulary: Vocabulary) -> list[Standing]:
    plain = [here for here in able if not _holds_items(here.section)]
    telling = [here for here in able if _tells_itself(here, vocabulary)]
    if above.in_plan and len(telling) > _MOST * len(able) and len(telling) >= _FEATURES:
        return able
    if not above.near and not (above.in_plan and _are_stages(plain)):
        return [here for here in telling if above.in_plan and here in plain]
    if len(plain) > _MOST * len(able):
        return [here for here in able if here in plain or here in telling or here.section.text]
    return [here for here in plain if here.says is not None and here.says.kind is Kind.STAGE]


def _may_be(here: Standing, vocabulary: Vocabulary) -> bool:
    says = here.says
    return (
        says is not None
        and not here.shut
        and says.kind in _MAY_NAME
        and bool(says.name)
        and here.section.level <= 6
        and is_title(says.name, vocabulary)
    )


def _holds_items(section: Section) -> bool:
    return any(part.bullets or part.has_table for part in section.walk())


def _tells_itself(here: Standing, vocabulary: Vocabulary) -> bool:
    """Tell whether a section has a status or a period of its own, as measures have."""
    says = here.says
    own = says is not None and says.kind is Kind.NAMED and bool(says.status or says.period_text)
    own = own and not here.section.children
    return own or any(concept != "owner" for concept, _, _ in fact_lines(here.section, vocabulary))


def _are_stages(plain: list[Standing]) -> bool:
    return len(plain) >= _FEATURES and all(here.says is not None and here.says.kind is Kind.STAGE for here in plain)


def add_feature(here: Standing, above: Standing, vocabulary: Vocabulary, claim: Claim) -> Draft:
    """Add the measure that a section's heading names, with what its text tells."""
    says, heading = here.says, here.section.heading
    assert says is not None
    assert heading is not None
    listing = f"{above.section.heading.id if above.section.heading else 'text'}/headings"
    draft = claim.add(Draft((heading,), says.title, Role.MEASURE, listing))
    if says.status is not None:
        say_status(draft, says.status, says.status_text, heading, "heading")
    say_facts(draft, here.section, vocabulary, claim)
    say_told(draft, here.period, above.status, above.group)
    for part in here.section.walk() if not is_told_of(here, vocabulary) else ():
        claim.use(part.body, Use.DESCRIPTION, "text about the measure in the heading")
    return draft
