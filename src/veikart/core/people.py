"""Names and roles of people: a person owns no measure, the organisation or the one in charge of it does."""

import re
from collections.abc import Callable

from veikart.core.text import mend

_PERSON = re.compile(r"(?:[A-ZÆØÅÄÖÉ][\w'’-]+|[A-ZÆØÅÄÖÉ]\.)(?: (?:[A-ZÆØÅÄÖÉ]\.?|[A-ZÆØÅÄÖÉ][\w'’-]+)){1,3}")
_BODY = re.compile(
    r"(?:sykehus|sjukehus|sygehus|sjukhus|hospital|tilbud|tilbod|enhet|enhed|eining|avdeling|afdeling|avdelning"
    r"|klinikk?|senter|center|kontor|etat|tjeneste|teneste|tjänst|kommune|region|team|gruppe|helse|sundhed|omsorg"
    r"|drift|forvaltning|service|support|partner|management|operations|department|division|unit|medicine|affairs"
    r"|resources|technology|network|nettverk|office|trust|board|council|agency|institute|utvalg|forum|direktorat"
    r"|foretak|selskap|samarbeid)(?:en|et|a|ene|s|r)?$",
    re.IGNORECASE,
)
"""What a word of a body's name ends in and no word of a person's: "Nære Sundhedstilbud"."""


def looks_like_person(text: str) -> bool:
    """Tell whether the text has the form of a person's name."""
    text = mend(text)
    if not _PERSON.fullmatch(text):
        return False
    return not any((len(word) > 2 and word.isupper()) or _BODY.search(word) for word in text.split())


_PART = re.compile(
    r"(?:sykehus|sjukehus|sykehjem|sjukeheim|kontor|etat|tjeneste|teneste|avdeling|klinikk|seksjon|enhet|eining|kommune"
    r"|foretak|direktorat|sentral|skole|skule|department|division|unit|office|afdeling|avdelning|enhed)"
    r"(?:en|et|a|ene|s)?$",
    re.IGNORECASE,
)


def names_body(text: str) -> bool:
    """Tell whether a short text ends in a word for a part of an organisation: "Hjemmetjenesten", "HR-avdelingen"."""
    return bool(text.strip()) and bool(_PART.search(text.rsplit(maxsplit=1)[-1].strip(".,")))


_LONGEST_ROLE = 60  # characters
_ROLE = re.compile(
    r"(?:(?:administrerende|administrerande|adm\.|assisterende|assisterande|medisinsk|fagleg|faglig|teknisk|regional)\s)?"
    r"[\w-]*(?:leder|leiar|ledare|sjef|chef|direktør|direktör|koordinator|ansvarlig|ansvarleg|ansvarig"
    r"|rådgiver|rådgivar|rådgivare|forvalter|forvaltar|förvaltare|manager|director|coordinator)(?:en)?(?:\s\S+){0,3}"
    r"|(?:seksjon|avdeling|klinikk|enhet|eining|sone|team|etat|bydel|verksamhet|afdeling|enhed)(?:\s\S+){1,4}",
    re.IGNORECASE,
)


_ROLE_AND_PERSON = re.compile(
    r"(?:[\w-]*(?:leder|leiar|ledare|sjef|chef|ansvarlig|ansvarleg|ansvarig|eier|eigar|koordinator|kontakt|manager|lead"
    r"|coordinator|owner|contact)|pl|po)\.?:?\s+(?P<who>\S.*)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}")
_CLOSING = re.compile(r"(?P<who>[^()]*\S)\s*\((?P<inner>[^()]+)\)")
_BESIDE = re.compile(r"\s*[,/|;·•]\s*|\s+[–—-]\s+|\s*[()]\s*")


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
    led = _ROLE_AND_PERSON.fullmatch(text)
    return led["who"] if led else ""


def _is_person(text: str) -> bool:
    """Tell whether a part is a person's name, with a role before it or without, or somebody's initials."""
    led = _ROLE_AND_PERSON.fullmatch(text)
    return looks_like_person(led["who"] if led else text) or _INITIALS.fullmatch(text) is not None


def names_role(text: str) -> bool:
    """Tell whether a short text names who is in charge by role or place: "fagsjef", "seksjon for nettbehandling".

    It begins with the role: "kurs for leder" tells of something else.
    """
    return len(text) <= _LONGEST_ROLE and bool(_ROLE.fullmatch(mend(text)))
