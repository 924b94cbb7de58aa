"""Names that end in what is told of them: an owner's code, a status or a period in parentheses."""

import re

from veikart.core.periods import find_periods
from veikart.core.vocabulary import Vocabulary

CODED = re.compile(r"\([^()]+\)\s*$")
_CODED_STATUS = re.compile(r"\((?P<inner>[^()]+)\)\s*(?:[-–—,:]\s*)(?P<status>[^()\d]{3,30})$")


def is_qualified(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a title ends in an owner's code, a status or a period in parentheses; a status may follow them."""
    tail = CODED.search(text) or _CODED_STATUS.search(text)
    if tail is None:
        return False
    inner = tail[0].strip(" ()")
    if tail.re is _CODED_STATUS:
        return bool(vocabulary.status(tail["status"])) and bool(tail["inner"])
    return bool(vocabulary.split_organisations(inner) or vocabulary.status(inner) or find_periods(inner))
