"""Text that is not seen: painted in the colour of what lies under it."""

from extract.readers.pdf.model import Shape, Word

CLOSE = 10
"""Colours whose parts differ by no more are one to the eye."""


def blend_in(words: list[Word], shapes: list[Shape]) -> set[int]:
    """Return the indices of words painted in the colour of the ground under them.

    Text over pictures and over areas without a single colour counts as seen.
    """
    unseen: set[int] = set()
    grounds = [s for s in shapes if s.kind == "picture" or (s.fill and s.kind != "line")]
    for index, word in enumerate(words):
        if word.holder < 0 and word.style.colour < "#F0":
            continue
        if word.holder >= 0 and not _alike(word.style.colour, shapes[word.holder].fill or "#FFFFFF"):
            continue
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        ground = next((s for s in reversed(grounds) if s.holds(x, y)), None)
        colour = "#FFFFFF" if ground is None else ground.fill
        if _alike(word.style.colour, colour):
            unseen.add(index)
    return unseen


def _alike(a: str, b: str) -> bool:
    if len(a) != 7 or len(b) != 7:
        return False
    return all(abs(int(a[i : i + 2], 16) - int(b[i : i + 2], 16)) <= CLOSE for i in (1, 3, 5))
