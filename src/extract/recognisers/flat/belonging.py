"""Lists of measures inside a description: the bullets below "Tilhørende tiltak" belong to the need described above."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.lines import is_sentence, is_stub
from extract.recognisers.flat.paragraphs import Paragraph
from veikart.core.records import Role
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_MOST_WORDS = 9


def belonging(body: list[Paragraph], vocabulary: Vocabulary) -> tuple[Paragraph | None, list[Paragraph]]:
    """Return the line in a description that calls what stands below it measures, and the bullets below that line.

    Bullets of which one is prose say what is done rather than name it: none.
    """
    for index, head in enumerate(body):
        if head.rest or head.marker or vocabulary.role(mend(head.text).rstrip(" :")) is not Role.MEASURE:
            continue
        bullets: list[Paragraph] = []
        for paragraph in body[index + 1 :]:
            if not paragraph.marker or paragraph.breaks:
                break
            bullets.append(paragraph)
        if bullets and not any(_is_prose(p.text) or is_stub(p.text) for p in bullets):
            return head, bullets
    return None, []


def _is_prose(text: str) -> bool:
    """Tell whether a bullet is a sentence by more than a verb in it: "Melding når saken er vurdert" is a name."""
    return is_sentence(text) and (text.endswith((".", "!", "?")) or len(text.split()) > _MOST_WORDS)


def add_belonging(claim: Claim, owner: Draft, body: list[Paragraph], deck: Deck) -> list[Paragraph]:
    """Add the measures that a description lists, with the described need as parent; return their paragraphs."""
    head, bullets = belonging(body, deck.vocabulary)
    if head is None:
        return []
    if len(head.text.split()) > 1:  # "Tilhørende tiltak": what is described is not itself called a measure
        owner.role = Role.NEED
    for bullet in bullets:
        draft = claim.add(Draft(bullet.blocks, bullet.raw, Role.MEASURE, f"{head.blocks[0].id}/belonging"))
        draft.parent = owner
    claim.use(head.blocks, Use.HEADING, "heading of a list of measures")
    return bullets
