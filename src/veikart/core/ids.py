"""Ids that come out the same at every run: short hashes of what a thing is anchored to, never of its cleaned text."""

import hashlib
import unicodedata


def short_hash(*parts: str, length: int = 12) -> str:
    """Return the first hexadecimal digits of a SHA-256 over the parts, each in Unicode form NFC."""
    joined = "\x1f".join(unicodedata.normalize("NFC", part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def record_id(document: str, anchor: str) -> str:
    """Return the id of the record at `anchor` in the document with this path below raw/."""
    return "r" + short_hash("record", document, anchor)


def link_id(left: str, right: str, kind: str) -> str:
    """Return the id of a document's link between two record ids, or a record id and a name."""
    return "l" + short_hash("link", left, right, kind)
