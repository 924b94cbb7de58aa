"""Documents mapped over worker processes: each with a time and a memory limit, none able to stop the others."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import replace
from multiprocessing.context import BaseContext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from veikart.app.trail import memory_was_short, page_at_work
from veikart.app.worker import Answer, Task, read_one, start_worker
from veikart.core.config import ExtractSection
from veikart.core.problems import Code, DocumentError, Level, problem

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")

_TASKS_BEFORE_RENEWAL = 50  # a fresh process now and then, so that leaks in parsers do not add up
_PAGES_TO_LOSE = 3  # of one document; what stops a worker more often is no page's fault
_LEAST_SECONDS = 1.0  # of the document's time left, for a second try to make sense
_ONE_PAGES_FAULT = frozenset({Code.CRASHED, Code.OUT_OF_MEMORY})


def worker_count(settings: ExtractSection, tasks: int) -> int:
    """Return how many processes to use for so many documents."""
    wanted = settings.workers or os.cpu_count() or 1
    return max(1, min(wanted, tasks))


def worker_context() -> BaseContext:
    """Return how worker processes are started: without this one's memory and threads."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def read_all(tasks: Sequence[Task], settings: ExtractSection) -> Iterator[tuple[Task, Answer]]:
    """Yield every task with its answer as they come in; a crash or hang is an answer too.

    A page that stops its worker is left out at a second try, as long as the document's time lasts.
    """
    if not tasks:
        return
    from pebble import ProcessPool

    context = worker_context()
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["extract.service"])
    pool = ProcessPool(
        max_workers=worker_count(settings, len(tasks)),
        max_tasks=_TASKS_BEFORE_RENEWAL,
        initializer=start_worker,
        initargs=(settings.memory_mb,),
        context=context,
    )
    with TemporaryDirectory(ignore_cleanup_errors=True) as trails:
        try:
            yield from _answers(pool, _with_trails(tasks, Path(trails)), settings)
        finally:
            pool.stop()  # after the last answer there is nothing left to lose; before it, the caller has given up
            pool.join()


def _with_trails(tasks: Sequence[Task], folder: Path) -> list[Task]:
    ordered = sorted(tasks, key=_largest_first)
    return [replace(task, trail=folder / str(number)) for number, task in enumerate(ordered)]


def _answers(pool: "ProcessPool", tasks: Sequence[Task], settings: ExtractSection) -> Iterator[tuple[Task, Answer]]:
    def schedule(task: Task, spent: float) -> None:
        future = pool.schedule(read_one, args=[task], timeout=settings.timeout_seconds - spent)
        waiting[future] = task, spent

    waiting: dict[Future[Answer], tuple[Task, float]] = {}
    for task in tasks:
        schedule(task, 0.0)
    while waiting:
        ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in ready:
            task, spent = waiting.pop(future)
            answer = _answer(future.result, task, settings)
            spent += answer.seconds
            if _is_worth_a_second_try(task, answer, settings.timeout_seconds - spent):
                assert answer.problem is not None
                schedule(replace(task, lost=(*task.lost, answer.problem)), spent)
            else:
                yield task, replace(answer, seconds=spent)


def _is_worth_a_second_try(task: Task, answer: Answer, seconds: float) -> bool:
    """Tell whether one page stopped the worker, not one that was left out already, and there is time to go on."""
    told = answer.problem
    if told is None or told.code not in _ONE_PAGES_FAULT or told.page == 0 or seconds < _LEAST_SECONDS:
        return False
    return len(task.lost) < _PAGES_TO_LOSE and told.page not in {p.page for p in task.lost}


def _largest_first(task: Task) -> tuple[int, str]:
    try:
        return -task.path.stat().st_size, task.name
    except OSError:
        return 0, task.name


def _answer(result: Callable[[], Answer], task: Task, settings: ExtractSection) -> Answer:
    """Return what the worker found, or the problem that it met, at its page where that is known."""
    from pebble import ProcessExpired

    try:
        found = result()
    except FutureTimeoutError:
        seconds = f"{settings.timeout_seconds:g}"
        told = problem(Code.TIMED_OUT, Level.ERROR, page_at_work(task.trail), seconds=seconds)
        return Answer(problem=told, seconds=settings.timeout_seconds)
    except ProcessExpired as error:
        return _died(task, f"exit code {error.exitcode}", settings)
    except MemoryError:
        found = Answer(problem=problem(Code.OUT_OF_MEMORY, Level.ERROR, limit=settings.memory_mb))
    except Exception as error:  # an answer that cannot be carried over is the document's problem
        return _died(task, f"{type(error).__name__}: {error}"[:200], settings)
    if found.problem is not None and found.problem.code is Code.OUT_OF_MEMORY:
        return replace(found, problem=replace(found.problem, page=page_at_work(task.trail)))
    return found


def _died(task: Task, cause: str, settings: ExtractSection) -> Answer:
    """Return the answer of a worker that is gone; how long it took, and whether memory was short, its trail tells."""
    seconds = 0.0
    if task.trail is not None and task.trail.exists():
        state = task.trail.stat()
        seconds = max(0.0, time.time() - state.st_mtime)
    page = page_at_work(task.trail)
    if memory_was_short(task.trail):
        told = problem(Code.OUT_OF_MEMORY, Level.ERROR, page, limit=settings.memory_mb)
    else:
        told = problem(Code.CRASHED, Level.ERROR, page, cause=cause)
    return Answer(problem=told, seconds=seconds)


def run_limited(function: Callable[..., T], args: tuple[object, ...], settings: ExtractSection) -> T:
    """Call a function in a worker process of its own, under the limits of a document.

    Raises:
        DocumentError: it took too long, took too much memory, crashed or said so itself.
    """
    from pebble import ProcessExpired, ProcessPool

    context = multiprocessing.get_context("spawn")
    with ProcessPool(max_workers=1, initializer=start_worker, initargs=(settings.memory_mb,), context=context) as pool:
        future = pool.schedule(function, args=list(args), timeout=settings.timeout_seconds)
        try:
            result: T = future.result()
        except FutureTimeoutError as error:
            told = problem(Code.TIMED_OUT, Level.ERROR, seconds=f"{settings.timeout_seconds:g}")
            raise DocumentError(told) from error
        except MemoryError as error:
            raise DocumentError(problem(Code.OUT_OF_MEMORY, Level.ERROR, limit=settings.memory_mb)) from error
        except ProcessExpired as error:
            raise DocumentError(problem(Code.CRASHED, Level.ERROR, cause=str(error)[:200])) from error
        return result
