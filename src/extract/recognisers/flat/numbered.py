"""Measures that a document counts: "Tiltak 3: …", "Delprosjekt 2 – …", "Action 1.4 …"."""

import re
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.belonging import add_belonging
from extract.recognisers.flat.labelled import say_labelled
from extract.recognisers.flat.lines import MAX_TITLE_WORDS
from extract.recognisers.flat.paragraphs import Paragraph, below, paragraphs
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Page
from veikart.core.records import Field, Role
from veikart.core.vocabulary import Vocabulary

NAME = "numbered-measures"
_CONFIDENCE = 0.72
_KEY = "numbered"

MIN_COUNTED = 2
"""Different numbers with one word, for a document that counts its measures."""

MAX_BODY = 60
"""Paragraphs of text below a counted measure."""

_COUNTED = re.compile(
    r"^(?P<word>[^\W\d_]{4,20})\s+(?:nr\.?\s*)?(?P<number>\d{1,3}(?:\.\d{1,3})*|[A-Z])\s*(?:[:.–—-]\s*)?(?P<title>.*)$",
    re.DOTALL,
)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")


@dataclass(slots=True)
class Counted:
    """A counted measure: where its title stands and what follows."""

    paragraph: Paragraph
    word: str
    number: str
    title: str
    body: list[Paragraph] = field(default_factory=list)


def numbered_measures(page: Page, deck: Deck) -> Claim | None:
    """Take titles behind a counted word for a measure, with the text below as description."""
    found = deck.shared.get(_KEY)
    if not isinstance(found, list):
        found = _find(paragraphs(deck), deck.vocabulary)
        deck.shared[_KEY] = found
    claim = Claim(NAME, _CONFIDENCE)
    for counted in found:
        if counted.paragraph.page == page.number:
            _add(claim, counted, deck)
        for paragraph in counted.body:
            if paragraph.page == page.number:
                claim.use(paragraph.blocks, Use.DESCRIPTION, "text of a counted measure")
    return claim if claim.uses else None


def counted_word(text: str) -> bool:
    """Tell whether a text is nothing but a counted word for a measure: "Tiltak 3", "Action 1.1"."""
    match = _COUNTED.match(text.strip())
    return match is not None and not match["title"].strip() and lexicon().holds("numbered", "words", match["word"])


def counted_title(text: str) -> tuple[str, str] | None:
    """Return the counted word and the title behind it: "Tiltak 3: Felles skjema"; None where no title is counted."""
    match = _COUNTED.match(text.strip())
    if match is None or not match["title"].strip() or not lexicon().holds("numbered", "words", match["word"]):
        return None
    return match["word"], match["title"].strip()


def role_of(word: str) -> Role:
    """Return the role of what a word counts: proposals, needs, else measures."""
    if lexicon().holds("numbered", "proposals", word):
        return Role.PROPOSAL
    return Role.NEED if lexicon().holds("numbered", "needs", word) else Role.MEASURE


def _add(claim: Claim, counted: Counted, deck: Deck) -> None:
    role = role_of(counted.word)
    draft = Draft(counted.paragraph.blocks, counted.title, role, listing=f"{NAME}/{counted.word}")
    claim.add(draft)
    if counted.body:
        listed = {id(paragraph) for paragraph in add_belonging(claim, draft, counted.body, deck)}
        text = "\n".join(paragraph.text for paragraph in counted.body if id(paragraph) not in listed)
        draft.say(Field.DESCRIPTION, text, counted.body[0].blocks[0], "below-title")
        say_labelled(draft, counted.body, deck)


def _find(flow: list[Paragraph], vocabulary: Vocabulary) -> list[Counted]:
    found: list[Counted] = []
    current: Counted | None = None
    for index, paragraph in enumerate(flow):
        under = below(index, flow) if counted_word(paragraph.text) else None
        counted = _counted(paragraph, under, vocabulary)
        if counted is not None:
            torn = under is counted.paragraph and under is not flow[index + 1]  # counted boxes beside each other
            current = None if torn else counted
            found.append(counted)
        elif current is not None and (paragraph.breaks or paragraph.level or len(current.body) >= MAX_BODY):
            current = None
        elif current is not None and paragraph is not current.paragraph:
            current.body.append(paragraph)
    numbers: dict[str, set[str]] = {}
    for counted in found:
        numbers.setdefault(counted.word, set()).add(counted.number)
    return [counted for counted in found if len(numbers[counted.word]) >= MIN_COUNTED]


def _counted(paragraph: Paragraph, under: Paragraph | None, vocabulary: Vocabulary) -> Counted | None:
    match = _COUNTED.match(paragraph.text)
    if match is None or not lexicon().holds("numbered", "words", match["word"]):
        return None
    title, rest = _title_and_rest(match["title"].strip())
    if not title and under is not None and (vocabulary.header(under.text) or counted_word(under.text)):
        return None  # the first of several names of cells, whose values stand elsewhere
    if not title and under is not None and not (under.label or under.marker or under.breaks):
        title, rest = (under.text, "") if len(under.text.split()) <= MAX_TITLE_WORDS else ("", "")
        paragraph = under
    if not title or len(title.split()) > MAX_TITLE_WORDS or title[0].islower():
        return None
    body = [Paragraph(paragraph.blocks, rest, rest)] if rest else []
    return Counted(paragraph, match["word"].casefold(), match["number"], title, body)


def _title_and_rest(text: str) -> tuple[str, str]:
    """Divide a title from sentences that follow it in the same paragraph."""
    parts = _SENTENCE.split(text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""
