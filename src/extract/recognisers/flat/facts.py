"""What named values tell of a measure: "Ansvarlig: HN. Frist: Q2 2026" in a text, "Status | Pågår" in a table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.claims import Draft
from extract.recognisers.lexicon import lexicon
from extract.recognisers.values import owners_told, read_period
from veikart.core.blocks import Block
from veikart.core.partners import without_partners
from veikart.core.people import without_people
from veikart.core.periods import Period, find_periods, parse_axis, parse_period
from veikart.core.records import Field
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

CORE = frozenset({"owner", "period", "start", "end", "status"})
"""What a measure has and a text about something else seldom tells by name."""

MAX_OWNER = 60
"""Characters of an organisation outside the vocabulary."""

MAX_VALUE = 160
"""Characters of a value in a line of several; a longer one is a text."""

LEAST_BEHIND = 2
"""Kinds of facts that stand behind prose; one alone may be part of a sentence."""

_NAME = re.compile(r"(?:^|(?<=[.;|,·•–—\n])\s*|\s{2,})(?P<name>[^\W\d_][^:.;|,\n]{1,38}?)\s*:(?=\s)\s*", re.MULTILINE)
_RUN_ON = re.compile(r"(?<=\s)(?P<name>[A-ZÆØÅÄÖ][\w-]{2,24})\s*:(?=\s)\s*")  # "Ansvar: HN Periode: 2025 Status: Pågår"
_BESIDE = re.compile(r"\s*[|·•;]\s*|\s{3,}")
_ENDS = " \n\t.;|,·•–—"


@dataclass(frozen=True, slots=True)
class Fact:
    """A named value: the concept of its name, both as printed, and the block that it stands in."""

    concept: str
    name: str
    value: str
    block: Block


def concept_of(name: str, vocabulary: Vocabulary) -> str:
    """Return what a name says of its value, as a column's heading or a label does; "" for an unknown one."""
    bare = name.rstrip(" :")
    return vocabulary.header(bare) or vocabulary.label(bare)


def facts_in(text: str, block: Block, vocabulary: Vocabulary) -> list[Fact]:
    """Return the named values of a text that begins with one, has a line that does, or ends in several.

    What stands beside a value tells by itself: "Ansvar: KS | 2026".
    """
    hits = [hit for hit in _NAME.finditer(text) if concept_of(hit["name"], vocabulary)]
    begun = {hit.start("name") for hit in hits}
    inner = [hit for hit in _RUN_ON.finditer(text) if hit.start("name") not in begun]
    hits += [hit for hit in inner if hits and concept_of(hit["name"], vocabulary) in CORE]
    hits.sort(key=lambda hit: hit.start("name"))
    if hits and text[: hits[0].start()].strip() and text[hits[0].start() - 1] != "\n":
        hits = _behind_prose(hits, vocabulary)
    if not hits:
        return []
    ends = [hit.start() for hit in hits[1:]] + [len(text)]
    found: list[Fact] = []
    for hit, end in zip(hits, ends, strict=True):
        concept = concept_of(hit["name"], vocabulary)
        first, *beside = _BESIDE.split(text[hit.end() : end].strip(_ENDS))
        value = mend(first).strip(_ENDS)
        if concept == "description" and vocabulary.status(value) is not None:
            concept = "status"  # "Resultat: Genomfört"
        found.append(Fact(concept, mend(hit["name"]), value, block))
        found += [fact for part in beside if (fact := _bare(mend(part), block, vocabulary)) is not None]
    return [fact for fact in found if fact.value]


def _behind_prose(hits: list[re.Match[str]], vocabulary: Vocabulary) -> list[re.Match[str]]:
    """Return the named values that end a text: several kinds of what a measure has, after its sentences."""
    core = [hit for hit in hits if concept_of(hit["name"], vocabulary) in CORE]
    return core if len({concept_of(hit["name"], vocabulary) for hit in core}) >= LEAST_BEHIND else []


