"""What lines such as "Status: …" below a heading, and the heading itself, tell of the measure that it names."""

import re

from extract.claims import Claim, Draft, Use
from extract.recognisers.values import say_owners, say_period
from extract.recognisers.written.outline import Section
from extract.recognisers.written.scope import Told
from veikart.core.blocks import Block
from veikart.core.periods import find_periods
from veikart.core.records import Field, Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_FACTS = frozenset({"status", "period", "owner"})
_FIRST_WORDS = 3
_TICK = re.compile(r"[✅✔☑✓]")


def fact_lines(section: Section, vocabulary: Vocabulary) -> list[tuple[str, str, Block]]:
    """Return the facts that the lines of a section's own text tell: concept, value, block."""
    found = []
    for block in section.text:
        for line in block.text.split("\n"):
            told = vocabulary.run_in(line.strip(" *_"))
            if told is not None and told[0] in _FACTS and told[2]:
                found.append((told[0], mend(told[2]), block))
    return found


def say_facts(draft: Draft, section: Section, vocabulary: Vocabulary, claim: Claim) -> None:
    """Add the facts and the text of a section to the measure that its heading names."""
    for concept, value, block in fact_lines(section, vocabulary):
        if concept == "status":
            say_status(draft, status_of(value, vocabulary), value, block, "run-in")
        elif concept == "owner":
            say_owners(draft, vocabulary.split_organisations(value), value, block, "run-in")
        elif found := find_periods(value):
            say_period(draft, found[0].period, value, block, "run-in")
    claim.use(section.text, Use.DESCRIPTION, "text about the measure in the heading")
    text = "\n".join(block.text for block in section.text)
    if text:
        draft.say(Field.DESCRIPTION, mend(text), section.text[0], "run-in")


def status_of(value: str, vocabulary: Vocabulary) -> Status | None:
    """Return the status that a value tells: all of it, words in it, or the words it begins with."""
    if (whole := vocabulary.status(value)) is not None:
        return whole
    if (inside := vocabulary.status_in(value)) is not None:
        return inside[0]
    words = value.split()
    for count in range(min(_FIRST_WORDS, len(words)), 0, -1):
        if (first := vocabulary.status(" ".join(words[:count]).rstrip(",.;:"))) is not None:
            return first
    return Status.DONE if _TICK.search(value) else None


def say_status(draft: Draft, status: Status | None, text: str, block: Block, method: str) -> None:
    """Add a status; words that tell none that is known are kept as its text."""
    if draft.says(Field.STATUS) or draft.says(Field.STATUS_TEXT):
        return
    if status is not None:
        draft.say(Field.STATUS, status.value, block, method, original=text)
    draft.say(Field.STATUS_TEXT, text, block, method)


def say_told(draft: Draft, period: Told | None, status: Told | None, group: Told | None) -> None:
    """Add what the headings above tell, where nothing nearer told it."""
    known = draft.says(Field.PERIOD_START) or draft.says(Field.PERIOD_END) or draft.says(Field.PERIOD_TEXT)
    if period is not None and not known:
        say_period(draft, period.period, period.text, period.heading, "heading")
    if status is not None:
        say_status(draft, status.status, status.text, status.heading, "heading")
    if group is not None and not draft.says(Field.GROUP):
        draft.say(Field.GROUP, group.text, group.heading, "heading")
