"""What became of the measures between two editions, each told by a document, a series or a date."""

from fnmatch import fnmatchcase

from reconcile.lineage import compare_editions
from veikart.app.explaining import prepare_project
from veikart.app.extracting import Extracted
from veikart.app.project import Project
from veikart.app.subjects import UnknownSubjectError
from veikart.core.outcome import Lineage
from veikart.core.records import Document
from veikart.core.text import fold


def compare(project: Project, extracted: Extracted, old: str, new: str) -> list[Lineage]:
    """Return the changes from one edition to the other.

    Raises:
        UnknownSubjectError: no document fits one of the two.
    """
    documents = [e.document for e in extracted.extractions if e.records]
    older, newer = edition(documents, old), edition(documents, new)
    return compare_editions(prepare_project(project, extracted).scene, older, newer)


def edition(documents: list[Document], wanted: str) -> list[Document]:
    """Return the documents that a path (with * and ?), a series, an edition as printed, or a date such as 2023 means.

    Raises:
        UnknownSubjectError: none fits.
    """
    tests = (
        lambda d: d.path == wanted,
        lambda d: fnmatchcase(d.path, wanted),
        lambda d: bool(d.series) and d.series == wanted,
        lambda d: bool(d.date) and d.date.startswith(wanted),
        lambda d: bool(fold(wanted)) and fold(wanted) in (fold(d.edition), fold(d.title)),
        lambda d: bool(fold(wanted)) and fold(wanted) in fold(d.path),
    )
    for test in tests:
        found = [document for document in documents if test(document)]
        if found:
            return found
    raise UnknownSubjectError(wanted)
