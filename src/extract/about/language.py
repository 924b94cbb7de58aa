"""The language of a document, by its common words."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

from extract.about.front import readable
from veikart.core.blocks import Page
from veikart.core.text import words

MIN_WORDS = 4
"""Tell-tale words that a text must have before its language is told by them."""

MARGIN = 1.1
"""How much more often the language's words must stand there than the next one's."""

_ENOUGH = 20_000
_ALIASES = {"no": "nb", "nob": "nb", "nno": "nn", "eng": "en", "dan": "da", "swe": "sv"}
_TAG = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def language_of(pages: list[Page], stated: str) -> str:
    """Return the language code: by the words where they tell, else as the file's properties state, else ""."""
    counts: Counter[str] = Counter()
    seen = 0
    for page in pages:
        tokens = words("\n".join([block.text for block in readable(page)]))
        counts.update(tokens)
        seen += len(tokens)
        if seen > _ENOUGH:
            break
    ranked = sorted(
        ((sum([counts[w] for w in own & counts.keys()]), code) for code, own in _tables().items()), reverse=True
    )
    (best, code), (second, _) = ranked[0], ranked[1]
    if best >= MIN_WORDS and best >= MARGIN * second:
        return code
    close = {code for score, code in ranked if score * MARGIN > best} if best >= MIN_WORDS else set(_tables())
    told = language_tag(stated)
    if told in close:
        return told
    return code if best >= MIN_WORDS and best > second else ""


def language_tag(text: str) -> str:
    """Return the two-letter code of a language tag such as "nb-NO", "" for none."""
    found = _TAG.match(text.strip())
    tag = found[0].lower() if found else ""
    return _ALIASES.get(tag, tag if len(tag) == 2 else "")


@cache
def _tables() -> dict[str, frozenset[str]]:
    text = (files("veikart.core") / "data" / "languages.toml").read_text(encoding="utf-8")
    return {code: frozenset(table["words"]) for code, table in tomllib.loads(text).items()}
