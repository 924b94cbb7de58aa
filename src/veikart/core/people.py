"""Names of people, who own no measures: their organisations do."""

import re

from veikart.core.text import mend

_PERSON = re.compile(r"[A-ZÆØÅÄÖÉ][\w'’-]+(?: (?:[A-ZÆØÅÄÖÉ]\.?|[A-ZÆØÅÄÖÉ][\w'’-]+)){1,3}")


def looks_like_person(text: str) -> bool:
    """Tell whether the text has the form of a person's name."""
    text = mend(text)
    return bool(_PERSON.fullmatch(text)) and not any(len(word) > 2 and word.isupper() for word in text.split())
