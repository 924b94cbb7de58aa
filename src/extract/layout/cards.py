"""What one box says: one title or several, with the facts and details that stand beside them inside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from extract.layout.items import NUMBER, split_lines
from extract.layout.meanings import Meaning, meaning_of
from extract.layout.thing import Thing, printed
from veikart.core.blocks import Block, BlockKind
from veikart.core.periods import parse_axis
from veikart.core.text import REMEMBERED, mend, words
from veikart.core.vocabulary import Vocabulary

LONGEST_TITLE = 28
"""Words that a title has at most."""
LARGER = 1.15
"""How much larger a title's letters are than those of the details below it."""
LONG_BOX = 22
"""Words in a box of several paragraphs from which the first paragraph alone is its title."""

LIST_OF_WORDS = 4
"""Paragraphs of one word each from which a box lists words."""

SEVERAL, SHORT_LINE = 3, 6
"""So many paragraphs of at most so many words, set alike, are titles of their own."""

_MARKED = 0.6  # share of the cards of a plan that are bullets
_PALER = 0.95  # size of a remark's letters, against those above it
_OVERTOPS = 1.25  # so much larger than the small line over it is the name in a box
_TEXT = 2
"""Words behind the bold beginning of a bullet from which they tell about it."""

_REMARKS = frozenset({"dependency", "note", "source", "cost", "goal"})
"""What the label before a remark says that it is: "Avhengighet: alt forutsetter …"."""
_PARTS_OF_ONE = frozenset({"problem", "need", "benefit", "goal", "background"})
"""What labels alone in a box name: parts of what is told of one measure."""
_ISSUE = re.compile(r"#\d+\s*$")
_GOES_ON = re.compile(
    r"(?:[-–,/(+&]|\b(?:og|eller|for|av|til|i|på|med|fra|frå|om|mellom|ved|som|mot|hos|under|the|of|and|or|to|in|with|on"
    r"|from|by|samt|att|och|för))$",
    re.IGNORECASE,
)
_MARK = re.compile(
    rf"^\s*(?:[•●▪■◦‣–·○✓✔➢►]|[\u2600-\u27bf\u2302\u260f\U0001f300-\U0001faff]\ufe0f?(?=\s)|-(?=\s)|{NUMBER})\s*"
)
_APART = re.compile(r"\S(?: {3,}|\t+)\S.*\S(?: {3,}|\t+)\S")  # "Budsjett 9 mill.    Eier NHN    Port 3 i mai"
_NOISE = re.compile(r"^[\W\d_]*%?$")


@dataclass(slots=True)
class Card:
    """A title in a box: the blocks and raw text of the title, and what else the box says about it."""

    blocks: tuple[Block, ...]
    title: str
    place: Thing
    facts: list[tuple[Meaning, Block]] = field(default_factory=list)
    details: tuple[Block, ...] = ()
    heading: Block | None = None
    marked: bool = False
    part: str = ""
    quarter: Block | None = None  # a part of a year that the box begins with; its year stands elsewhere


def cards_of(thing: Thing, vocabulary: Vocabulary) -> list[Card]:
    """Return the cards that a thing holds; none where it names nothing."""
    facts: list[tuple[Meaning, Block]] = []
    rest: list[Block] = []
    named, quarter = _without_quarter(thing.blocks)
    for block in named:
        said = _facts_of(block, vocabulary, thing.blocks[0]) if len(thing.blocks) > 1 else []
        if said and not (_continued(rest, block) and not _is_dated_apart(rest, block, said)):
            facts += said
        elif not _NOISE.match(mend(block.text)):
            rest.append(block)
    if not rest or _are_words(rest):
        return []
    marked = [b for b in rest if _is_marked(b)]
    if len(marked) >= 2 or (len(marked) == 1 and len(rest) == 1):
        return _list(thing, rest, facts)
    if _are_several(rest):
        return [Card((block,), block.text, thing, list(facts)) for block in rest]
    if len(lines := own_lines(rest)) > 1:
        return [Card((rest[0],), t, thing, list(facts), part=f"/{i}" if i else "") for i, t in enumerate(lines)]
    card = _single(thing, rest, facts, vocabulary)
    card.quarter = quarter
    return [card]


def _without_quarter(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Block | None]:
    """Return the paragraphs of a box without a first one that is a part of a year, as "1. kv.", and that one."""
    label = parse_axis(mend(blocks[0].text)) if len(blocks) > 1 else None
    bare = label is not None and label.part is not None and not blocks[0].marker
    return (blocks[1:], blocks[0]) if bare else (blocks, None)


def _are_words(blocks: list[Block]) -> bool:
    """Tell whether the paragraphs of a box are a list of single words, such as places: no one's name together."""
    return len(blocks) >= LIST_OF_WORDS and all(len(b.text.split()) == 1 and b.text[:1].isupper() for b in blocks)


