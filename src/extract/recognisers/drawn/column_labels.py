"""What the label of a column says beside its time: the name of a stage, or how far the measures there have come."""

import re

from extract.claims import Draft
from extract.layout.axis import Column
from extract.recognisers.drawn.scene import Scene
from veikart.core.blocks import Block
from veikart.core.periods import find_periods, parse_axis
from veikart.core.records import Field
from veikart.core.text import mend

_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<gloss>[^()]+)\)$")
_COUNTS = re.compile(r"\d+\s*(?:av|of|/)\s*\d+")  # "3 av 5 tiltak er ferdig" is a remark
_METHOD = "column-heading"


def stage_name(column: Column) -> Block | None:
    """Return the paragraph of a label with several that tells no period, be it a word for a status ("Pilot")."""
    blocks = column.label.blocks if len(column.label.blocks) > 1 else ()
    named = (b for b in blocks if any(c.isalpha() for c in b.text) and not find_periods(mend(b.text)))
    return next((b for b in named if parse_axis(mend(b.text)) is None), None)


def say_gloss(draft: Draft, column: Column, scene: Scene) -> None:
    """Add the status that explains a column without dates: "Nå (pågår)", or "Nå: pågår. Neste: planlagt." elsewhere."""
    if column.meaning.period is not None or draft.says(Field.STATUS):
        return
    label = mend(column.label.text)
    bracketed = _IN_BRACKETS.match(label)
    told = bracketed["gloss"] if bracketed else label if column.meaning.status is not None else ""
    glosses = [(told, column.label.blocks[0])] if told else _explained(label, scene)
    for gloss, source in glosses:
        status = scene.deck.vocabulary.key_status(gloss)
        inside = scene.deck.vocabulary.status_in(gloss) if not _COUNTS.search(gloss) else None
        found = inside if status is None else (status, gloss)
        if found is not None:
            draft.say(Field.STATUS, found[0].value, source, _METHOD, original=gloss)
            draft.say(Field.STATUS_TEXT, label if told else f"{label} = {gloss}", source, _METHOD)
            return


def _explained(label: str, scene: Scene) -> list[tuple[str, Block]]:
    """Return what texts of the page say behind a label and a colon."""
    meant = re.compile(rf"(?:^|[.;,|]\s*){re.escape(label)}\s*[:=]\s*(?P<gloss>[^.;|:=]+)", re.IGNORECASE)
    found = [(meant.search(mend(b.text)), b) for t in scene.texts for b in t.blocks if ":" in b.text or "=" in b.text]
    return [(match["gloss"].strip(), block) for match, block in found if match is not None]
