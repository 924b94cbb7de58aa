"""Entries of a legend: a patch, dot or line with a word beside it, a painted word, a sentence that names a colour."""

import re
from dataclasses import replace
from itertools import combinations

from extract.deck import Deck
from extract.layout.legend_clusters import clusters_of
from extract.layout.legend_entry import WHITE, Applies, Entry
from extract.layout.legend_keys import keys_of
from extract.layout.meanings import legend_status, owners_of
from extract.layout.thing import Thing
from extract.layout.things import things_of
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.colour import family
from veikart.core.geometry import Box, same_row
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

PATCH_WIDTH = 0.1
PATCH_HEIGHT = 0.075
REACH = 0.035
"""Largest gap between a patch and its word, as a share of the page's width."""
SAMPLE_REACH = 0.12
"""How far a sample box may stand from the patches of its row."""
MOST_ENTRIES = 9
_KINDS, _FEW_WORDS, _LOW = 2, 3, 0.75  # patches of a key of kinds, words of each, and how far down the page it begins
WORD_LENGTH = 70


_SYMBOL = re.compile(r"^[●○◉■□▪▲△▼◆◇⬤⚫★☆◼▬━⬛•]$")
_EMOJI = {
    "🟢": "#00B050",
    "🟡": "#FFC000",
    "🔴": "#FF0000",
    "🔵": "#0070C0",
    "🟠": "#ED7D31",
    "🟣": "#7030A0",
    "⚪": "#FFFFFF",
}
_ANY_EMOJI = re.compile(f"([{''.join(_EMOJI)}])")
_OF_TEXT = re.compile(r"\b(?:tekst|skrift|text|font|skrift?farge)\b", re.IGNORECASE)
_OF_OUTLINE = re.compile(r"\b(?:ramme|kant|omriss|border|outline|frame|strek|linje|line)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"^\s*(?P<colour>[^–—:=-]{3,28}?)\s*(?:\s[-–—]+\s|[:=]|\s[–—]|[–—]\s|\s(?:er|betyr|viser|markerer|indikerer|tyder|means?|is|are|shows?)\s)\s*(?P<word>\S.*)$",
    re.DOTALL,
)
_NEXT_COLOUR = re.compile(r"\s+(?=(?P<colour>\w+)\s*[:=])")
_CUT = re.compile(r"\n|;|,(?=\s)|\s\|\s|\s{3,}")
_SAMPLE = re.compile(r"[\d\s\-–→/x.]*|tekst|text|tiltak|aktivitet|navn|xx+", re.IGNORECASE)


def entries_of(page: Page, deck: Deck) -> tuple[Entry, ...]:
    """Return the entries of the legend that stands on a page, none where it has no legend."""
    things = things_of(page, deck)
    found = (
        _named_colours(things, deck.vocabulary)
        or _beside(things, deck.vocabulary)
        or _in_table(things, deck.vocabulary)
        or _keyed(page, deck)
        or _painted_words(things, deck.vocabulary)
    )
    return (*found, *_samples(found, things)) if found else ()


def _samples(entries: list[Entry], things: tuple[Thing, ...]) -> list[Entry]:
    """Return the painted boxes that stand in a row with a legend's patches: entries with their word inside."""
    held = {b.id for e in entries for b in e.blocks}
    patches = [e.blocks[0].frame for e in entries if e.applies is Applies.PATCH and e.blocks[0].frame]
    found = []
    for thing in things:
        if not thing.has_text or not thing.boxed or thing.id in held or thing.place.height > PATCH_HEIGHT:
            continue
        row = [p for p in patches if thing.place.overlap_y(p) > 0.7 * min(thing.place.height, p.height)]
        near = [p for p in row if max(p.x0 - thing.place.x1, thing.place.x0 - p.x1) < SAMPLE_REACH]
        if (
            near
            and not _is_one_of_a_row(thing, things, near)
            and all(abs(p.height - thing.place.height) < 0.6 * thing.place.height for p in near)
        ):
            found.append(Entry(thing.fill or thing.outline, mend(thing.text), None, Applies.NONE, thing.all_blocks))
    return found


