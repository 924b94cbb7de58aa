"""Lines that tell owners by how they are set: where some name known organisations, so do the others set like them."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.layout.cards import Card, styled_head
from extract.layout.meanings import Meaning, meaning_of
from extract.layout.thing import Thing
from veikart.core.blocks import Block
from veikart.core.people import names_body, names_role
from veikart.core.periods import parse_axis
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_KNOWN, _SHARE = 2, 0.2
"""So many lines, and this share of them, that name a known organisation or a role."""
_BELOW_TEXT = 0.5  # … where the lines stand below descriptions
_ALL_BODIES = 0.75  # of the lines, where none names a known organisation or a role
_MOST_WORDS, _MOST_ROLE = 3, 5
_CAPITALS = 2  # of a short form that begins small
_LEAST, _MOST = 3, 0.6  # so many names, and this share of them, with an owner behind a dash
_PARTS = re.compile(r",\s+|\s+[·|•/–]\s+|;\s+")


def tell_owners(lines: Sequence[str], vocabulary: Vocabulary, told: int = 0, share: float = _SHARE) -> bool:
    """Tell whether lines set alike name owners, since a share of them, and at least two, name what is known as one;
    `told` more do so.

    Words for parts of an organisation count beside a known one, or where most lines are such: services end so as well.
    """
    known = told + sum(bool(vocabulary.split_organisations(n)) or names_role(n) for n in lines)
    bodies = sum(names_body(n) and not vocabulary.split_organisations(n) and not names_role(n) for n in lines)
    least = max(_KNOWN, share * (len(lines) + told))
    return known + bodies >= (least if known else max(least, _ALL_BODIES * len(lines)))


def facts_of_lines(lines: Sequence[str], vocabulary: Vocabulary, others: Sequence[str] = ()) -> list[list[Meaning]]:
    """Return what each of the lines set alike below names says: "Stad, 2026" beside "Helse Førde, 2026–2027".

    The first words of a line that are no period and no status are an owner where several lines name a known one there;
    `others` are known owners in further lines set so.
    """
    said: list[list[Meaning]] = []
    unknown: list[str] = []
    for line in lines:
        parts = _PARTS.split(mend(line))
        meanings = [meaning_of(part, vocabulary) for part in parts]
        said.append([meaning for meaning in meanings if meaning])
        unknown.append("" if meanings[0] or not is_short_name(parts[0]) else parts[0])
    names = [text for text in unknown if text]
    known = [meaning.text for found in said for meaning in found if meaning.owners]
    if names and tell_owners([*others, *known, *names], vocabulary):
        for found, text in zip(said, unknown, strict=True):
            if text:
                found.insert(0, Meaning(owners=(text,), text=text))
    return said


def with_chips_alike(chips: Sequence[tuple[Thing, Meaning]], vocabulary: Vocabulary) -> list[tuple[Thing, Meaning]]:
    """Return the chips with those as owners that tell nothing but are set like chips that do: "HST" beside "HV IKT"."""
    owned = Counter(_chip_look(chip) for chip, meaning in chips if meaning.owners)
    look = max(owned, key=lambda known: owned[known], default=None)
    unknown = [c for c, meaning in chips if not meaning and _chip_look(c) == look and is_short_name(mend(c.text))]
    known = [mend(chip.text) for chip, meaning in chips if meaning.owners]
    if not unknown or not tell_owners([*known, *(mend(chip.text) for chip in unknown)], vocabulary):
        return list(chips)
    names = {chip.id: mend(chip.text) for chip in unknown}
    return [
        (chip, Meaning(owners=(names[chip.id],), text=names[chip.id]) if chip.id in names else meaning)
        for chip, meaning in chips
    ]


def _chip_look(chip: Thing) -> tuple[float, bool, str, float]:
    block = chip.blocks[0]
    return round(block.size, 1), block.bold, chip.shape, round(chip.place.height, 2)


def is_short_name(text: str) -> bool:
    """Tell whether a text may be the name of an owner: a few words without figures, begun as a name."""
    most = _MOST_ROLE if names_role(text) else _MOST_WORDS
    begun = text[:1].isupper() or sum(c.isupper() for c in text) >= _CAPITALS  # "eHM"
    return 0 < len(text.split()) <= most and begun and not any(c.isdigit() for c in text)


def take_owners_behind(cards: Sequence[Card], vocabulary: Vocabulary) -> list[tuple[Card, Meaning]]:
    """Take what stands behind a dash after most bold names off them, and return it as owners.

    Some of it must be known as such: "**Nytt anlegg** – innkjøp" beside "**Ny app** – Norsk helsenett".
    """
    behind = [(card, text) for card in cards if (text := _behind(card))]
    texts = [text for _, text in behind]
    if len(behind) < max(_LEAST, _MOST * len(cards)) or not tell_owners(texts, vocabulary):
        return []
    for card, text in behind:
        printed = mend(card.title)
        card.title = printed[: printed.rfind(text)].rstrip(" –—-")
    return [(c, Meaning(owners=tuple(vocabulary.split_organisations(t)) or (t,), text=t)) for c, t in behind]


def _behind(card: Card) -> str:
    """Return the few words behind the bold name of a card's only paragraph and a dash; "" where there are none."""
    text = mend(card.blocks[0].text)
    head = mend(styled_head(card.blocks[0], card.blocks[0].text, least=1)) if len(card.blocks) == 1 else ""
    rest = text[len(head) :].strip() if head and text.startswith(head) else ""
    name = rest[1:].strip() if rest[:1] in "–—-" else ""
    return name if len(name.split()) <= _MOST_WORDS and not any(c.isdigit() for c in name) else ""


