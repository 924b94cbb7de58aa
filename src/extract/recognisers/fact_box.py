"""Fact boxes: labels such as "Prosjekteier:" with their values beside or under them, on a slide about one measure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.claims import Draft
from extract.layout.meanings import owners_of
from extract.layout.under import text_under
from extract.recognisers.lexicon import lexicon
from extract.recognisers.values import read_period, say_owners, say_period
from extract.recognisers.wording import is_sentence
from veikart.core.blocks import Block
from veikart.core.geometry import same_row
from veikart.core.people import looks_like_person
from veikart.core.records import Field
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

REACH = 0.2
"""Farthest that a value stands right of its label, as a share of the page's width."""
_TELLING = frozenset({"owner", "period", "start", "end", "status"})
_LEAST = 2
_LARGER = 1.1  # letters of a value, against those of the plain label over it


@dataclass(frozen=True, slots=True)
class Fact:
    """What a label names (owner, period, start, end, status), and the text beside or under it."""

    concept: str
    value: Block


def facts_in(blocks: Sequence[Block], vocabulary: Vocabulary, *, small_only: bool = False) -> list[Fact]:
    """Return the facts that stand beside or under labels; none where fewer than two labels have a value.

    Who helps is told only where no label names an owner. With `small_only` plain labels over larger values count alone.
    """
    placed = [b for b in blocks if b.box is not None and b.text.strip()]
    small = _small_labels(placed, vocabulary)
    if small_only:
        placed = [block for pair in small for block in pair]
    held = {value.id for _, value in small}
    below = {label.id: value for label, value in small}
    labels = [(b, "" if b.id in held else _concept(b, vocabulary)) for b in placed]
    labels = [(b, vocabulary.header(mend(b.text)) if any(b is s for s, _ in small) else c) for b, c in labels]
    values = [b for b, concept in labels if not concept]
    named = [(label, concept) for label, concept in labels if concept]
    found = [
        (label, concept, below.get(label.id) or _beside(label, values) or text_under(label, values))
        for label, concept in named
    ]
    facts = [(_helps(label), Fact(concept, value)) for label, concept, value in found if value is not None]
    facts = _plainest(_plainest(facts, "status", _is_report), "owner", _is_person)
    owned = any(fact.concept == "owner" and not helps for helps, fact in facts)
    telling = [fact for helps, fact in facts if fact.concept in _TELLING and not (owned and helps)]
    return telling if len(facts) >= _LEAST else []


def _plainest(
    facts: list[tuple[bool, Fact]], concept: str, is_other: Callable[[Fact], bool]
) -> list[tuple[bool, Fact]]:
    """Leave out what is told of the concept in another way, where it is told plainly too."""
    told = [fact for _, fact in facts if fact.concept == concept]
    if all(is_other(fact) for fact in told):
        return facts
    return [(helps, fact) for helps, fact in facts if fact.concept != concept or not is_other(fact)]


def _is_report(fact: Fact) -> bool:
    """Tell whether a box headed "Status" reports in sentences or bullets where the measure stands."""
    return bool(fact.value.marker) or is_sentence(fact.value.text)


def _is_person(fact: Fact) -> bool:
    """Tell whether a fact names who leads the work, as beside the unit that owns it."""
    return looks_like_person(mend(fact.value.text))


def _helps(label: Block) -> bool:
    """Tell whether a label names who takes part beside the owner: "Partner", "Sponsor"."""
    return lexicon().holds("tables", "helpers", mend(label.text).rstrip(" :"))


def say_facts_beside(draft: Draft, facts: Sequence[Fact], vocabulary: Vocabulary) -> None:
    """Add what a fact box says: owner, period and status."""
    told: list[tuple[str, Block]] = []
    for fact in facts:
        text = mend(fact.value.text)
        if fact.concept == "owner" and not draft.says(Field.OWNERS):
            owners = owners_of(text, vocabulary) or tuple(vocabulary.organisations_in(text))
            named = () if looks_like_person(text) else (text,)
            say_owners(draft, owners or named, text, fact.value, "fact-box")
        elif fact.concept == "status" and (status := vocabulary.status(text)) is not None:
            draft.say(Field.STATUS, status.value, fact.value, "fact-box", original=text)
            draft.say(Field.STATUS_TEXT, text, fact.value, "fact-box")
        elif fact.concept == "period":
            say_period(draft, read_period(text), text, fact.value, "fact-box")
        elif fact.concept in {"start", "end"} and (period := read_period(text)) is not None:
            name = Field.PERIOD_START if fact.concept == "start" else Field.PERIOD_END
            day = period.start_iso if fact.concept == "start" else period.end_iso
            if not draft.says(name):
                draft.say(name, day, fact.value, "fact-box", original=text)
                told.append((text, fact.value))
    if told and not draft.says(Field.PERIOD_TEXT):
        draft.say(Field.PERIOD_TEXT, " – ".join(text for text, _ in told), told[0][1], "fact-box")


def _small_labels(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[tuple[Block, Block]]:
    """Return plain labels with the value below or beside each, where that is set in bold or larger letters."""
    plain = [b for b in blocks if not b.bold and vocabulary.header(mend(b.text)) in _TELLING]
    pairs = [(label, value) for label in plain for value in (text_under(label, blocks), _beside(label, blocks))]
    found = {label.id: (label, v) for label, v in reversed(pairs) if v is not None and _stands_out(v, label)}
    return [found[label.id] for label in plain if label.id in found]


def _stands_out(value: Block, label: Block) -> bool:
    return value.bold or value.size > _LARGER * label.size > 0


def _concept(block: Block, vocabulary: Vocabulary) -> str:
    text = mend(block.text)
    return vocabulary.header(text.rstrip(" :")) if text.endswith(":") or block.bold else ""


def _beside(label: Block, blocks: Sequence[Block]) -> Block | None:
    """Return the nearest text in the row of a label, right of it."""
    own = label.box
    assert own is not None
    near = [
        (b.box.x0 - own.x1, b)
        for b in blocks
        if b is not label and b.box is not None and same_row(own, b.box) and 0 <= b.box.x0 - own.x1 <= REACH
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else None
