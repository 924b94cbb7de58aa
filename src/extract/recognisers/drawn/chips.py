"""Chips: small boxes on or beside the boxes of measures that name an owner, a period or a status."""

from collections.abc import Sequence

from extract.claims import Claim, Use
from extract.layout.meanings import Meaning
from extract.layout.owners import host_of
from extract.layout.thing import Thing
from extract.recognisers.drawn.scene import Scene
from veikart.core.blocks import Block

Fact = tuple[Meaning, Block]
"""What a chip says, and the chip."""


def chips_on(scene: Scene, boxes: Sequence[Thing], claim: Claim) -> dict[str, list[Fact]]:
    """Return what the chips on or beside each box say, by the box's id; the claim notes what they were used for."""
    said: dict[str, list[Fact]] = {box.id: [] for box in boxes}
    hosts = [(i, box.place) for i, box in enumerate(boxes)]
    for chip in scene.texts:
        meaning = scene.meaning(chip)
        number, _ = host_of(chip.place, hosts, scene.aspect) if meaning and chip.boxed else (None, False)
        if number is not None:
            said[boxes[number].id].append((meaning, chip.blocks[0]))
            claim.use(chip.all_blocks, Use.OWNER if meaning.owners else Use.PERIOD, "chip on or beside a measure")
    return said
