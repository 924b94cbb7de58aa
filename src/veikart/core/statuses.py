"""Words for where a measure stands. The longest phrase wins, so that a denial beats what it denies."""

import re
from collections.abc import Mapping, Sequence

from veikart.core.records import Status
from veikart.core.text import mend, phrase, words

Phrases = Mapping[str, Mapping[str, Sequence[str]]]

_MAX_WHOLE = 120
_REACH = 60
"""How far in front of a status word, in characters, a denial is looked for."""


class Statuses:
    """Finds statuses in text."""

    def __init__(self, table: Phrases, colours: Sequence[str] = ()) -> None:
        self._whole: dict[str, Status] = {}
        running: dict[str, Status] = {}
        for status in Status:
            entry = table.get(status.value, {})
            for text in entry.get("phrases", ()):
                running.setdefault(phrase(text), status)
            for text in (*entry.get("phrases", ()), *entry.get("whole", ())):
                self._whole.setdefault(phrase(text), status)
        keyed = {phrase(text): s for s in Status for text in table.get(s.value, {}).get("in_key", ())}
        self._keyed = {**keyed, **self._whole}
        self._running = running
        self._openings = frozenset(key.partition(" ")[0] for key in running)
        self._legend_words = {**self._whole, **running}
        self._pattern = _any_of(running)
        self._loose = _any_of(self._legend_words)
        denials = "|".join(map(re.escape, table.get("denials", {}).get("words", ()))) or r"(?!)"
        self._denied = re.compile(rf"(?<![^\W_])(?:{denials})\s+(?:[^\W_]+\s+)?$", re.IGNORECASE)
        self._modifiers = frozenset((*table.get("modifiers", {}).get("words", ()), *colours))

    def whole(self, text: str) -> Status | None:
        """Return the status if the whole text says one, else None."""
        if len(text) > _MAX_WHOLE:
            return None
        key = phrase(mend(text))
        if key in self._whole:
            return self._whole[key]
        core = [w for w in key.split() if w not in self._modifiers]
        return self._whole.get(" ".join(core)) if core else None

    def keyed(self, text: str) -> Status | None:
        """Return the status that a text has in a key of signs or colours, where more words tell one.

        What stands behind a comma explains it ("Utreds, inget beslut ännu"), unless it denies a status itself: "Klar,
        ikke i drift".
        """
        told, _, rest = text.partition(",")
        found = self.whole(text) or self._keyed.get(phrase(mend(text)))
        if found or not rest:
            return found
        first = self.keyed(told)
        other = self.within(rest) if self.denies(f"{' '.join(mend(rest).split()[:1])} ") else None
        return first if other is None or other[0] is first else None

    def within(self, text: str) -> tuple[Status, str] | None:
        """Return the first status told in the text and the words that tell it, None if there is none."""
        if self._openings.isdisjoint(words(mend(text))):
            return None
        return self._first(self._pattern, self._running, text)

    def legend(self, text: str) -> Status | None:
        """Return the status that a legend's text means: every status word counts, wherever it stands."""
        found = self.whole(text) or self.within(text) or self._first(self._loose, self._legend_words, text)
        return found[0] if isinstance(found, tuple) else found

    def denies(self, before: str) -> bool:
        """Tell whether a status word that follows this text is denied by it: "ikke" before "levert"."""
        return self._denied.search(before[-_REACH:]) is not None

    def _first(self, pattern: re.Pattern[str], statuses: Mapping[str, Status], text: str) -> tuple[Status, str] | None:
        text = mend(text)
        for match in pattern.finditer(text):
            if not self.denies(text[: match.start()]):
                return statuses[phrase(match[0])], match[0]
        return None


def _any_of(phrases: Mapping[str, Status]) -> re.Pattern[str]:
    """Match any of the phrases as whole words, the longest first."""
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    body = "|".join(r"[\W_]+".join(map(re.escape, p.split())) for p in longest_first) or r"(?!)"
    return re.compile(rf"(?<![^\W_])(?:{body})(?![^\W_])", re.IGNORECASE)
