"""Names of people, who own no measures: their organisations do."""

import re

from veikart.core.text import mend

_PERSON = re.compile(r"[A-ZÆØÅÄÖÉ][\w'’-]+(?: (?:[A-ZÆØÅÄÖÉ]\.?|[A-ZÆØÅÄÖÉ][\w'’-]+)){1,3}")
_BODY = re.compile(
    r"(?:sykehus|sjukehus|sygehus|sjukhus|hospital|tilbud|tilbod|enhet|enhed|eining|avdeling|afdeling|avdelning"
    r"|klinikk?|senter|center|kontor|etat|tjeneste|teneste|tjänst|kommune|region|team|gruppe|helse|sundhed|omsorg"
    r"|drift|forvaltning|service|support|partner)(?:en|et|a|ene|s|r)?$",
    re.IGNORECASE,
)
"""What a word of a body's name ends in and no word of a person's: "Nære Sundhedstilbud"."""


def looks_like_person(text: str) -> bool:
    """Tell whether the text has the form of a person's name."""
    text = mend(text)
    if not _PERSON.fullmatch(text):
        return False
    return not any((len(word) > 2 and word.isupper()) or _BODY.search(word) for word in text.split())
