"""Owners by nearness: which box a sticker, chip or dot belongs to; and short forms that a slide explains."""

import re
from collections.abc import Mapping, Sequence

from extract.deck import Deck
from veikart.core.blocks import Page
from veikart.core.geometry import Box
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary, load_vocabulary

CLOSE = 0.05
"""Farthest a sticker may stand from its box, in page heights."""
CLEARLY = 0.6
"""A box is the nearest only if the next one is farther away by this share."""
_SHORT = re.compile(r"^(?P<short>[A-ZÆØÅ][\wÆØÅæøå&.-]{0,9})\s*(?P<sign>=|[–—-]|:)\s+(?P<long>[A-ZÆØÅ][^=:\n]{3,60})$")
_LINES = re.compile(r"[\n;]|,(?=[^,=]*=)")
_KEY = "short_forms"


def host_of(
    chip: Box, hosts: Sequence[tuple[int, Box]], aspect: float, reach: float = CLOSE
) -> tuple[int | None, bool]:
    """Return the number of the box that a chip belongs to, and whether two were equally near.

    A box that holds its centre comes first, the smallest of several; then one on its row; then the nearest.
    """
    x, y = chip.middle
    holding = [(box.area, number) for number, box in hosts if box.holds(x, y) and box.area > chip.area * 0.9]
    if holding:
        return min(holding)[1], False
    near = sorted((_away(chip, box, aspect), number) for number, box in hosts)
    near = [item for item in near if item[0] <= reach]
    if not near:
        return None, False
    if len(near) > 1 and near[1][0] > 0 and near[0][0] > CLEARLY * near[1][0] and near[0][0] > 0.004:
        return None, True
    return near[0][1], False


def _away(chip: Box, box: Box, aspect: float) -> float:
    """Return the distance in page heights; half of it where the two stand on one row."""
    gap = box.gap(chip, aspect)
    beside = chip.overlap_y(box) >= 0.5 * min(chip.height, box.height)
    return gap * 0.5 if beside else gap


def short_forms(deck: Deck) -> dict[str, str]:
    """Return the organisations behind short forms that a page explains ("HX = Helse Eksempel"), codes where known.

    What the stretches before explained still holds. A form that is explained in two ways is left out.
    """
    found: dict[str, set[str]] = {}
    for page in deck.pages:
        for short, owner in _explained(page, deck.vocabulary):
            found.setdefault(short, set()).add(owner)
    known: dict[str, str] = deck.carried.setdefault(_KEY, {})
    for short, owners in found.items():
        if len(owners) == 1:
            known.setdefault(short, next(iter(owners)))
    return known


def learned(deck: Deck) -> Vocabulary:
    """Return the vocabulary with the short forms that the deck explains itself; the same one where it explains none."""
    forms = short_forms(deck)
    if all(deck.vocabulary.organisation(short) == owner for short, owner in forms.items()):
        return deck.vocabulary
    rows: dict[str, dict[str, object]] = {}
    for short, owner in forms.items():
        row = rows.setdefault(owner, {"code": owner})
        row["short"] = [*_list(row, "short"), short]
    extra = dict(deck.config.vocabulary or {})
    for given in _list(extra, "organisation"):
        assert isinstance(given, Mapping)
        row = rows.setdefault(str(given["code"]), {"code": given["code"]})
        row.update({key: [*_list(given, key), *_list(row, key)] for key in ("names", "short", "whole")})
    return load_vocabulary({**extra, "organisation": list(rows.values())})


def _list(row: Mapping[str, object], key: str) -> list[object]:
    value = row.get(key, [])
    return list(value) if isinstance(value, list | tuple) else []


def _explained(page: Page, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the short forms that a page explains: by a sign of equality, or at least two of them in another way."""
    certain: list[tuple[str, str]] = []
    likely: list[tuple[str, str]] = []
    for block in page.blocks:
        for line in _LINES.split(block.text):
            match = _SHORT.match(mend(line))
            if match is None or not _is_short(match["short"], vocabulary):
                continue
            owner = vocabulary.owner(match["long"])
            if owner:
                (certain if match["sign"] == "=" else likely).append((match["short"], owner))
    return certain + likely if certain or len(likely) > 1 else []


def _is_short(form: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a form is short for a name: mostly capitals, and no word of the genre ("Eier: Helse Vest")."""
    capitals = sum(c.isupper() for c in form)
    return capitals * 2 > len(form) and not vocabulary.header(form) and not vocabulary.label(form)
