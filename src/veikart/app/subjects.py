"""What people may call a measure or a mention: its id, its name, or words that stand in one name only."""

from collections.abc import Iterable

from reconcile.service import Prepared
from veikart.core.records import Record
from veikart.core.text import fold

MOST_SHOWN = 8
"""Candidates that a message names."""


class UnknownSubjectError(KeyError):
    """There is no record or measure with such an id or name."""


class AmbiguousSubjectError(ValueError):
    """A name means several things; `candidates` tells them with their ids."""

    def __init__(self, subject: str, candidates: Iterable[str]) -> None:
        super().__init__(subject)
        self.subject = subject
        self.candidates = tuple(candidates)


def find_measure(prepared: Prepared, subject: str) -> str:
    """Return the id of the measure that an id, a name or words of a name mean.

    Raises:
        UnknownSubjectError: none fits.
        AmbiguousSubjectError: several fit.
    """
    measure = prepared.registry.state().resolve(subject)
    if measure in prepared.scene.measures:
        return measure
    names = {m.id: [fold(n) for n in (m.name, *m.aliases)] for m in prepared.measures}
    for record in _records(prepared):
        names[prepared.scene.measure_of(prepared.scene.corpus.by_record[record.id])].append(fold(record.title))
    shown = {m.id: f"«{m.name}» ({m.id})" for m in prepared.measures}
    return _one(subject, names, shown)


def find_record(prepared: Prepared, subject: str) -> str:
    """Return the id of the record that an id, a title or words of a title mean.

    Of several mentions that are one measure anyway, the first stands for all.

    Raises:
        UnknownSubjectError: none fits.
        AmbiguousSubjectError: several fit, in one document or in several.
    """
    corpus = prepared.scene.corpus
    if subject in corpus.by_record:
        return subject
    names: dict[str, list[str]] = {}
    shown: dict[str, str] = {}
    for record in _records(prepared):
        node = corpus.mentions[corpus.by_record[record.id]]
        names.setdefault(node.record.id, []).extend((fold(record.name), fold(record.title)))
        shown[node.record.id] = f"«{node.record.title}» ({node.document.path}, {node.record.id})"
    measures = {key: prepared.scene.measure_of(corpus.by_record[key]) for key in names}
    return _one(subject, names, shown, measures)


def _records(prepared: Prepared) -> list[Record]:
    return [record for mention in prepared.scene.corpus.mentions for record in mention.records]


def _one(subject: str, names: dict[str, list[str]], shown: dict[str, str], alike: dict[str, str] | None = None) -> str:
    """Return the one id that bears the name; words inside a name count where no name is the whole.

    Ids that are `alike` in what they map to count as one.
    """
    wanted = fold(subject)
    for fits in (lambda name: name == wanted, lambda name: bool(wanted) and wanted in name):
        found = sorted(key for key, own in names.items() if any(map(fits, own)))
        if found and len({alike[key] if alike else key for key in found}) == 1:
            return found[0]
        if found:
            raise AmbiguousSubjectError(subject, (shown[key] for key in found))
    raise UnknownSubjectError(subject)
