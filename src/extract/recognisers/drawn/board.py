"""Boards: cards in columns (or rows) that are named by status or by organisation."""

import re
from dataclasses import replace

from extract.claims import Claim
from extract.deck import Deck
from extract.layout.axis import Axis, header_axis
from extract.layout.cards import is_name
from extract.layout.labels import label_of
from extract.layout.meanings import NOTHING, Meaning, legend_status, meaning_of, owners_of
from extract.layout.thing import Thing, turn
from extract.recognisers.drawn.gates import are_told_apart, is_other_page, mostly_names
from extract.recognisers.drawn.grid import read_grid
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import BlockKind, Page
from veikart.core.geometry import Box, same_row
from veikart.core.records import Status
from veikart.core.text import mend, words

NAME = "board"
_LONGEST = 45
_MOST_WORDS = 5  # of a heading of which a part tells the status
_LEAST_CARDS = 3
_LEAST_HEADS = 2
_ALIKE = 0.35
_SIGNS = re.compile(r"^[^\w(«\"]+(?=\w)")  # a tick or an arrow before a heading: "✔ Levert"
_STUCK = 0.3  # part of a sticker that lies on its note
_NOTE, _NOTE_HEIGHT = 0.12, 0.35  # of the page: a larger box is a panel
_ALIGNED = 0.012  # by which the edges of headings of one column differ
_PANEL = 0.2  # a heading's box that is higher is the panel of its column


def board(page: Page, deck: Deck) -> Claim | None:
    """Read the cards on a page under columns that tell a status or an owner."""
    scene = scene_of(page, deck)
    if is_other_page(scene) or is_timeline(page, deck):
        return None
    if len(_known(scene)) + len(_phases(scene)) + len(_changes(scene)) < _LEAST_HEADS:
        return None
    claims = [claim for view in (scene, scene.turn()) if (claim := _read(view)) is not None]
    return max(claims, key=lambda c: len(c.drafts)) if claims else None


def _read(scene: Scene) -> Claim | None:
    heads = _heads(scene)
    if not heads:
        return None
    row, kind = heads
    axis = header_axis(row, scene.lines, scene.texts, kind)
    if axis is None or not _has_cards(scene, axis):
        return None
    claim = scene.claim(NAME, 0.85 if kind == "status" else 0.8)
    read_grid(scene, axis, Box(0.0, axis.place.y1, 1.0, 1.0), claim)
    if len(claim.drafts) < _LEAST_CARDS or not mostly_names(claim.drafts) or not are_told_apart(claim.drafts):
        return None
    claim.problems += scene.legend.problems(scene.page.number)
    return claim


def _heads(scene: Scene) -> tuple[list[tuple[Thing, Meaning]], str] | None:
    """Return the row of headings and what they tell; columns whose heading tells nothing known are part of it."""
    known = _known(scene)
    for kind in ("status", "owner"):
        found = [(t, m) for t, m in known if (m.status if kind == "status" else m.owners)]
        phases = _phases(scene) if kind == "status" else []
        if kind == "status":
            found += [*_changes(scene), *phases]
        for first, _ in sorted(found, key=lambda pair: pair[0].place.y0):
            row = [(t, m) for t, m in found if same_row(first.place, t.place) and _set_alike(first, t)]
            if len({m.status or m.owners or m.text for _, m in row}) < 2 or _are_stickers(row, found, scene):
                continue
            if kind == "status" and len({mend(t.text) for t, _ in row}) < len(row):
                continue  # what the names beside them have come to, row by row
            if all(pair in phases for pair in row):
                continue  # the steps of one undertaking
            if _are_two_by_two([t for t, _ in row], scene):
                continue
            ids = {t.id for t, _ in row}
            others = [head for t in scene.texts if t.id not in ids and _is_like(head := _as_head(t), first)]
            full = [*row, *((t, _guess(t, kind, scene)) for t in others)]
            if len(others) <= len(row):
                return sorted(full, key=lambda pair: pair[0].place.x0), kind
    return None


def _are_two_by_two(row: list[Thing], scene: Scene) -> bool:
    """Tell whether painted headings like those of a row stand further down in the same columns: panels two by two."""
    size, bold = row[0].blocks[0].size, row[0].blocks[0].bold
    if not bold or not all(t.boxed for t in row):
        return False
    set_so = [t for t in scene.texts if t.boxed and (t.blocks[0].size, t.blocks[0].bold) == (size, bold)]
    lower = [t for t in set_so if t.place.y0 > row[0].place.y1 and t.fill]
    return all(any(_is_same_column(head.place, t.place) for t in lower) for head in row)


def _is_same_column(a: Box, b: Box) -> bool:
    return abs(a.x0 - b.x0) < _ALIGNED and abs(a.x1 - b.x1) < _ALIGNED and abs(a.height - b.height) < _ALIGNED


def _changes(scene: Scene) -> list[tuple[Thing, Meaning]]:
    """Return the headings that say what became of measures since the last time; they tell no status."""
    texts = [(t, mend(t.text)) for t in scene.texts if t.kind is not BlockKind.BULLET and len(t.blocks) == 1]
    return [(_as_head(t), Meaning(text=text)) for t, text in texts if scene.deck.vocabulary.is_change(text)]