def _is_one_of_a_row(thing: Thing, things: tuple[Thing, ...], patches: list[Box]) -> bool:
    """Tell whether a box has others like it on the side away from the legend: the end of an axis or of a plan's row."""
    for other in things:
        alike = other.boxed and other.has_text and (other.fill, other.outline) == (thing.fill, thing.outline)
        if alike and other is not thing and same_row(other.place, thing.place):
            between = [
                p for p in patches if min(other.place.x0, thing.place.x0) < p.x0 < max(other.place.x1, thing.place.x1)
            ]
            if not between:
                return True
    return False


def _is_heading(thing: Thing, vocabulary: Vocabulary) -> bool:
    text = mend(thing.text)
    return len(text) < 200 and vocabulary.page_kind(text.split(":", maxsplit=1)[0]) == "legend"


def _named_colours(things: tuple[Thing, ...], vocabulary: Vocabulary) -> list[Entry]:
    """Return entries such as "Grønn tekst – aktivitet startet" and "Grønt: under arbeid, gult: planlagt"."""
    entries: list[Entry] = []
    for block in (b for t in things if t.has_text and not t.blocks[0].table for b in t.blocks):
        if len(block.text) > 400 or not vocabulary.colour_word(block.text):
            continue
        for line in _CUT.split(_apart(block.text, vocabulary)):
            match = _NAMED.match(line)
            name = vocabulary.colour_word(match["colour"]) if match else ""
            if not match or not name or len(match["colour"].split()) > 3:
                continue
            colour = _printed_colour(block, line, name)
            applies = _applies(match["colour"])
            word = mend(match["word"])
            status = legend_status(word, vocabulary)
            owners = () if status else owners_of(word, vocabulary)
            entries.append(Entry(colour, word, status, applies, (block,), owners, name))
    return _with_patches(entries, things) if len(entries) >= 2 or any(e.status for e in entries) else []


def _with_patches(entries: list[Entry], things: tuple[Thing, ...]) -> list[Entry]:
    """Return the entries with the paint of the patch that stands before their words: the "blue" that is meant."""
    words = [e.blocks[0] for e in entries]
    patches: dict[str, Thing] = {}
    for patch in filter(_is_patch, things):
        block = _word_beside(patch, words)
        if block is not None and sum(w is block for w in words) == 1:
            patches.setdefault(block.id, patch)
    return [_painted_as(e, patches[e.blocks[0].id]) if e.blocks[0].id in patches else e for e in entries]


def _painted_as(entry: Entry, patch: Thing) -> Entry:
    return replace(entry, colour=_paint_of(patch), blocks=(*patch.all_blocks, *entry.blocks), edge=patch.outline)


def _apart(text: str, vocabulary: Vocabulary) -> str:
    """Break a line before each colour with a colon: "Grønt: pågår Hvitt: planlagt" are two entries."""
    return _NEXT_COLOUR.sub(lambda m: "\n" if vocabulary.colour_word(m["colour"]) else m[0], text)


def _applies(words: str) -> Applies:
    if _OF_TEXT.search(words):
        return Applies.TEXT
    return Applies.OUTLINE if _OF_OUTLINE.search(words) else Applies.ANY


def _printed_colour(block: Block, line: str, name: str) -> str:
    """Return the colour that the words are printed in where that is the colour they name."""
    for span in block.spans:
        if span.colour and family(span.colour) == name and span.text.strip() and span.text.strip() in line:
            return span.colour
    if family(block.colour) == name and name != "white":
        return block.colour
    return "#000000" if name == "black" else ""


def _beside(things: tuple[Thing, ...], vocabulary: Vocabulary) -> list[Entry]:
    """Return patches, dots, lines and sample boxes with a word at their right."""
    words = [b for t in things if t.has_text and not t.boxed and not t.blocks[0].table for b in t.blocks]
    known = {b.id for b in words}
    split = [t for t in things if t.split and t.has_text and not t.blocks[0].table]
    words += [b for t in split for b in t.blocks if b.id not in known]
    patches = sorted((t for t in things if _is_patch(t)), key=lambda t: -t.place.area)
    pairs = [pair for t in patches if (pair := _word_of(t, words, vocabulary)) is not None]
    pairs = _one_for_each_word(pairs)
    pairs += [e for b in words for e in _inline(b, vocabulary)]
    heading = bool(pairs) and any(_is_heading(t, vocabulary) for t in things)
    best: list[Entry] = []
    for cluster in clusters_of(pairs):
        good = _is_legend(cluster, heading=heading) or _explains_paint(cluster, things)
        if good and (len(cluster), any(e.status for e in cluster)) > (len(best), any(e.status for e in best)):
            best = cluster
    return best


