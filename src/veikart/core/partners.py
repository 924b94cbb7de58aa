"""Who only helps beside the owner of a measure: "NHN i samarbeid med KS", "Stryn, støtta av Statsforvaltaren"."""

import re

from veikart.core.people_words import any_of, people_words

_WORDS = people_words("partners")
_PARTNERS = re.compile(
    r"[\s,;(]+(?:"
    rf"(?:i|in)\s+(?:nært\s+|tett\s+|close\s+)?(?:{any_of(_WORDS['with'])})\s+(?:med|with)"
    rf"|(?:{any_of(_WORDS['together'])})\s+(?:med|with)"
    rf"|(?:med|with)\s+(?:{any_of(_WORDS['help'])})\s+(?:fra|frå|from|från|av)"
    rf"|(?:{any_of(_WORDS['helped'])})\s+(?:av|by)"
    r"|(?<=[,;] )(?:med|with)"
    r")\b.*"
    rf"|[,;]\s[^,;]*\s(?:{any_of(_WORDS['verbs'])})\b.*",
    re.IGNORECASE | re.DOTALL,
)


def without_partners(text: str) -> str:
    """Return a text about owners without those who only help; the text itself where nobody else is named."""
    return _PARTNERS.sub("", text) or text
