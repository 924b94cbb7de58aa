"""The desk: the project's state in memory, brought up to date whenever files changed, and the only place that decides.

Nothing is read from documents: extractions come from normalized/, decisions from decisions/. A decision is on disk
before anything else is told of it. Several people may sit at several desks over one project: the file is only ever
appended to, and every desk reads it anew when it changed.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reconcile.service import Outcome, reconcile
from veikart.app.decisions_folder import DECISIONS, REGISTRY, add_decisions, load_decisions, load_measure_registry
from veikart.app.extracting import load_stage
from veikart.app.project import Project
from veikart.app.review.effects import Effect, compare
from veikart.app.review.view import View
from veikart.core.decisions import Decision
from veikart.core.records import Extraction
from veikart.core.vocabulary import Vocabulary, load_vocabulary

_EFFECTS_KEPT = 64
Signature = tuple[tuple[str, int, int], ...]


class Desk:
    """The state of one project, for any number of threads."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.vocabulary: Vocabulary = load_vocabulary(project.config.vocabulary or None)
        self._lock = threading.RLock()
        self._view: View | None = None
        self._extractions: tuple[Extraction, ...] = ()
        self._hidden = 0
        self._read: Signature = ()
        self._decided: Signature = ()
        self._effects: OrderedDict[tuple[object, ...], Effect] = OrderedDict()

    def view(self) -> View:
        """Return the state as it is on disk now."""
        with self._lock:
            read = _signature(sorted(self.project.normalized.glob("*.jsonl")))
            decided = _signature([self.project.decisions / name for name in (DECISIONS, REGISTRY)])
            if self._view is not None and read == self._read and decided == self._decided:
                return self._view
            if read != self._read or self._view is None:
                self._extractions, self._hidden = self._visible()
            decisions, problems = load_decisions(self.project.decisions)
            made = self._reconcile(decisions)
            version = self._view.version + 1 if self._view else 1
            self._view = View(
                version,
                self._extractions,
                made.reconciliation,
                tuple(decisions),
                (*problems, *made.problems),
                self._hidden,
            )
            self._read, self._decided = read, decided
            return self._view

    def act(self, make: Callable[[View], list[Decision]]) -> list[Decision]:
        """Make decisions of the state as it is now and write them; nobody else decides at this desk in between.

        Raises:
            OSError: they could not be written; nothing was changed.
        """
        with self._lock:
            decisions = make(self.view())
            self.decide(decisions)
            return decisions

    def decide(self, decisions: Sequence[Decision]) -> Effect:
        """Write decisions that belong together to disk, and return what they changed.

        Raises:
            OSError: they could not be written; nothing was changed.
        """
        with self._lock:
            before = self.view()
            add_decisions(self.project.decisions, decisions)
            effect = compare(before, self.view())
            self._keep((decisions[0].id,), effect)
            return effect

    def effect_of(self, decision_id: str) -> Effect | None:
        """Return what a decision of this desk changed, None where that is no longer remembered."""
        with self._lock:
            return self._effects.get((decision_id,))

    def what_if(self, decisions: Sequence[Decision]) -> Effect:
        """Return what decisions would change, without writing anything."""
        with self._lock:
            before = self.view()
            told = tuple((d.judgement, d.left.record, d.right.record, d.field, d.value) for d in decisions)
            key = (before.version, *told)
            if key not in self._effects:
                decided = (*before.decisions, *decisions)
                made = self._reconcile(decided)
                after = replace(before, outcome=made.reconciliation, decisions=decided)
                self._keep(key, compare(before, after))
            return self._effects[key]

    def _keep(self, key: tuple[object, ...], effect: Effect) -> None:
        self._effects[key] = effect
        while len(self._effects) > _EFFECTS_KEPT:
            self._effects.popitem(last=False)

    def _reconcile(self, decisions: Sequence[Decision]) -> Outcome:
        registry = load_measure_registry(self.project.decisions)
        config = self.project.config
        language = config.project.language
        return reconcile(self._extractions, config.reconcile, self.vocabulary, decisions, registry, None, language)

    def _visible(self) -> tuple[tuple[Extraction, ...], int]:
        """Leave documents above the ceiling out altogether: what is not here cannot be shown."""
        from export.service import over_ceiling

        found = load_stage(self.project).extractions
        over = set(over_ceiling(found, self.project.config))
        return tuple(e for e in found if e.document.path not in over), len(over)


def _signature(files: Sequence[Path]) -> Signature:
    found = []
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue
        found.append((file.name, state.st_size, state.st_mtime_ns))
    return tuple(found)
