"""Gauges: bars or thermometers that are filled as far as each measure has come, each with its share in per cent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.captions import captions_of
from extract.layout.cards import is_name
from extract.layout.thing import Thing
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import say_paint
from extract.recognisers.judgement import about_measures
from extract.recognisers.lexicon import lexicon
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.geometry import Box, same_row
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "gauges"
_LEAST = 3
_SURE = 0.75  # of the page's title being about measures
_SHARE = re.compile(r"(100|\d{1,2})\s?%")
_LONG = 3  # times as long as thick, at least
_NEAR = 0.05  # from a share to its gauge and from a gauge to its name, in page heights
_AS_SAID = 0.12  # by which the filled part may differ from the share that is printed
_SLACK = 0.01
_THICK = 0.4  # of the gauge's thickness that its filling has


@dataclass(frozen=True, slots=True)
class _Gauge:
    """A track with its share, and what fills it; None where nothing does."""

    place: Box
    share: Thing
    filling: Thing | None


def gauges(page: Page, deck: Deck) -> Claim | None:
    """Read the names of gauges on a page whose title or legend says that they show how far measures have come."""
    scene = scene_of(page, deck)
    shares = [t for t in scene.texts if _SHARE.fullmatch(mend(t.text))]
    if len(shares) < _LEAST or is_other_page(scene) or not _tells_progress(scene):
        return None
    found = [gauge for share in shares if (gauge := _gauge(share, scene)) is not None]
    named = _named(found, scene)
    if len(found) < len(shares) or len({name.id for name, _ in named}) < len(shares):
        return None
    names = [name for name, _ in named]
    if any(lexicon().begins("figures", "counted", mend(name.text)) for name in names):
        return None
    claim = scene.claim(NAME, 0.8)
    captions = captions_of(names, [t for t in scene.texts if t not in names], scene.meaning)
    for name, gauge in named:
        draft = Draft(name.blocks, name.text, Role.MEASURE, f"p{page.number}/gauges")
        said = captions.get(name.id, [])
        say_facts(draft, [(meaning, other.blocks[0]) for other, meaning in said])
        claim.use([b for other, _ in said for b in other.all_blocks], Use.STATUS, "caption of a measure")
        if gauge.filling is not None:
            say_paint(draft, gauge.filling, scene.legend, deck.vocabulary, mark=gauge.filling)
            claim.use(gauge.filling.all_blocks, Use.STATUS, "how far a measure has come")
        if not draft.says(Field.STATUS_TEXT):
            draft.say(Field.STATUS_TEXT, mend(gauge.share.text), gauge.share.blocks[0], "caption")
        claim.use(gauge.share.all_blocks, Use.STATUS, "how far a measure has come")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        claim.add(draft)
    return claim if mostly_names(claim.drafts) else None


def _tells_progress(scene: Scene) -> bool:
    vocabulary = scene.deck.vocabulary
    told = vocabulary.theme(scene.title) == "progress" or about_measures(scene.title, vocabulary) >= _SURE
    return told or (scene.legend.own and scene.legend.tells_status)


def _gauge(share: Thing, scene: Scene) -> _Gauge | None:
    """Return the gauge that a share stands in, on or beside; None where none is filled as far as it says."""
    painted = (*scene.areas, *([share] if share.boxed else []))  # a share may be printed on what fills the gauge
    behind = [b.frame for b in share.paint if b.frame]  # … which may cover nearly all of it
    drawn = [place for place in (*(t.place for t in painted), *behind) if _is_long(place, scene.aspect)]
    near = [(round(place.gap(share.place, scene.aspect), 3), -place.area, place) for place in drawn]
    near = sorted(n for n in near if n[0] <= _NEAR)
    if not near:
        return None
    track = near[0][2]
    inner = [t for t in painted if _fills(t.place, track)]
    smaller = [t for t in inner if t.place.area < track.area] or inner[1:]  # without the track itself
    filling = max(smaller, key=lambda t: t.place.area, default=None)
    part = _part(filling.place, track) if filling is not None else 0.0
    said = int(mend(share.text).rstrip("% ")) / 100
    if filling is None and said == 1 and inner:
        filling, part = inner[0], 1.0  # filled up, the track is covered
    return _Gauge(track, share, filling) if abs(part - said) <= _AS_SAID else None


def _is_long(place: Box, aspect: float) -> bool:
    wide, high = place.width * aspect, place.height
    return max(wide, high) >= _LONG * min(wide, high) > 0


def _fills(inner: Box, track: Box) -> bool:
    """Tell whether an area lies along a track, nearly as thick."""
    if not track.contains(inner, _SLACK):
        return False
    across = track.width >= track.height
    return inner.height >= _THICK * track.height if across else inner.width >= _THICK * track.width


def _part(inner: Box, track: Box) -> float:
    across = track.width >= track.height
    return inner.width / track.width if across else inner.height / track.height


def _named(found: Sequence[_Gauge], scene: Scene) -> list[tuple[Thing, _Gauge]]:
    """Return each gauge with the name in its row, else the nearest above or below it."""
    names = [t for t in scene.texts if is_name(t.text, scene.deck.vocabulary)]
    pairs = []
    for gauge in found:
        row = [t for t in names if same_row(t.ink, gauge.place) and t.ink.x1 <= gauge.place.x0 + _SLACK]
        around = gauge.place.union(gauge.share.place)
        near = [(t.ink.gap(around, scene.aspect), t) for t in names if t.ink.overlap_x(around) > 0]
        near = [pair for pair in near if pair[0] <= _NEAR]
        name = row[0] if len(row) == 1 else min(near, key=lambda pair: pair[0])[1] if near else None
        if name is not None:
            pairs.append((name, gauge))
    return pairs
