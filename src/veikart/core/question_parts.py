"""The three parts of a conflict's message: what was found, the question itself, and what the answers change."""

import re
from itertools import accumulate

_STARTS = re.compile(r"(?:^|(?<=[.:] ))[^\W\d_a-zæøå]")
"""Where a sentence begins: a capital at the start, or behind a full stop or a colon."""
_ENDS = re.compile(r"\?(?= |$)")
_QUOTES = {"«": 1, "“": 1, "»": -1, "”": -1}


def question_parts(message: str) -> tuple[str, str, str]:
    """Return the parts; a message that asks nothing is all question.

    The question is the last sentence that ends in a question mark; names in quotation marks may hold anything.
    """
    depth = list(accumulate(message, lambda deep, sign: max(deep + _QUOTES.get(sign, 0), 0), initial=0))
    ends = [match.end() for match in _ENDS.finditer(message) if not depth[match.start()]]
    if not ends:
        return "", message, ""
    end = ends[-1]
    starts = [match.start() for match in _STARTS.finditer(message, 0, end) if not depth[match.start()]]
    start = starts[-1] if starts else 0
    return message[:start].strip(), message[start:end], message[end:].strip()
