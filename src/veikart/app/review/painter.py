"""Pages drawn in a worker process with a document's limits, and kept in memory up to a limit."""

import multiprocessing
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pebble import ProcessPool

from extract.picturing import Line, Place, lines_around, page_picture
from reconcile.rulings import OF_FIELD
from veikart.app.project import Project
from veikart.app.review.crops import crop, framed
from veikart.app.worker import start_worker
from veikart.core.geometry import Box
from veikart.core.records import Record

PAGE_WIDTH = 1600  # pixels
CACHE_BYTES = 64 * 2**20
_TASKS_BEFORE_RENEWAL = 50
_LINED = frozenset({"text", "docx", "markdown"})
T = TypeVar("T")


class ByteCache:
    """Byte strings by key, the least recently used thrown out above a total size. Safe for threads."""

    def __init__(self, limit: int) -> None:
        self._limit, self._size = limit, 0
        self._kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a key, made where it is not there."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self._size += len(made)
            while self._size > self._limit and len(self._kept) > 1:
                _, gone = self._kept.popitem(last=False)
                self._size -= len(gone)
        return made

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size


class Painter:
    """Draws the places of records. Documents are found by the project's own list, never by a name from outside."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._pool: ProcessPool | None = None
        self._cache = ByteCache(CACHE_BYTES)
        self._lines: OrderedDict[tuple[object, ...], tuple[Line, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            if self._pool is not None:
                self._pool.stop()
                self._pool.join()
                self._pool = None

    def picture(self, record: Record, whole: bool, field: str = "") -> bytes:
        """Return a PNG of the record's place with its box drawn, b"" where there is no picture of it.

        With a field, the place that told its value is framed as well.
        """
        path = self._path(record.document)
        if path is None or record.box is None:
            return b""
        place = (str(path), _changed(path), record.page)
        page = self._cache.get(place, lambda: self._page(path, record.page))
        if not page:
            return b""
        box, more = record.box, told_at(record, field)
        if whole:
            return self._cache.get((*place, box, True), lambda: framed(page, box))
        return self._cache.get((*place, box, more), lambda: crop(page, box, more))

    def lines(self, record: Record, kind: str) -> tuple[Line, ...]:
        """Return the lines around a record of a document without layout."""
        path = self._path(record.document)
        if path is None or kind not in _LINED:
            return ()
        key = (str(path), _changed(path), record.id)
        if key not in self._lines:
            lines = (record.line_start, record.line_end)
            place = Place(record.page, record.anchor, lines, record.snippet or record.title)
            self._lines[key] = self._work(lines_around, (path, place, self._project.config)) or ()
            while len(self._lines) > 2_000:
                self._lines.popitem(last=False)
        return self._lines[key]

    def _page(self, path: Path, number: int) -> bytes:
        return self._work(page_picture, (path, number, self._project.config, PAGE_WIDTH)) or b""

    def _path(self, document: str) -> Path | None:
        return next((path for name, path in self._project.documents() if name == document), None)

    def _work(self, function: Callable[..., T], args: tuple[object, ...]) -> T | None:
        """Call a function in the worker; None where it failed or took too long."""
        settings = self._project.config.extract
        with self._lock:
            if self._pool is None or not self._pool.active:
                self._pool = ProcessPool(
                    max_workers=1,
                    max_tasks=_TASKS_BEFORE_RENEWAL,
                    initializer=start_worker,
                    initargs=(settings.memory_mb,),
                    context=multiprocessing.get_context("spawn"),
                )
            future = self._pool.schedule(function, args=list(args), timeout=settings.timeout_seconds)
        try:
            result: T = future.result()
        except Exception:  # a page that cannot be drawn costs its picture; the question can be answered without
            return None
        return result


def told_at(record: Record, field: str) -> tuple[Box, ...]:
    """Return the places on the record's page that told its values of a field."""
    names = OF_FIELD.get(field, ())
    boxes = (s.box for s in record.statements if s.field in names and s.page in (0, record.page))
    return tuple(dict.fromkeys(box for box in boxes if box is not None and box != record.box))


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
