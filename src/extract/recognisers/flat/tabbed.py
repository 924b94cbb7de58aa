"""Lists whose columns are set with tabs, below a heading that says that they are a plan, in Word documents."""

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.tails import Tail, tail_of
from extract.recognisers.values import say_owners, say_period
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.records import Field
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

NAME = "tabbed-lines"
_CONFIDENCE = 0.65
_LEAST, _SHARE = 3, 0.75  # so many lines of a run, and this share of them, must have columns
_HEADING = 5  # words of a heading that the format does not mark

Line = tuple[Block, int, str]
"""A line with its paragraph and its number there."""


def tabbed_lines(page: Page, deck: Deck) -> Claim | None:
    """Claim the lines of runs of paragraphs with tabs below the heading of a plan; None if there are none."""
    if page.laid_out or not any("\t" in block.text for block in page.blocks):
        return None
    claim = Claim(NAME, _CONFIDENCE)
    for heading, lines in _runs(page, deck.vocabulary):
        tails = [(line, tail_of(line[2], deck.vocabulary)) for line in lines if not _is_header(line[2], deck)]
        found = [(line, tail) for line, tail in tails if tail is not None and "\t" in line[2].strip()]
        if len(found) < max(_LEAST, _SHARE * len(tails)):
            continue
        claim.use(heading, Use.HEADING, "heading of a plan")
        for line, tail in found:
            _add(line, tail, heading, claim)
    return claim if claim.drafts else None


def _runs(page: Page, vocabulary: Vocabulary) -> list[tuple[Block, list[Line]]]:
    """Return the runs of paragraphs with tabs, each with the heading of a plan that it stands under."""
    runs: list[tuple[Block, list[Line]]] = []
    heading: Block | None = None
    current: list[Line] | None = None
    for block in page.blocks:
        if block.table or block.kind is BlockKind.TITLE or not _has_columns(block):
            current = None
            if block.kind is BlockKind.TITLE or _heads(block):
                heading = block if vocabulary.is_plan_heading(block.text) else None
        elif heading is not None:
            if current is None:
                current = []
                runs.append((heading, current))
            texts = [text for text in block.text.split("\n") if text.strip()]
            current += [(block, number, text) for number, text in enumerate(texts)]
    return runs


def _has_columns(block: Block) -> bool:
    """Tell whether most lines of a paragraph have text on both sides of a tab."""
    texts = [text.strip() for text in block.text.split("\n") if text.strip()]
    return bool(texts) and sum("\t" in text for text in texts) * 2 > len(texts)


def _heads(block: Block) -> bool:
    """Tell whether a paragraph stands like a heading: a few words, no bullet and no full stop."""
    text = mend(block.text)
    return (
        bool(text) and not block.table and not block.marker and len(text.split()) <= _HEADING and text[-1] not in ".,"
    )


def _is_header(text: str, deck: Deck) -> bool:
    """Tell whether all columns of a line are headings of columns: "Hva", "Hvem", "Når"."""
    return all(deck.vocabulary.header(part) for part in map(mend, text.split("\t")) if part)


def _add(line: Line, tail: Tail, heading: Block, claim: Claim) -> None:
    block, number, _ = line
    suffix = f"/{number}" if number else ""
    draft = claim.add(Draft((block,), tail.title, listing=f"{heading.id}/tabs", anchor_suffix=suffix))
    say_owners(draft, tail.owners, tail.owners_text, block, "line-end")
    if tail.period is not None:
        say_period(draft, tail.period, tail.period_text, block, "line-end")
    if tail.status is not None:
        draft.say(Field.STATUS, tail.status.value, block, "line-end", original=tail.status_text)
        draft.say(Field.STATUS_TEXT, tail.status_text, block, "line-end")