def _in_table(things: tuple[Thing, ...], vocabulary: Vocabulary) -> list[Entry]:
    """Return the row of patches with statuses at their right that was read as the last row of the table above it."""
    words = [b for t in things if t.has_text and t.blocks[0].table for b in t.blocks if vocabulary.status(mend(b.text))]
    patches = [t for t in things if t.is_area and _is_patch(t)] if len(words) > 1 else []
    pairs = _one_for_each_word([p for t in patches if (p := _word_of(t, words, vocabulary)) is not None])
    rows = [[e for e in pairs if same_row(e.place, first.place)] for first in pairs]
    row = max(rows, key=len, default=[])
    return row if len({e.status for e in row}) > 1 and _is_legend(row, heading=False) else []


def _explains_paint(cluster: list[Entry], things: tuple[Thing, ...]) -> bool:
    """Tell whether patches in a row low on the page, with a word or two each, show colours of signs like them above:
    a key of kinds, whatever they are called."""
    places = [e.blocks[0].frame for e in cluster if e.blocks[0].frame is not None and e.applies is Applies.PATCH]
    if len(places) < max(_KINDS, len(cluster)) or len({e.colour for e in cluster}) < len(cluster):
        return False
    row = all(same_row(places[0], p) for p in places) and min(p.y0 for p in places) >= _LOW
    short = all(len(e.text.split()) <= _FEW_WORDS for e in cluster)
    if not (row and short):
        return False
    own = {e.blocks[0].id for e in cluster}
    signs = [t for t in things if t.id not in own and t.is_area and t.shape == cluster[0].blocks[0].shape]
    alike = [t for t in signs if t.place.width <= PATCH_WIDTH and t.place.y1 <= min(p.y0 for p in places)]
    return all(sum(t.fill == e.colour for t in alike) > 0 for e in cluster) and len(alike) >= len(cluster)


def _one_for_each_word(pairs: list[Entry]) -> list[Entry]:
    """Return the first entry of each word: hatching is drawn in pieces, the whole patch before them."""
    first: dict[str, Entry] = {}
    for pair in pairs:
        first.setdefault(pair.blocks[-1].id, pair)
    return list(first.values())


def _keyed(page: Page, deck: Deck) -> list[Entry]:
    """Return the entries of a key that is laid out as a table, at least two of whose words say a status."""
    found = [
        [_entry(k.colour, k.text, Applies.PATCH, k.blocks, deck.vocabulary) for k in keys]
        for keys in keys_of(page, deck)
    ]
    return next((e for e in found if sum(bool(x.status) for x in e) > 1 and _is_legend(e, heading=False)), [])


def _is_patch(thing: Thing) -> bool:
    place = thing.place
    if place.width > PATCH_WIDTH or place.height > PATCH_HEIGHT or thing.blocks[0].table:
        return False
    if thing.is_area:
        return bool(thing.fill or thing.outline)
    if thing.is_line:
        return place.width > 0.005 and place.height < 0.01
    return thing.boxed and bool(_SAMPLE.fullmatch(thing.text.strip()))


def _word_of(patch: Thing, words: list[Block], vocabulary: Vocabulary) -> Entry | None:
    """Return the entry of a patch and the text right of it on its row."""
    word = _word_beside(patch, words)
    if word is None:
        return None
    shape = patch.shape if patch.shape in {"diamond", "star", "ellipse", "line"} else ""
    applies = Applies.OUTLINE if patch.is_line else Applies.PATCH
    entry = _entry(_paint_of(patch), mend(word.text), applies, (*patch.all_blocks, word), vocabulary, shape)
    return replace(entry, edge=patch.outline)


def _word_beside(patch: Thing, words: list[Block]) -> Block | None:
    x, y = patch.place.x1, patch.place.middle[1]
    best: tuple[float, Block] | None = None
    for block in words:
        box = block.box
        if box is None or not box.y0 - 0.008 <= y <= box.y1 + 0.008:
            continue
        gap = box.x0 - x
        if -0.005 <= gap <= REACH and (best is None or gap < best[0]):
            best = (gap, block)
    return best[1] if best is not None and len(mend(best[1].text)) <= WORD_LENGTH else None


def _paint_of(patch: Thing) -> str:
    if patch.is_line or patch.fill in {"", WHITE}:
        return patch.outline or patch.fill
    return patch.fill


