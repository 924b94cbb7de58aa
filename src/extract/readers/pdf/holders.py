"""Which painted area holds which text: the smallest one around its centre."""

import numpy as np

from extract.readers.pdf.model import Shape, Word

BACKGROUND = 0.9
"""An area of this much of the page, in both directions, is its background."""
THIN = 4.0
"""Points: a thinner area holds no text."""


def is_background(shape: Shape, width: float, height: float) -> bool:
    """Tell whether the shape covers the page."""
    least_width, least_height = BACKGROUND * width, BACKGROUND * height
    if shape.x1 - shape.x0 < least_width or shape.y1 - shape.y0 < least_height:
        return False  # nearly all shapes, told without cutting them at the page's edges
    wide = min(shape.x1, width) - max(shape.x0, 0.0)
    high = min(shape.y1, height) - max(shape.y0, 0.0)
    return wide >= least_width and high >= least_height


def can_hold(shape: Shape) -> bool:
    """Tell whether text may stand in the shape."""
    return (
        shape.kind not in {"line", "picture", "way"}
        and shape.width >= THIN
        and shape.height >= THIN
        and bool(shape.fill or shape.outline)
    )


def assign(words: list[Word], shapes: list[Shape], width: float, height: float) -> None:
    """Set each word's holder to the index of the smallest area around its centre, the later painted of equals."""
    usable = [i for i, s in enumerate(shapes) if can_hold(s) and not is_background(s, width, height)]
    if not usable or not words:
        for word in words:
            word.holder = -1  # what held it before may be gone
        return
    usable.sort(key=lambda i: (round(shapes[i].area, 1), -i))
    box = np.array([(s.x0, s.y0, s.x1, s.y1) for s in (shapes[i] for i in usable)])
    x = np.array([(w.x0 + w.x1) / 2 for w in words])
    y = np.array([(w.y0 + w.y1) / 2 for w in words])
    step = max(1, 2_000_000 // len(usable))
    for start in range(0, len(words), step):
        part = slice(start, start + step)
        px, py = x[part, None], y[part, None]
        inside = (box[:, 0] <= px) & (px <= box[:, 2]) & (box[:, 1] <= py) & (py <= box[:, 3])
        first = inside.argmax(axis=1)
        hit = inside[np.arange(len(first)), first]
        for word, index, found in zip(words[part], first.tolist(), hit.tolist(), strict=True):
            word.holder = usable[index] if found else -1