def _phases(scene: Scene) -> list[tuple[Thing, Meaning]]:
    """Return the headings that name a phase under way: "Prosjekt" and "Innføring" between "Idé" and "Drift"."""
    texts = [(t, mend(t.text)) for t in scene.texts if t.kind is not BlockKind.BULLET and len(t.blocks) == 1]
    phases = [(t, text) for t, text in texts if lexicon().holds("boards", "phases", text)]
    named = [(t, text) for t, text in phases if not _heading_meaning(text, scene)]
    return [(_as_head(t), Meaning(status=Status.ONGOING, text=text)) for t, text in named]


def _known(scene: Scene) -> list[tuple[Thing, Meaning]]:
    """Return the short texts that tell a status, an owner or a period by themselves."""
    known: list[tuple[Thing, Meaning]] = []
    for thing in scene.texts:
        text = mend(thing.text)
        listed = thing.kind is BlockKind.BULLET and not thing.boxed  # "✔ Levert" in a box is a heading
        if len(text) <= _LONGEST and not listed and (meaning := _heading_meaning(text, scene)):
            known.append((_as_head(thing), meaning))
    return known


def _guess(head: Thing, kind: str, scene: Scene) -> Meaning:
    """Return what a heading beside known ones says: in a row of statuses the first status word in it counts."""
    text = mend(head.text)
    if kind != "status":
        return Meaning(text=text)
    now = lexicon().holds("boards", "now", text)
    return Meaning(status=Status.ONGOING if now else legend_status(text, scene.deck.vocabulary), text=text)


def _is_like(thing: Thing, head: Thing) -> bool:
    """Tell whether a thing is a heading like one that is known: in its row, set alike, short, and no year."""
    if not same_row(head.place, thing.place) or not _set_alike(head, thing) or thing.boxed != head.boxed:
        return False
    label = label_of(thing)
    return (
        (label is None or label.meaning.period is None)
        and len(mend(thing.text)) <= _LONGEST
        and any(c.isalpha() for c in thing.text)
    )


def _as_head(thing: Thing) -> Thing:
    """Return a column's panel as the heading that is written at its top."""
    return replace(thing, place=thing.ink) if thing.place.height > _PANEL else thing


def _are_stickers(row: list[tuple[Thing, Meaning]], found: list[tuple[Thing, Meaning]], scene: Scene) -> bool:
    """Tell whether the row is only one of several, or stands on notes: stickers on measures, no headings over them."""
    ids = {t.id for t, _ in row}
    names = [t for t in scene.texts if t.id not in ids and is_name(t.text, scene.deck.vocabulary)]
    stuck = [
        t for t, _ in row if any(_lies_on(t, note) for note in names if note.boxed) or _shares_panel(t, names, scene)
    ]
    if len(stuck) * 2 > len(row):
        return True
    fills = {t.fill for t, _ in row}
    more = [t for t, _ in found if t.id not in ids and _set_alike(row[0][0], t) and t.fill in fills]
    return len(more) * 2 >= len(row)


def _shares_panel(sticker: Thing, names: list[Thing], scene: Scene) -> bool:
    """Tell whether a small painted panel lies under both a chip and a name in its row."""
    if not sticker.boxed:
        return False
    grounds = [t.place for t in scene.areas] + [n.frame for n in names if n.split]
    panels = [p for p in grounds if p.area < _NOTE and p.contains(sticker.place)]
    beside = [n for n in names if same_row(*(turn(x) if scene.turned else x for x in (n.ink, sticker.place)))]
    return any(p.holds(*n.ink.middle) for p in panels for n in beside)


def _lies_on(sticker: Thing, note: Thing) -> bool:
    """Tell whether a sticker covers the edge or the middle of a larger box with other words, but no panel of many."""
    shared = sticker.place.overlap_x(note.place) * sticker.place.overlap_y(note.place)
    small = sticker.place.area < note.place.area < _NOTE and note.place.height <= _NOTE_HEIGHT
    return small and shared > _STUCK * sticker.place.area


def _heading_meaning(text: str, scene: Scene) -> Meaning:
    """Return what a heading says, or what at least half of it does: "Pågår (4)", "Vedtatt, men ikke startet"."""
    bare, vocabulary = _SIGNS.sub("", text.rstrip("0123456789() ")).strip() or text, scene.deck.vocabulary
    said = meaning_of(bare, vocabulary)
    told = None if said else vocabulary.status_in(bare)
    count = len(words(bare))
    if told is not None and count <= _MOST_WORDS and len(words(told[1])) * 2 >= count:
        return Meaning(status=told[0], text=bare)
    labelled = bool(said.owners) and not owners_of(bare, vocabulary)  # "Foreslått av KS" tells of a name above it
    return NOTHING if labelled else said


def _set_alike(a: Thing, b: Thing) -> bool:
    """Tell whether two headings are set alike: same letters, same height of their boxes."""
    sizes = a.blocks[0].size, b.blocks[0].size
    if all(sizes) and abs(sizes[0] - sizes[1]) > 0.15 * max(sizes):
        return False
    if a.boxed != b.boxed:
        return False
    bare = not a.boxed and all(sizes)  # how far a bare text reaches tells nothing
    return bare or abs(a.place.height - b.place.height) <= _ALIKE * max(a.place.height, b.place.height)


def _has_cards(scene: Scene, axis: Axis) -> bool:
    """Tell whether things with names stand under at least half of the headings."""
    below = [
        t
        for t in scene.texts
        if t.place.y0 >= axis.place.y1 - 0.02 and is_name(t.text.split("\n")[0], scene.deck.vocabulary)
    ]
    held = sum(1 for c in axis.columns if any(c.start <= t.place.middle[0] <= c.end for t in below))
    return held * 2 >= len(axis.columns)
