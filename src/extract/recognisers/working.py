"""Decks that plan work without saying so in titles: slide after slide lists what is to be done, item by item."""

from collections.abc import Sequence

from extract.deck import Deck
from extract.layout.reading import body_of, is_slide, page_title
from extract.layout.streams import is_bulleted
from extract.recognisers.lexicon import lexicon
from veikart.core.text import mend

_KEY = "lists.working"
_SLIDES = 3  # with such lists
_LEAST, _SHARE = 3, 0.6  # items of a list, and the share of them worded as undertakings


def acts(texts: Sequence[str], deck: Deck) -> bool:
    """Tell whether nearly all items of a list begin with what is to be done, and not with what one aims at."""
    doing = sum(_is_work(mend(text), deck) for text in texts)
    return len(texts) >= _LEAST and doing >= _SHARE * len(texts)


def is_work_plan(deck: Deck) -> bool:
    """Tell whether several slides of the deck hold such lists; looked for once."""
    if _KEY not in deck.shared:
        lists = 0
        for page in deck.pages:
            if is_slide(page) and not page.hidden and not deck.vocabulary.page_kind(page_title(page, deck)):
                written = [b for b in body_of(page, deck) if not b.table]
                bulleted = [b for b in written if is_bulleted(b)]
                lists += acts([b.text for b in bulleted or written], deck)
        deck.shared[_KEY] = lists >= _SLIDES
    found: bool = deck.shared[_KEY]
    return found


def _is_work(text: str, deck: Deck) -> bool:
    words = text.split(maxsplit=1)
    return len(words) > 1 and deck.vocabulary.is_action(text) and not lexicon().holds("aims", "verbs", words[0])
