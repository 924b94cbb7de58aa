"""What a document is: title, issuer, edition, language, sensitivity and series, as it and the project tell."""

from dataclasses import replace

from extract.about.dating import edition_of
from extract.about.front import cover, edge_texts, shown
from extract.about.issuing import issuer_of
from extract.about.language import language_of
from extract.about.sensitivity import sensitivity_of
from extract.about.titling import series_of, title_of
from veikart.core.blocks import DocumentMeta, Page
from veikart.core.config import DocumentOverride
from veikart.core.records import Document
from veikart.core.vocabulary import Vocabulary


def describe(
    path: str,
    kind: str,
    sha256: str,
    meta: DocumentMeta,
    first_pages: list[Page],
    vocabulary: Vocabulary,
    override: DocumentOverride | None,
) -> Document:
    """Return what the first pages and the properties of a document say it is.

    `path` is below raw/. A field is empty where nothing tells. `date` without `edition` comes from the file's name or
    properties alone. What the project's configuration says comes first.
    """
    pages = shown(first_pages)
    front, edges = cover(pages), edge_texts(pages)
    title = override.title if override else None
    if title is None:
        title = title_of(front, pages, meta, path, vocabulary)
    issuer = override.issuer if override else None
    if issuer is None:
        issuer = issuer_of(front, edges, pages, meta, title, vocabulary)
    edition = edition_of(front, edges, pages, meta, path)
    found = Document(
        path=path,
        sha256=sha256,
        kind=kind,
        title=title,
        issuer=issuer,
        edition=edition.text,
        date=edition.date,
        language=language_of(pages, meta.language),
        sensitivity=sensitivity_of(meta, first_pages, vocabulary),
        series=series_of(title, issuer, path),
        pages=meta.pages,
    )
    return _overruled(found, override) if override else found


def _overruled(found: Document, override: DocumentOverride) -> Document:
    def first(given: str | None, read: str) -> str:
        return read if given is None else given

    return replace(
        found,
        edition=first(override.edition, found.edition),
        date=first(override.date, found.date),
        language=first(override.language, found.language),
        sensitivity=first(override.sensitivity, found.sensitivity),
        series=first(override.series, found.series),
    )