def bare_facts(text: str, block: Block, vocabulary: Vocabulary) -> list[Fact]:
    """Return what a short line tells without names: "2. kvartal · Trondheim kommune"; [] where a part is else."""
    printed = mend(text).strip(_ENDS)
    if not 0 < len(printed) <= MAX_OWNER:
        return []
    facts = [_bare(part, block, vocabulary) for part in _BESIDE.split(printed)]
    found = [fact for fact in facts if fact is not None]
    return found if len(found) == len(facts) else []


def _bare(text: str, block: Block, vocabulary: Vocabulary) -> Fact | None:
    """Return what a short text without a name tells by itself: a period, a status or organisations."""
    axis = parse_axis(text)
    if parse_period(text) is not None or (axis is not None and axis.part is not None):
        return Fact("period", "", text, block)
    if vocabulary.status(text) is not None:
        return Fact("status", "", text, block)
    return Fact("owner", "", text, block) if vocabulary.split_organisations(text) else None


def core_of(facts: Iterable[Fact]) -> set[str]:
    """Return which kinds of what measures have are told: owner, status, and a period in any of its forms."""
    told = {fact.concept for fact in facts if fact.concept in CORE}
    return {"period" if concept in {"start", "end"} else concept for concept in told}


def say_facts(
    draft: Draft, facts: Sequence[Fact], vocabulary: Vocabulary, method: str, year: Period | None = None
) -> None:
    """Take owners, period and status from facts, the first of a kind; what the draft says already stands.

    `year` completes a quarter that stands alone.
    """
    for fact in facts:
        if fact.concept == "owner" and not draft.says(Field.OWNERS):
            _say_owner(draft, fact, vocabulary, method)
        elif fact.concept == "status" and not draft.says(Field.STATUS):
            _say_status(draft, fact, vocabulary, method)
    dated = [(fact, period) for fact in facts if (period := _period(fact, year)) is not None]
    if not draft.says(Field.PERIOD_TEXT) and dated:
        _say_period(draft, dated, method)


def _say_owner(draft: Draft, fact: Fact, vocabulary: Vocabulary, method: str) -> None:
    """Add the organisations that a value names; a person is no owner."""
    person = any(part in fact.name.casefold() for part in lexicon().words("people", "parts"))
    told = without_people(without_partners(fact.value), vocabulary.split_organisations)
    owners = vocabulary.split_organisations(told)
    if not owners and (person or len(told) > MAX_OWNER):
        owners = vocabulary.organisations_in(told)
    for owner in owners or ([] if person or len(told) > MAX_OWNER else owners_told(told, vocabulary)):
        draft.say(Field.OWNERS, owner, fact.block, method, original=fact.value)


def _say_status(draft: Draft, fact: Fact, vocabulary: Vocabulary, method: str) -> None:
    whole = vocabulary.status(fact.value)
    part = vocabulary.status_in(fact.value) if whole is None else None
    status = whole or (part[0] if part else None)
    if status is not None:
        draft.say(Field.STATUS, status.value, fact.block, method, original=fact.value)
        draft.say(Field.STATUS_TEXT, part[1] if part else fact.value, fact.block, method)


def _period(fact: Fact, year: Period | None) -> Period | None:
    if fact.concept not in {"period", "start", "end"}:
        return None
    hits = find_periods(fact.value)
    if len(fact.value) > MAX_VALUE and len(hits) != 1:
        return None
    return read_period(fact.value, year)


def _say_period(draft: Draft, dated: list[tuple[Fact, Period]], method: str) -> None:
    """Add a whole period, or what is told of its start and its end."""
    whole = next(((f, p) for f, p in dated if f.concept == "period"), None)
    first = whole or next(((f, p) for f, p in dated if f.concept == "start"), None)
    last = whole or next(((f, p) for f, p in dated if f.concept == "end"), None)
    if first is not None:
        draft.say(Field.PERIOD_START, first[1].start_iso, first[0].block, method, original=first[0].value)
    if last is not None:
        draft.say(Field.PERIOD_END, last[1].end_iso, last[0].block, method, original=last[0].value)
    told = list(dict.fromkeys(f.value for f, _ in filter(None, (first, last))))
    block = (first or last or dated[0])[0].block
    draft.say(Field.PERIOD_TEXT, " – ".join(told), block, method)
