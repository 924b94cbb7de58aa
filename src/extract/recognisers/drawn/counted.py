"""Labels that only count the stages that other texts name: "Trinn 1", "Trinn 2", "Trinn 3"."""

import re
from collections.abc import Sequence

from extract.layout.cards import cards_of
from extract.layout.thing import Thing
from extract.recognisers.drawn.scene import Scene
from veikart.core.text import mend

_LEAST = 3
_COUNTED = re.compile(r"(?P<word>[^\W\d]+)\s+(?P<number>\d{1,2})$")


def counted_labels(scene: Scene, things: Sequence[Thing]) -> list[Thing]:
    """Return the things that are one word with 1, 2, 3 …, each over or beside a text that says what comes then."""
    named = [(cards[0].title, t) for t in things if (cards := cards_of(t, scene.deck.vocabulary))]
    found = [(m["word"].casefold(), int(m["number"]), t) for name, t in named if (m := _COUNTED.match(mend(name)))]
    labels = [t for _, _, t in found]
    words, numbers = {word for word, _, _ in found}, sorted(number for _, number, _ in found)
    if len(found) < _LEAST or len(words) > 1 or numbers != list(range(1, len(found) + 1)):
        return []
    others = [t for t in scene.texts if t not in labels and t.place.y0 > min(o.place.y0 for o in labels)]
    return labels if all(any(t.place.overlap_x(o.place) > 0 for o in others) for t in labels) else []
