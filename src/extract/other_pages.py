"""What a page may be although a recogniser reads it as a plan: dates of meetings, a history, steps of a process, levels
of a scale, phases of one project, months of nobody's year.

The question is put to every claim alike, whichever way of drawing its recogniser looks for.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.claims import Claim, Draft, Use
from extract.recognisers.lexicon import lexicon
from veikart.core.periods import parse_axis
from veikart.core.records import Field, Role
from veikart.core.text import fold, mend, words
from veikart.core.vocabulary import Vocabulary

_TABLES = "tables"
"""The recogniser whose items have a heading of their own that says what they are."""
_LEAST_LEVELS, _FEWEST, _LEAST = 2, 3, 4
_MOST = 0.6
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:\.\s?(?:1[0-2]|0?[1-9])\.?|[./](?:1[0-2]|0?[1-9])|\.)?\s+(?=[^\W\d])")
"""A day of a month before a name: "22.1. Produktråd", "14 Beredning"."""
_REPEATED = 0.75
"""Names among the items from which no more than these differ: bodies that meet again and again."""
_LONG_AGO = 10
"""Years that a history spans at least."""
_ENDS = frozenset({Field.PERIOD_START, Field.PERIOD_END})
_COUNTED = re.compile(r"(?P<word>[^\W\d_]+)\s*\d+\b[\s.:–-]*(?P<rest>.*)")
_AND = re.compile(r"\s+(?:og|och|and|&)\s+|[/,]")
_FIELDS = frozenset({Field.PERIOD_START, Field.PERIOD_END, Field.STATUS, Field.OWNERS})


def without_other_pages(claim: Claim, title: str, vocabulary: Vocabulary) -> Claim:
    """Return the claim, or one without drafts where they all are of another kind of page with this title."""
    kind = _kind(claim, title, vocabulary)
    if not kind:
        return claim
    uses = {block: (Use.IGNORED, kind) if use is Use.RECORD else (use, why) for block, (use, why) in claim.uses.items()}
    return replace(claim, drafts=[], links=[], uses=uses)


def _kind(claim: Claim, title: str, vocabulary: Vocabulary) -> str:
    drafts = claim.drafts
    shared = len(_owners(drafts)) > 1  # the items are several organisations' own: no series of one thing
    planned = vocabulary.is_plan_heading(title) or vocabulary.outlook(title) > 0
    tabled = claim.recogniser == _TABLES
    if len(drafts) >= _LEAST_LEVELS and not shared and _are_levels(drafts):
        return "levels of a scale"
    if len(drafts) >= _FEWEST and not shared and _are_phases(drafts):
        return "phases of one project"
    if len(drafts) < _LEAST:
        return ""
    found = {
        "dates of meetings": _are_meetings(drafts) or (not shared and _meet_on_days(drafts)),
        "steps of a process": _are_steps(drafts, title),
        "a history": not planned and _are_history(drafts),
        "months of no year": not planned and not tabled and _are_in_months(drafts),
    }
    return next((kind for kind, is_so in found.items() if is_so), "")


def _owners(drafts: Sequence[Draft]) -> set[str]:
    return {s.value for draft in drafts for s in draft.statements if s.field is Field.OWNERS}


def _are_meetings(drafts: Sequence[Draft]) -> bool:
    """Tell whether most lines are a day and what meets then, with the same names again and again."""
    lines = [mend(line) for draft in drafts for line in draft.title.split("\n")]
    dated = [line for line in lines if _DAY.match(line)]
    if len(dated) < _MOST * len(lines):
        return False
    return len({fold(_DAY.sub("", line, count=1)) for line in dated}) <= _REPEATED * len(dated)


def _meet_on_days(drafts: Sequence[Draft]) -> bool:
    """Tell whether most items are on one day each, with the same names again and again."""
    on_days = [draft for draft in drafts if len({s.value for s in draft.statements if s.field in _ENDS}) == 1]
    on_days = [draft for draft in on_days if all(draft.says(field) for field in _ENDS)]
    return len(on_days) >= _MOST * len(drafts) and len({fold(d.title) for d in on_days}) <= _REPEATED * len(on_days)


def _are_history(drafts: Sequence[Draft]) -> bool:
    """Tell whether each item has a year of its own and nothing else, over a long span."""
    if any(draft.says(Field.STATUS) or draft.says(Field.OWNERS) for draft in drafts):
        return False
    ends = [{s.value[:4] for s in draft.statements if s.field is Field.PERIOD_END} for draft in drafts]
    years = sorted(int(next(iter(end))) for end in ends if len(end) == 1 and next(iter(end)))
    return len(years) == len(drafts) and years[-1] - years[0] >= _LONG_AGO and len(set(years)) * 4 >= 3 * len(years)


def _are_steps(drafts: Sequence[Draft], title: str) -> bool:
    """Tell whether single words that tell nothing else stand below a title that says how something is done."""
    told = any(s.field in _FIELDS for draft in drafts for s in draft.statements)
    single = all(len(words(mend(draft.title))) == 1 for draft in drafts)
    return single and not told and lexicon().begins("lists", "how", title)


def _are_levels(drafts: Sequence[Draft]) -> bool:
    """Tell whether the titles only count, or are called levels: "Trinn 1" and "Trinn 2", "Nivå 1 Papir og faks"."""
    counted = [_COUNTED.match(mend(draft.title)) for draft in drafts]
    words_used = {match["word"].casefold() for match in counted if match is not None}
    if None in counted or len(words_used) != 1:
        return False
    bare = len(drafts) >= _FEWEST and not any(match["rest"] for match in counted if match is not None)
    return bare or lexicon().holds("lists", "levels", next(iter(words_used)))


def _are_phases(drafts: Sequence[Draft]) -> bool:
    """Tell whether most of them, none part of a measure, are called as the phases of a project are."""
    whole = [draft for draft in drafts if draft.parent is None and draft.role is not Role.ACTIVITY]
    named = [draft for draft in whole if _is_phase(mend(draft.title))]
    return len(whole) == len(drafts) and len(named) >= max(_FEWEST, _MOST * len(drafts))


def _is_phase(title: str) -> bool:
    holds = lexicon().holds
    return holds("boards", "of_project", title) or all(
        holds("boards", "of_project", part.strip()) for part in _AND.split(title)
    )


def _are_in_months(drafts: Sequence[Draft]) -> bool:
    """Tell whether months without a year are all that is told of the items: somebody's journey, a year's round."""
    if any(s.field in _FIELDS for draft in drafts for s in draft.statements):
        return False
    texts = [s.value for draft in drafts for s in draft.statements if s.field is Field.PERIOD_TEXT]
    months = [t for t in texts if (label := parse_axis(t)) is not None and label.part and label.part[0] == "month"]
    return len(months) == len(drafts)
