"""Names and roles of people: a person owns no measure, the organisation or the one in charge of it does."""

import re
from collections.abc import Callable

from veikart.core.people_words import any_of, people_words
from veikart.core.text import mend

_PERSON = re.compile(r"(?:[A-ZÆØÅÄÖÉ][\w'’-]+|[A-ZÆØÅÄÖÉ]\.)(?: (?:[A-ZÆØÅÄÖÉ]\.?|[A-ZÆØÅÄÖÉ][\w'’-]+)){1,3}")
_LONGEST_ROLE = 60  # characters
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}")
_CLOSING = re.compile(r"(?P<who>[^()]*\S)\s*\((?P<inner>[^()]+)\)")
_BESIDE = re.compile(r"\s*[,/|;·•]\s*|\s+[–—-]\s+|\s*[()]\s*")

_BODIES, _ROLES = people_words("bodies"), people_words("roles")
_BODY = re.compile(rf"(?:{any_of(_BODIES['ends'])})(?:en|et|a|ene|s|r)?$", re.IGNORECASE)
_PART = re.compile(rf"(?:{any_of(_BODIES['parts'])})(?:en|et|a|ene|n|s)?$", re.IGNORECASE)
_WHOLE = re.compile(
    rf"(?:{any_of(_BODIES['whole'])}|^(?:{any_of(_BODIES['words'])}))(?:en|et|a|ene|n|s|er)?$", re.IGNORECASE
)
_COMPASS = frozenset(_BODIES["compass"])
_ROLE = re.compile(
    rf"(?:(?:{any_of(_ROLES['before'])})\s)?[\w-]*(?:{any_of(_ROLES['ends'])})(?:en)?(?:\s\S+){{0,3}}"
    rf"|(?:{any_of(_BODIES['places'])})(?:\s\S+){{1,4}}",
    re.IGNORECASE,
)
_ROLE_AND_NAME = re.compile(
    rf"(?:[\w-]*(?:{any_of(_ROLES['named'])})|{any_of(_ROLES['short'])})\.?:?\s+(?P<who>\S.*)", re.IGNORECASE
)


def looks_like_person(text: str) -> bool:
    """Tell whether the text has the form of a person's name."""
    text = mend(text)
    if not _PERSON.fullmatch(text):
        return False
    return not any((len(word) > 2 and word.isupper()) or _BODY.search(word) for word in text.split())


def names_body(text: str) -> bool:
    """Tell whether a short text ends in a word for a part of an organisation: "Hjemmetjenesten", "HR-avdelingen"."""
    return bool(text.strip()) and bool(_PART.search(text.rsplit(maxsplit=1)[-1].strip(".,")))


def names_organisation(text: str) -> bool:
    """Tell whether the first or last word of a name is one for an organisation or a part of one: "Etat for helse"."""
    words = [word.strip(".,()") for word in text.split()]
    return any(_PART.search(word) or _WHOLE.search(word) or _BODY.search(word) for word in (*words[:1], *words[-1:]))


def names_direction(text: str) -> bool:
    """Tell whether the first or last word of a name is a point of the compass: "Eastmark West", "West Bay"."""
    words = text.casefold().split()
    return any(word in _COMPASS for word in (*words[:1], *words[-1:]))


def names_role(text: str) -> bool:
    """Tell whether a short text names who is in charge by role or place: "fagsjef", "seksjon for nettbehandling".

    It begins with the role: "kurs for leder" tells of something else.
    """
    return len(text) <= _LONGEST_ROLE and bool(_ROLE.fullmatch(mend(text)))


def without_people(text: str, is_known: Callable[[str], object]) -> str:
    """Return who people work for: "HV IKT" of "prosjektleder Kari Nes, HV IKT", "Hdir" of "KN / Hdir".

    `is_known` tells organisations, whose short forms look like initials. The text itself is returned where it names no
    person, or nobody else.
    """
    closed = _CLOSING.fullmatch(text)
    first = _BESIDE.split(closed["inner"])[0] if closed is not None else ""
    if closed is not None and _is_person(first) and not is_known(first):
        return closed["who"]
    parts = [part for part in _BESIDE.split(text) if part]
    rest = [part for part in parts if not _is_person(part) or is_known(part)]
    return rest[0] if len(rest) == 1 < len(parts) else text


def after_role(text: str) -> str:
    """Return what follows the word for a role: "HV IKT" of "tjenesteeier HV IKT"; "" where none begins the text."""
    led = _ROLE_AND_NAME.fullmatch(text)
    return led["who"] if led else ""


def _is_person(text: str) -> bool:
    """Tell whether a part is a person's name, with a role before it or without, or somebody's initials."""
    return looks_like_person(after_role(text) or text) or _INITIALS.fullmatch(text) is not None
