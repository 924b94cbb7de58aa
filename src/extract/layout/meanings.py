"""What a short text says beside naming a measure: a period, an organisation, a status."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from veikart.core.partners import without_partners
from veikart.core.people import after_role, looks_like_person, without_people
from veikart.core.periods import Period, find_periods, parse_axis
from veikart.core.records import Status
from veikart.core.text import REMEMBERED, mend, words
from veikart.core.vocabulary import Vocabulary

_LONGEST = 60
_MOST_LISTED = 3  # facts that commas part
_LEAD_WORDS = 2
"""Words that may stand around a period without making the line a name: "Prod. des. 2023", "frist 1.3.2026"."""
_MARKED = re.compile(r"^(?P<label>[^:]{2,24}):\s*(?P<rest>\S.*)$", re.DOTALL)
_BY_WHOM = re.compile(r"^(?P<label>\S+(?:\s\S+){0,2}\s(?:av|af|by|fra|frå))\s+(?P<rest>[A-ZÆØÅÄÖ].*)$", re.DOTALL)
_ONLY_PARENTHESIS = re.compile(r"^[(\[](?P<inner>[^()\[\]]+)[)\]]$")
_INITIALS = re.compile(r"^[(\[](?P<who>[A-ZÆØÅ]{2,5})[)\]]\s+(?P<rest>\S.*)$", re.DOTALL)
_COUNT_BEHIND = re.compile(r"\s*\(\d{1,3}\)$")  # "Planlagt (3)" over three cards
_DASH = re.compile(r"\s[–—]\s")
_INITIALS_OF = re.compile(r"[A-ZÆØÅ]{2}\s*/\s*\S")  # "KN / NHN"
_BESIDE = re.compile(r"\s+[·|•]\s+|\s*;\s+")
_PERIODS = frozenset({"period", "start", "end"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text that names no measure says; `later` is a period without dates."""

    period: Period | None = None
    later: bool = False
    owners: tuple[str, ...] = ()
    status: Status | None = None
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.period or self.later or self.owners or self.status)


NOTHING = Meaning()


@lru_cache(maxsize=REMEMBERED)
def meaning_of(text: str, vocabulary: Vocabulary) -> Meaning:
    """Return what the text says when all of it is a period, organisations or a status; an empty meaning otherwise."""
    printed = mend(text)
    inner = _ONLY_PARENTHESIS.match(printed)
    if inner:
        printed = inner["inner"]
    if not printed or len(printed) > _LONGEST:
        return NOTHING
    period = period_line(printed)
    if period:
        return Meaning(period=period, text=printed)
    owners = owners_of(printed, vocabulary)
    if owners:
        return Meaning(owners=owners, text=printed)
    status = vocabulary.status(_COUNT_BEHIND.sub("", printed))
    if status:
        return Meaning(status=status, text=printed)
    if owners := _by_people(printed, vocabulary):
        return Meaning(owners=owners, text=printed)
    by_whom = _INITIALS.match(printed)
    if by_whom:
        return _of_whom(by_whom, vocabulary)
    parts = _BESIDE.split(printed)
    if len(parts) > 1:
        return _first_of(parts, printed, vocabulary)
    listed = printed.split(", ")  # "NHN, under arbeid": every part tells something
    dashed = _DASH.split(printed)  # "NHN – klar i 2027", not "Journal i kommune – pilot"
    for pieces in (listed, dashed if period_line(dashed[-1]) else []):
        if 1 < len(pieces) <= _MOST_LISTED and all(meaning_of(part, vocabulary) for part in pieces):
            return _first_of(pieces, printed, vocabulary)
    return _labelled(printed, vocabulary) or _stated(printed, vocabulary)


def _stated(text: str, vocabulary: Vocabulary) -> Meaning:
    """Return the meaning of a status with its time behind it: "I bruk sidan 2024", "pågår sedan mars 2023"."""
    found = find_periods(text)
    if len(found) != 1 or text[found[0].end :].strip(" .)"):
        return NOTHING
    status = vocabulary.status(text[: found[0].start].strip(" ,:–-("))
    return Meaning(status=status, period=found[0].period, text=text) if status is not None else NOTHING