def _inline(block: Block, vocabulary: Vocabulary) -> list[Entry]:
    """Return the entries of a text with coloured signs in it: "● Pågår ● Planlagt"."""
    found: list[Entry] = []
    colour, text = "", ""
    spans = block.spans or ()
    pieces = [(s.text.strip(), s.colour) for s in spans] if spans else _signs(block)
    if _SYMBOL.match(block.marker) and block.marker_colour not in {"", block.colour}:
        pieces = [(block.marker, block.marker_colour), *(pieces or [(block.text, block.colour)])]
    for piece, paint in [*pieces, ("\0", "")]:
        sign = _EMOJI.get(piece) or (paint if _SYMBOL.match(piece) else "")
        if sign or piece == "\0":
            if colour and text.strip() and len(text) <= WORD_LENGTH:
                found.append(_entry(colour, mend(text), Applies.PATCH, (block,), vocabulary))
            colour, text = sign, ""
        else:
            text += " " + piece
    return found if len({e.colour for e in found}) == len(found) else []


def _signs(block: Block) -> list[tuple[str, str]]:
    if not _ANY_EMOJI.search(block.text):
        return []
    return [(piece, "") for piece in _ANY_EMOJI.split(block.text) if piece.strip()]


def _entry(
    colour: str, word: str, applies: Applies, blocks: tuple[Block, ...], vocabulary: Vocabulary, shape: str = ""
) -> Entry:
    status = legend_status(word, vocabulary) if len(word.split()) <= 9 else vocabulary.status(word)
    return Entry(colour, word, status, applies, blocks, () if status else owners_of(word, vocabulary), "", shape)


def _is_legend(cluster: list[Entry], *, heading: bool) -> bool:
    """Tell whether pairs are a legend: every colour once, and words that say a status or stand under a heading."""
    if not 1 <= len(cluster) <= MOST_ENTRIES:
        return False
    if any(a.looks_like(b) for a, b in combinations(cluster, 2)):
        return False
    known = sum(1 for e in cluster if e.status)
    if known >= 2 or (known == 1 and (heading or len(cluster) >= 2)):
        return True
    return len(cluster) >= 2 and (heading or all(e.owners for e in cluster))


def _painted_words(things: tuple[Thing, ...], vocabulary: Vocabulary) -> list[Entry]:
    """Return small painted boxes, or words in colour, that say nothing but a status and stand close together."""
    found: list[tuple[Thing, Entry]] = []
    for thing in things:
        if not thing.has_text or len(thing.blocks) > 1 or thing.blocks[0].table or thing.kind is BlockKind.TITLE:
            continue
        if thing.place.width > 0.2 or thing.place.height > 0.09:
            continue
        word = mend(thing.text)
        status = vocabulary.status(word) if len(word) <= 40 else None
        if status is None:
            continue
        painted = thing.fill or thing.outline
        colour = painted or thing.colour
        if not painted and family(colour) in {"black", "white", "grey", ""}:
            continue
        applies = Applies.PATCH if painted else Applies.ANY
        found.append((thing, Entry(colour, word, status, applies, thing.all_blocks)))
    close = [(t, e) for t, e in found if any(_close(t, o) for o, _ in found if o is not t)]
    entries = [e for _, e in close]
    if len({e.text.casefold() for e in entries}) < 2 or any(a.looks_like(b) for a, b in combinations(entries, 2)):
        return []
    if _heads_columns([t for t, _ in close], things):
        return []
    return entries


def _close(a: Thing, b: Thing) -> bool:
    row = a.place.overlap_y(b.place) > 0 and max(a.place.x0, b.place.x0) - min(a.place.x1, b.place.x1) < 0.05
    column = a.place.overlap_x(b.place) > 0 and max(a.place.y0, b.place.y0) - min(a.place.y1, b.place.y1) < 0.05
    return row or column


def _heads_columns(words: list[Thing], things: tuple[Thing, ...]) -> bool:
    """Tell whether the words are headings with cards under them, spread over the page: a board, not a legend."""
    left, right = min(t.place.x0 for t in words), max(t.place.x1 for t in words)
    if right - left < 0.5:
        return False
    below = [t for t in things if t.has_text and t.place.y0 >= max(w.place.y1 for w in words) - 0.01]
    held = sum(1 for w in words if any(w.place.x0 - 0.02 <= t.place.middle[0] <= w.place.x1 + 0.02 for t in below))
    return held * 2 >= len(words)
