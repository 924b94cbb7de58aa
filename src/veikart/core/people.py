"""Names and roles of people: a person owns no measure, the organisation or the one in charge of it does."""

import re

from veikart.core.text import mend

_PERSON = re.compile(r"[A-ZÆØÅÄÖÉ][\w'’-]+(?: (?:[A-ZÆØÅÄÖÉ]\.?|[A-ZÆØÅÄÖÉ][\w'’-]+)){1,3}")
_BODY = re.compile(
    r"(?:sykehus|sjukehus|sygehus|sjukhus|hospital|tilbud|tilbod|enhet|enhed|eining|avdeling|afdeling|avdelning"
    r"|klinikk?|senter|center|kontor|etat|tjeneste|teneste|tjänst|kommune|region|team|gruppe|helse|sundhed|omsorg"
    r"|drift|forvaltning|service|support|partner|management|operations|department|division|unit|medicine|affairs"
    r"|resources|technology)(?:en|et|a|ene|s|r)?$",
    re.IGNORECASE,
)
"""What a word of a body's name ends in and no word of a person's: "Nære Sundhedstilbud"."""


def looks_like_person(text: str) -> bool:
    """Tell whether the text has the form of a person's name."""
    text = mend(text)
    if not _PERSON.fullmatch(text):
        return False
    return not any((len(word) > 2 and word.isupper()) or _BODY.search(word) for word in text.split())


_LONGEST_ROLE = 60  # characters
_ROLE = re.compile(
    r"(?:(?:administrerende|administrerande|adm\.|assisterende|assisterande|medisinsk|fagleg|faglig|teknisk|regional)\s)?"
    r"[\w-]*(?:leder|leiar|ledare|sjef|chef|direktør|direktör|koordinator|ansvarlig|ansvarleg|ansvarig"
    r"|rådgiver|rådgivar|rådgivare|forvalter|forvaltar|förvaltare|manager|director|coordinator)(?:en)?(?:\s\S+){0,3}"
    r"|(?:seksjon|avdeling|klinikk|enhet|eining|sone|team|etat|bydel|verksamhet|afdeling|enhed)(?:\s\S+){1,4}",
    re.IGNORECASE,
)


def names_role(text: str) -> bool:
    """Tell whether a short text names who is in charge by role or place: "fagsjef", "seksjon for nettbehandling".

    It begins with the role: "kurs for leder" tells of something else.
    """
    return len(text) <= _LONGEST_ROLE and bool(_ROLE.fullmatch(mend(text)))