def _by_people(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the organisations whose people a text names: "prosjektleder Kari Nes, HV IKT", "tjenesteeier NHN"."""
    told = without_partners(text)
    if not (after_role(told) or _INITIALS_OF.match(told)):
        return ()  # "Mine Timeavtaler (NHN)" is the name of a measure
    bare = without_people(told, vocabulary.split_organisations)
    return owners_of(bare if bare != told else after_role(told), vocabulary)


def _first_of(parts: list[str], printed: str, vocabulary: Vocabulary) -> Meaning:
    """Return the meaning of "4. kvartal 2026 · sammen med FHI": what comes behind is a fact too, or no name."""
    said = [meaning_of(part, vocabulary) for part in parts]
    if not said[0] or not all(meaning or part[:1].islower() for meaning, part in zip(said, parts, strict=True)):
        return NOTHING
    period = next((meaning.period for meaning in said if meaning.period), None)
    owners = tuple(dict.fromkeys(owner for meaning in said for owner in meaning.owners))
    status = next((meaning.status for meaning in said if meaning.status), None)
    return Meaning(period, any(meaning.later for meaning in said), owners, status, printed)


def _of_whom(match: re.Match[str], vocabulary: Vocabulary) -> Meaning:
    """Return the meaning of "(HN) 2027": a period or status behind an organisation, or behind somebody's initials."""
    rest = meaning_of(match["rest"], vocabulary)
    return replace(rest, owners=owners_of(match["who"], vocabulary), text=match[0]) if rest else NOTHING


def _labelled(text: str, vocabulary: Vocabulary) -> Meaning:
    """Return the meaning of "Ansvarlig: NHN", "Status: pågår", "Periode: 2025-26"."""
    match = _MARKED.match(text) or _led_by(text, vocabulary)
    concept = vocabulary.header(match["label"]) if match else ""
    if not match or not concept:
        return NOTHING
    rest = match["rest"]
    if concept == "owner":
        rest = without_people(without_partners(rest), vocabulary.split_organisations)
        owners = owners_of(rest, vocabulary) or tuple(vocabulary.organisations_in(rest))
        owners = owners or (() if looks_like_person(rest) else (mend(rest),))
        return Meaning(owners=owners, text=text) if owners else NOTHING
    if concept == "status":
        found = vocabulary.status(rest)
        told = vocabulary.status_in(rest)
        status = found or (told[0] if told else None)
        return Meaning(status=status, text=text) if status else NOTHING
    periods = find_periods(rest) if concept in _PERIODS else []
    return Meaning(period=periods[0].period, text=text) if len(periods) == 1 else NOTHING


def _led_by(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return the words that name the owner next, and the rest: "Meldt inn av" and "Helse Førde"."""
    match = _BY_WHOM.match(text)
    return match if match is not None and vocabulary.header(match["label"]) == "owner" else None


def owners_of(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the organisations when the text names nothing else."""
    found = vocabulary.split_organisations(text)
    if found:
        return tuple(dict.fromkeys(found))
    one = vocabulary.owner(text)
    return (one,) if one else ()


def period_line(text: str) -> Period | None:
    """Return the period of a line that says little else: "2024", "2026→", "Prod. des. 2023", "frist 1.3.2026"."""
    label = parse_axis(text)
    if label is not None and label.period is not None:
        return label.period
    found = find_periods(text)
    if len(found) != 1:
        return None
    rest = words(text[: found[0].start] + " " + text[found[0].end :])
    if len(rest) > _LEAD_WORDS or not _is_lead(rest):
        return None
    return found[0].period


def split_dated(text: str) -> tuple[str, Period | None]:
    """Split "Felles skjema: prod. des. 2023" into the name and the period that ends it."""
    printed = mend(text)
    found = find_periods(printed)
    if not found or printed[found[-1].end :].strip(" ).,;"):
        return printed, None
    pieces = printed[: found[-1].start].split()
    while pieces and pieces[-1].casefold().strip(".,:;(–-") in {*_LEADS, ""}:
        pieces.pop()
        if pieces and pieces[-1].endswith((":", ",", ";", "–")):
            break
    name = " ".join(pieces).rstrip(" :,;(–-")
    return (name, found[-1].period) if words(name) else (printed, None)


_LEADS = frozenset(
    {
        "prod", "des", "produksjon", "frist", "start", "oppstart", "ferdig", "klar", "klart", "levert", "levering",
        "leveranse", "leveres", "leverast", "levereras", "lanseres", "lanserast",
        "innen", "fra", "frå", "til", "mål", "pilot", "utprøving", "innføring", "lansering", "planlagt", "ca", "est",
        "deadline", "due", "release", "launch", "golive", "go", "live", "i", "drift", "slutt", "forventet", "forventa",
        "periode", "tid", "når", "ny", "by", "end", "from", "beginning", "plan", "delivery", "estimat", "uke",
    }
)  # fmt: skip
"""Words that lead a date on a bar or card: they tell what happens then, never which measure it is."""


def _is_lead(rest: list[str]) -> bool:
    return all(word.casefold().strip(".") in _LEADS for word in rest)


_AND = re.compile(r"\s+(?:og|and|och)\s+|\s*/\s*")
_ORDER = (
    Status.UNDER_CONSIDERATION,
    Status.NOT_STARTED,
    Status.PLANNED,
    Status.ONGOING,
    Status.IN_OPERATION,
    Status.DONE,
)
"""From the first thought to the end."""


def legend_status(text: str, vocabulary: Vocabulary) -> Status | None:
    """Return the status that a legend's explanation gives; of several words that tell one, the first counts."""
    whole = vocabulary.key_status(text)
    if whole:
        return whole
    both = [vocabulary.status(part) for part in _AND.split(mend(text))]
    if len(both) > 1 and all(both):
        return max((status for status in both if status), key=_ORDER.index)  # "Besluttet og i gang"
    pieces = re.findall(r"[\w-]+", mend(text))
    for start in range(len(pieces)):
        for length in range(min(5, len(pieces) - start), 0, -1):
            if length == 1 and len(pieces[start]) < 4:
                continue
            status = vocabulary.status(" ".join(pieces[start : start + length]))
            if status and not vocabulary.denies_status(" ".join([*pieces[:start], ""])):
                return status
    told = vocabulary.status_in(text)
    return told[0] if told else None