def with_owner_lines(cards: Sequence[Card], vocabulary: Vocabulary) -> None:
    """Take the small line under a card's name as its owner where other cards have a known organisation there."""
    looks = Counter(_look(block) for card in cards for meaning, block in card.facts if meaning.owners)
    looks.update(_look(card.details[-1]) for card in cards if card.details and names_role(card.details[-1].text))
    if not looks:
        return
    look = max(looks, key=lambda known: looks[known])
    found = [(card, line) for card in cards if (line := _line(card, look)) is not None]
    found = [(card, line) for card, line in found if not _tells_label(line.text, vocabulary)]
    told = sum(bool(meaning.owners) and _look(block) == look for card in cards for meaning, block in card.facts)
    described = any(len(card.details) > 1 for card, _ in found)  # what stands below a text may be said of it as well
    share = _BELOW_TEXT if described else _SHARE
    if not tell_owners([line.text for _, line in found], vocabulary, told, share):
        return
    for card, line in found:
        name = mend(line.text)
        owners = tuple(vocabulary.split_organisations(name)) or (name,)
        card.facts.append((Meaning(owners=owners, text=name), line))
        card.details = tuple(block for block in card.details if block is not line)


def _tells_label(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line begins with the word for what it tells: "Eier ikke avklart"."""
    first, *rest = mend(text).split()
    return bool(vocabulary.header(first)) and bool(rest) and rest[0].islower()


def _line(card: Card, look: tuple[float, str, bool]) -> Block | None:
    """Return the one short line under a card's name that is set so, below a description set otherwise."""
    alike = [block for block in card.details if _look(block) == look]
    if _look(card.blocks[0]) == look or any(block not in alike for block in card.details[-len(alike) :]):
        return None
    names = [block for block in alike if is_short_name(mend(block.text)) and parse_axis(mend(block.text)) is None]
    return names[0] if len(names) == 1 else None


def _look(block: Block) -> tuple[float, str, bool]:
    """Return how a line is set; bold ones may be logos, each in a colour of its own."""
    return round(block.size, 1), "" if block.bold else block.colour, block.bold
