"""What chips, and lines inside a box, say about a measure, as statements."""

from collections.abc import Sequence

from extract.claims import Draft, Use
from extract.layout.axis import union
from extract.layout.lanes import Lane
from extract.layout.meanings import Meaning
from extract.recognisers.values import say_owners, say_period
from veikart.core.blocks import Block
from veikart.core.records import Field


def say_facts(draft: Draft, facts: Sequence[tuple[Meaning, Block]]) -> None:
    """Add what chips and lines in a box say; several periods are joined."""
    dated = [(m.period, m.text, b) for m, b in facts if m.period]
    joined = union(p for p, _, _ in dated if p)
    if joined is not None and not draft.says(Field.PERIOD_TEXT):
        say_period(draft, joined, " + ".join(dict.fromkeys(text for _, text, _ in dated)), dated[0][2], "caption")
    for meaning, block in facts:
        say_new_owners(draft, meaning, block, "nearness")
        if meaning.status and not draft.says(Field.STATUS):
            draft.say(Field.STATUS, meaning.status.value, block, "caption", original=meaning.text)
            draft.say(Field.STATUS_TEXT, meaning.text, block, "caption")
        if meaning.later and not meaning.period:
            draft.say(Field.PERIOD_TEXT, meaning.text, block, "caption")


def say_sign(draft: Draft, meaning: Meaning, block: Block) -> None:
    """Add what the sign on a measure says; the page's own word where that is no known status."""
    say_facts(draft, [(meaning, block)])
    if not meaning:
        draft.say(Field.STATUS_TEXT, meaning.text, block, "caption")


def say_lane(draft: Draft, lane: Lane) -> None:
    """Add the owner and the group that a lane gives to what stands in it."""
    say_owners(draft, lane.owners, lane.text, lane.label.blocks[0], "lane")
    draft.say(Field.GROUP, lane.name, lane.label.blocks[0], "lane")


def lane_use(lane: Lane) -> Use:
    """Return what a lane's label is used for."""
    return Use.GROUP if lane.name else Use.OWNER


def say_new_owners(draft: Draft, meaning: Meaning, block: Block, method: str) -> None:
    """Add owners that the draft does not have yet."""
    had = {s.value for s in draft.statements if s.field is Field.OWNERS}
    say_owners(draft, [o for o in meaning.owners if o not in had], meaning.text, block, method)


def use_of(meaning: Meaning) -> Use:
    """Return what a text with this meaning is used as."""
    if meaning.owners:
        return Use.OWNER
    if meaning.status:
        return Use.STATUS
    return Use.PERIOD if meaning else Use.DESCRIPTION
