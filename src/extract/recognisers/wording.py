"""How a text is worded: whether it can be the title of a measure, a mark, a number, a person's name or a sentence."""

import re
from collections.abc import Sequence
from functools import lru_cache

from veikart.core.periods import parse_axis
from veikart.core.text import REMEMBERED, mend
from veikart.core.vocabulary import Vocabulary

_MARK = re.compile(r"[xX×✓✔☑☒●■▪◆★○•√✗*◐◑◒◓◔◕◯]+|ja|yes|-?>|→|\(x\)", re.IGNORECASE)
_NUMBER = re.compile(
    r"[\s\d.,%+\-–−/:()~≈<>]*"
    r"(?:kr|mnok|nok|mill\.?|millioner|tusen|tusind|thousand|miljoner|mio|personer|innbyggere|innbyggjarar|mrd\.?|kkr|stk|prosent|pp|t|timer|eur|usd)?\.?"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ASIDE = re.compile(r"\([^()]*\)")  # "(ikke avklart)" is a remark
_SENTENCE_END = re.compile(r"[.!?…]\s*$")
_INNER_STOP = re.compile(r"[^\W\d_]{3,}[.!?;]\s+[A-ZÆØÅ]")
_CLAUSE = re.compile(
    r"\b(?:er|har|vil|skal|må|kan|bør|blir|ble|var|får|fikk|hadde|ønsker|ynskjer|mener|vert|vart|viser|trenger|treng|finnes"
    r"|is|are|was|were|has|have|will|must|should|can|shall|we|vi|jeg|eg|det|du|man|dette|desse|disse|some|which)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\b(?:hvordan|hvorfor|hvilke|hvilken|hva|hvem|korleis|kvifor|kva|kven|how|why|what|who|which)\b"
    r"|\?|…|\.\.\.$|^oppgave \d",
    re.IGNORECASE,
)
_STOPPED_LIST, _STOPPED = 3, 0.7  # items of a list, and the share of them that ends in a full stop
_STRAY = 0.4  # share of them that end so by chance
_LONGEST = 170  # characters of a title at most
_MOST_LISTED = 9
"""Words of a bulleted title with a verb."""
_MOST_WORDS = 24


def is_question(text: str) -> bool:
    """Tell whether a heading asks or announces something instead of naming it."""
    return bool(_QUESTION.search(text))


def is_mark(text: str) -> bool:
    """Tell whether a cell's text only ticks it off."""
    return bool(_MARK.fullmatch(text.strip()))


def is_number(text: str) -> bool:
    """Tell whether the text is an amount, a percentage or a time of day rather than words."""
    text = mend(text)
    return bool(re.search(r"\d", text)) and bool(_NUMBER.fullmatch(text.casefold()))


def is_sentence(text: str) -> bool:
    """Tell whether the text is prose: more than one sentence, or a long one with a finite verb."""
    text = mend(text)
    words = text.split()
    if len(words) > _MOST_WORDS or len(text) > _LONGEST:
        return True
    if _INNER_STOP.search(text):
        return True
    if _SENTENCE_END.search(text) and len(words) > 5:
        return True
    return len(words) >= 6 and bool(_CLAUSE.search(_without_quotes(text)))


def is_listed_title(text: str, *, marked: bool) -> bool:
    """Tell whether a bulleted item of a list of measures may be a title although it has a verb: short, no full stop.

    "Ungdom får egen tilgang" among names is what is to come, not a sentence about something.
    """
    bare = mend(text)
    return marked and len(bare.split()) <= _MOST_LISTED and not bare.endswith((".", "!", "?")) and ". " not in bare


def is_prose(text: str, vocabulary: Vocabulary, *, stopped: bool = False) -> bool:
    """Tell whether the text is a sentence; an undertaking is none for its full stop ("Add tests to it.").

    `stopped`: all items of the list end in full stops, so that these tell nothing.
    """
    bare = mend(text).rstrip(". ") if stopped or vocabulary.is_action(text) else text
    return is_sentence(bare)


def are_stopped(texts: Sequence[str]) -> bool:
    """Tell whether full stops behind the items of a list tell nothing: nearly all have one, or some at random."""
    ends = sum(text.rstrip().endswith(".") for text in texts) / max(1, len(texts))
    return len(texts) >= _STOPPED_LIST and (ends >= _STOPPED or 0 < ends <= _STRAY)


@lru_cache(maxsize=REMEMBERED)  # lists, tables and headings each ask it of the same texts
def is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the text can be the title of a measure: words, but no sentence, period, organisation or heading."""
    text = mend(text)
    if not _LETTERS.search(text) or is_number(text) or is_mark(text) or text.startswith(("http", "www.")):
        return False
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or "@" in text or _ASIDE.fullmatch(text):
        return False
    return not is_label(text, vocabulary)


def is_label(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the text only names a period, an organisation, a status or a column."""
    return bool(
        parse_axis(text) is not None
        or vocabulary.split_organisations(text)
        or vocabulary.organisation(text)
        or vocabulary.status(text) is not None
        or vocabulary.header(text)
        or vocabulary.role(text) is not None
    )


def _without_quotes(text: str) -> str:
    return re.sub(r"«[^»]*»|\"[^\"]*\"|“[^”]*”|\([^)]*\)", "", text)
