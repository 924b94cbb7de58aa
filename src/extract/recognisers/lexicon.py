"""Small words that tell where a printed line goes on, read once from the packaged data."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_DATA = "veikart.core.data"
_FILE = "phrases.toml"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists by section and key; words are case folded."""

    lists: dict[str, dict[str, frozenset[str]]]
    padded: dict[str, dict[str, tuple[str, ...]]]  # the same with a blank on either side

    def holds(self, section: str, key: str, word: str) -> bool:
        """Tell whether the word (in any case) is on the list."""
        return word.casefold() in self.lists[section][key]

    def words(self, section: str, key: str) -> frozenset[str]:
        """Return a list."""
        return self.lists[section][key]

    def found(self, section: str, key: str, text: str) -> bool:
        """Tell whether a word or phrase of the list stands in the text, whole words only."""
        padded = f" {' '.join(text.casefold().replace(':', ' ').replace(',', ' ').replace('.', ' ').split())} "
        return any(map(padded.__contains__, self.padded[section][key]))

    def begins(self, section: str, key: str, text: str) -> bool:
        """Tell whether the text begins with a word or phrase of the list, or is one."""
        own = " ".join(text.casefold().replace(":", " ").replace(",", " ").split()) + " "
        return any(own.startswith(f"{word} ") for word in self.lists[section][key])


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the packaged lists."""
    raw = tomllib.loads(files(_DATA).joinpath(_FILE).read_text(encoding="utf-8"))
    lists = {
        section: {key: frozenset(word.casefold() for word in words) for key, words in keys.items()}
        for section, keys in raw.items()
    }
    padded = {
        section: {key: tuple(f" {word} " for word in words) for key, words in keys.items()}
        for section, keys in lists.items()
    }
    return Lexicon(lists, padded)
