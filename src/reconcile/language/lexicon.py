"""The lemma table of Norsk Ordbank (CC-BY 4.0, in the package spacy-lookups-data) as one compact, memory-mapped file.

The file holds, for every inflected form, a 64-bit hash, the place of its lemma and its parts of speech; the hashes are
sorted, so a look-up is a bisection and opening the file costs nothing. It is compiled once (about two seconds) into the
user's cache folder; where that cannot be written, the table is compiled in memory.
"""

import mmap
import os
import struct
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from veikart.core.files import write_atomic

MAGIC = b"VKLEX2\0\0"
NOUN, VERB, ADJECTIVE, ADVERB, LEMMA = 1, 2, 4, 8, 16
_PARTS_OF_SPEECH = (("noun", NOUN), ("adj", ADJECTIVE), ("verb", VERB), ("adv", ADVERB))
_HEADER = struct.Struct("<8sII")
TABLE = "lemma_exc"
FILE_NAME = "lemmas-nb-2.bin"


class Lexicon(Protocol):
    """Answers what a form's lemma is and what parts of speech it has."""

    def look_up(self, form: str) -> tuple[str, int] | None:
        """Return lemma and parts of speech (bits, LEMMA where the form is one itself); None for an unknown form."""
        ...


class MappedLexicon:
    """The compiled table, in a memory-mapped file or in memory."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        magic, count, blob = _HEADER.unpack_from(data, 0)
        if magic != MAGIC or len(data) != _HEADER.size + count * 13 + blob:
            raise ValueError("not a compiled lemma table")
        view = memoryview(data)
        start = _HEADER.size
        self._hashes = view[start : start + 8 * count].cast("Q")
        self._places = view[start + 8 * count : start + 12 * count].cast("I")
        self._kinds = view[start + 12 * count : start + 13 * count]
        self._blob = view[start + 13 * count :]
        self._count: int = count

    def __len__(self) -> int:
        return self._count

    def look_up(self, form: str) -> tuple[str, int] | None:
        """Return lemma and parts of speech; None for an unknown form."""
        wanted = _hash(form)
        at = bisect_left(self._hashes, wanted)
        if at == self._count or self._hashes[at] != wanted:
            return None
        place = self._places[at]
        length = self._blob[place]
        return bytes(self._blob[place + 1 : place + 1 + length]).decode(), self._kinds[at]


class EmptyLexicon:
    """Knows no word: what is left where the table is not installed."""

    def look_up(self, form: str) -> tuple[str, int] | None:  # noqa: ARG002 - the protocol's signature
        """Return None."""
        return None


def _hash(form: str) -> int:
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "little")


def compile_table(tables: Mapping[str, Mapping[str, list[str]]]) -> bytes:
    """Return the compiled file for tables of part of speech → form → lemmas."""
    entries: dict[str, tuple[str, int]] = {}
    for name, bit in _PARTS_OF_SPEECH:
        for form, lemmas in tables.get(name, {}).items():
            lemma, kinds = entries.get(form, (lemmas[0], 0))
            entries[form] = (lemma, kinds | bit | (LEMMA if form in lemmas else 0))
    blob = bytearray()
    places: dict[str, int] = {}
    rows: list[tuple[int, int, int]] = []
    for form in sorted(entries):
        lemma, kinds = entries[form]
        encoded = lemma.encode()
        if len(encoded) > 255:
            continue
        if lemma not in places:
            places[lemma] = len(blob)
            blob += bytes([len(encoded)]) + encoded
        rows.append((_hash(form), places[lemma], kinds))
    rows.sort()
    hashes = array("Q", (row[0] for row in rows))
    offsets = array("I", (row[1] for row in rows))
    kinds_of = bytes(row[2] for row in rows)
    return _HEADER.pack(MAGIC, len(rows), len(blob)) + hashes.tobytes() + offsets.tobytes() + kinds_of + bytes(blob)


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Return the lexicon from its cached file below `folder` (default: the user's cache), compiled where missing.

    Safe when several processes start at once: each writes a whole file under another name and renames it.
    """
    path = (folder or user_cache()) / FILE_NAME
    mapped = _open(path)
    if mapped is not None:
        return mapped
    data = _compile_packaged()
    if data is None:
        return EmptyLexicon()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
    except OSError:
        return MappedLexicon(data)
    return _open(path) or MappedLexicon(data)


def user_cache() -> Path:
    """Return the folder for rebuildable files: VEIKART_CACHE, else where the platform keeps such files."""
    if own := os.environ.get("VEIKART_CACHE"):
        return Path(own)
    if base := os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME"):
        return Path(base) / "veikart"
    try:
        return Path.home() / ".cache" / "veikart"
    except RuntimeError:
        return Path(".veikart-cache")


def _open(path: Path) -> MappedLexicon | None:
    try:
        with path.open("rb") as stream:
            return MappedLexicon(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, struct.error):
        return None


def _compile_packaged() -> bytes | None:
    """Compile the table that spaCy finds among its installed lookups; spaCy itself is imported here and nowhere else,
    so that only the first run on a machine pays for it."""
    try:
        from spacy.lookups import load_lookups

        table = load_lookups("nb", [TABLE]).get_table(TABLE)
    except (ImportError, KeyError, ValueError):
        return None
    return compile_table({name: table.get(name, {}) for name, _ in _PARTS_OF_SPEECH})