def _facts_of(block: Block, vocabulary: Vocabulary, first: Block) -> list[tuple[Meaning, Block]]:
    """Return what a paragraph says when it, or each of its lines, is a period, owner or status.

    Below a name set as its heading one line that is a period will do: the others may be an owner nobody knows.
    """
    whole = meaning_of(printed(block), vocabulary)
    if whole:
        return [(whole, block)]
    said = [(meaning_of(line, vocabulary), block) for line in block.text.split("\n") if line.strip()]
    known = [(meaning, source) for meaning, source in said if meaning]
    dated = sum(meaning.period is not None for meaning, _ in known) == 1 and block is not first and heads(first, block)
    return known if len(said) > 1 and (len(known) == len(said) or dated) else []


def _continued(before: list[Block], block: Block) -> bool:
    """Tell whether the paragraph goes on with the one before: "Dialog med ⏎ Helse Vest" is one title."""
    if not before or block.text[:1] in "([":
        return False
    alike = (before[-1].size, before[-1].bold, before[-1].colour) == (block.size, block.bold, block.colour)
    return bool(_GOES_ON.search(before[-1].text.strip())) or (alike and _runs_on([before[-1].text, block.text]))


def _is_dated_apart(before: list[Block], block: Block, said: list[tuple[Meaning, Block]]) -> bool:
    """Tell whether a paragraph is a date in other letters and another colour: "slås av" before it is no preposition."""
    unlike = before[-1].size != block.size and before[-1].colour != block.colour
    return unlike and all(meaning.period for meaning, _ in said)


def _is_marked(block: Block) -> bool:
    return block.kind is BlockKind.BULLET or bool(block.marker) or bool(_MARK.match(block.text))


def _list(thing: Thing, blocks: list[Block], facts: list[tuple[Meaning, Block]]) -> list[Card]:
    """Return a card for each bullet; text before the first is the heading, lines without a bullet go on."""
    cards: list[Card] = []
    heading: Block | None = None
    base = min(b.level for b in blocks if _is_marked(b))
    for block in blocks:
        if _is_marked(block) and (block.level <= base or not cards):
            text = _MARK.sub("", block.text)
            title = styled_head(block, text, least=_TEXT) or text
            cards.append(Card((block,), title, thing, list(facts), marked=True, heading=heading))
        elif not cards:
            heading = block if heading is None else heading
        elif _is_marked(block):
            cards[-1].details += (block,)
        elif block.bold and not cards[-1].blocks[0].bold:
            heading = block
        elif _is_remark(cards[-1].blocks[0], block):
            cards[-1].details += (block,)
        else:
            cards[-1].blocks += (block,)
            cards[-1].title += "\n" + block.text
    return cards


def _is_remark(item: Block, block: Block) -> bool:
    """Tell whether a line without a bullet is set clearly smaller and in another colour than what stands above it."""
    return 0 < block.size < _PALER * item.size and block.colour != item.colour


def _are_several(blocks: list[Block]) -> bool:
    """Tell whether the paragraphs of a box name one thing each: set alike, short, each begun as a title or numbered.

    A title that its writer broke into paragraphs goes on in small letters, or has no more than two.
    """
    looks = {(b.size, b.bold, b.colour) for b in blocks}
    texts = [mend(b.text) for b in blocks]
    if len(blocks) < 2 or len(looks) > 1 or any(_GOES_ON.search(text) for text in texts):
        return False
    if all(_ISSUE.search(text) for text in texts):
        return True
    begun = all(text[:1].isupper() and 2 <= len(text.split()) <= SHORT_LINE for text in texts)
    return begun and len(blocks) >= SEVERAL and not any(text.endswith((".", ":", ",")) for text in texts)


def own_lines(blocks: Sequence[Block]) -> list[str]:
    """Return the lines of a box's only paragraph where each is a name of its own, broken off though there was room."""
    lines = split_lines(blocks[0]) if len(blocks) == 1 and blocks[0].text.count("\n") + 1 >= SEVERAL else []
    texts = [mend(line) for line in lines]
    begun = all(text[:1].isupper() and 2 <= len(text.split()) <= SHORT_LINE for text in texts)
    return texts if len(texts) >= SEVERAL and begun and not any(t.endswith((".", ":", ",")) for t in texts) else []


def without_remarks(cards: list[Card]) -> list[Card]:
    """Return the cards without lines on their own that are set smaller than the bullets that most others are."""
    marked = [card for card in cards if card.marked]
    if len(marked) < max(2, _MARKED * len(cards)):
        return cards
    smallest = min(card.blocks[0].size for card in marked)
    return [c for c in cards if c.marked or c.blocks[0].size >= smallest or c.blocks[0].bold]


def is_card_with_details(thing: Thing) -> bool:
    """Tell whether a box is a title with bullets about it rather than a list: its first line is set as a heading."""
    blocks = [b for b in thing.blocks if b.text.strip()]
    if len(blocks) < 2 or _is_marked(blocks[0]):
        return False
    return all(_is_marked(b) or not heads(blocks[0], b) for b in blocks[1:]) and heads(blocks[0], blocks[1])


def as_one(thing: Thing, vocabulary: Vocabulary) -> Card:
    """Return a box as one card whose first paragraph is the title, whatever bullets follow."""
    facts = [fact for b in thing.blocks[1:] for fact in _facts_of(b, vocabulary, thing.blocks[0])]
    used = {b.id for _, b in facts}
    details = tuple(b for b in thing.blocks[1:] if b.id not in used)
    return Card((thing.blocks[0],), thing.blocks[0].text, thing, facts, details)


def _single(thing: Thing, blocks: list[Block], facts: list[tuple[Meaning, Block]], vocabulary: Vocabulary) -> Card:
    """Return the one card of a box: its heading is the title and the rest details, or all of it is the title."""
    over, *rest = blocks
    if rest and over.size and rest[0].size >= _OVERTOPS * over.size and not _is_marked(rest[0]):
        card = _single(thing, rest, facts, vocabulary)  # "Release 8.2" in small letters over the name
        return replace(card, details=(over, *card.details))
    count = len(blocks)
    for i, (before, block) in enumerate(pairwise(blocks), start=1):
        if heads(before, block) or _is_marked(block) or _is_set_apart(before, block) or _is_remark(before, block):
            count = i
            break
    if count == len(blocks) > 1 and len(words(" ".join(b.text for b in blocks))) > LONG_BOX:
        count = 1
    title, details = blocks[:count], tuple(blocks[count:])
    text, more = _without_fact_lines("\n".join(b.text for b in title), title[-1], vocabulary)
    styled = styled_head(title[0], text) if len(title) == 1 else ""
    return Card(tuple(title), styled or text, thing, [*facts, *more], details)


def _is_set_apart(before: Block, block: Block) -> bool:
    """Tell whether a paragraph in other letters and another colour stands clear of the one before: a logo as text."""
    if before.box is None or block.box is None or before.colour == block.colour or before.size == block.size:
        return False
    return block.box.y0 - before.box.y1 > block.box.height / 2


def styled_head(block: Block, text: str, least: int = 3) -> str:
    """Return the bold words that begin a paragraph whose rest, `least` words or more, is plain: a title run on."""
    spans = [s for s in block.spans if s.text.strip()]
    if len(spans) < 2 or not spans[0].bold or any(s.bold for s in spans[1:]):
        return ""
    head, rest = spans[0].text.strip(), text[len(spans[0].text.rstrip()) :]
    if not (head.endswith((":", ".")) or rest.lstrip(" ").startswith((":", "–", "\n", "."))):
        return ""
    head = head.rstrip(":–-. ")
    return head if words(head) and len(words(text)) - len(words(head)) >= least else ""


def heads(first: Block, second: Block) -> bool:
    """Tell whether a paragraph is set as the heading of the next: bold over plain, or clearly larger."""
    if first.bold and not second.bold:
        return True
    return bool(first.size and second.size and first.size >= LARGER * second.size)


def _without_fact_lines(text: str, block: Block, vocabulary: Vocabulary) -> tuple[str, list[tuple[Meaning, Block]]]:
    """Take lines that are only a period, owner or status off the ends of a title."""
    lines = [line for line in text.split("\n") if line.strip()]
    facts: list[tuple[Meaning, Block]] = []
    while len(lines) > 1 and (meaning := meaning_of(lines[-1], vocabulary)):
        if _GOES_ON.search(lines[-2].strip()) and lines[-1].strip()[:1] not in "([":
            break
        if meaning.status and (lines[-1].strip()[:1] == "(" or _runs_on(lines)):
            break
        facts.insert(0, (meaning, block))
        lines.pop()
    while len(lines) > 1 and (meaning := meaning_of(lines[0], vocabulary)) and not meaning.status:
        facts.append((meaning, block))
        lines.pop(0)
    return "\n".join(lines), facts


def _runs_on(lines: list[str]) -> bool:
    """Tell whether the last line goes on with the one before: "Overføring til ordinær ⏎ drift"."""
    return lines[-1].lstrip()[:1].islower() and lines[-2].rstrip()[-1:].isalpha()


@lru_cache(maxsize=REMEMBERED)  # every pattern of drawn plans asks it of each text
def is_name(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text can name a measure: words, not too many, and not only a period, owner or status."""
    printed = mend(text)
    count = len(words(printed))
    if sum(c.isalpha() for c in printed) < 3 or count > LONGEST_TITLE:
        return False
    if printed.endswith(".") and ((count > 8 and ". " in printed) or (count > 14 and "," in printed)):
        return False
    if meaning_of(printed, vocabulary) or vocabulary.is_furniture(printed) or _APART.search(text):
        return False
    label = vocabulary.run_in(printed) if ":" in printed else None
    if vocabulary.label(printed) in _REMARKS | _PARTS_OF_ONE or (label is not None and label[0] in _REMARKS):
        return False
    # a footnote, a key, a remark
    return not printed.startswith("*") and " = " not in printed and not (printed[0] == "(" and printed[-1] == ")")
