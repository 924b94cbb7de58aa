"""Documents mapped over worker processes: each with a time and a memory limit, none able to stop the others."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import TypeVar

from veikart.app.worker import Answer, Task, read_one, start_worker
from veikart.core.config import ExtractSection
from veikart.core.problems import Code, DocumentError, Level, problem

T = TypeVar("T")

_TASKS_BEFORE_RENEWAL = 50  # a fresh process now and then, so that leaks in parsers do not add up


def worker_count(settings: ExtractSection, tasks: int) -> int:
    """Return how many processes to use for so many documents."""
    wanted = settings.workers or os.cpu_count() or 1
    return max(1, min(wanted, tasks))


def read_all(tasks: Sequence[Task], settings: ExtractSection) -> Iterator[tuple[Task, Answer]]:
    """Yield every task with its answer as they come in; a crash or hang is an answer too."""
    if not tasks:
        return
    from pebble import ProcessPool

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["extract.service"])
    pool = ProcessPool(
        max_workers=worker_count(settings, len(tasks)),
        max_tasks=_TASKS_BEFORE_RENEWAL,
        initializer=start_worker,
        initargs=(settings.memory_mb,),
        context=context,
    )
    try:
        futures: dict[Future[Answer], Task] = {
            pool.schedule(read_one, args=[task], timeout=settings.timeout_seconds): task
            for task in sorted(tasks, key=_largest_first)
        }
        for future in as_completed(futures):
            yield futures[future], _answer(future.result, settings)
    finally:
        pool.stop()  # after the last answer there is nothing left to lose; before it, the caller has given up
        pool.join()


def _largest_first(task: Task) -> tuple[int, str]:
    try:
        return -task.path.stat().st_size, task.name
    except OSError:
        return 0, task.name


def _answer(result: Callable[[], Answer], settings: ExtractSection) -> Answer:
    from pebble import ProcessExpired

    try:
        return result()
    except FutureTimeoutError:
        return Answer(problem=problem(Code.TIMED_OUT, Level.ERROR, seconds=f"{settings.timeout_seconds:g}"))
    except ProcessExpired as error:
        return Answer(problem=problem(Code.CRASHED, Level.ERROR, cause=str(error)[:200]))
    except MemoryError:
        return Answer(problem=problem(Code.OUT_OF_MEMORY, Level.ERROR, limit=settings.memory_mb))
    except Exception as error:  # an answer that cannot be carried over is the document's problem
        return Answer(problem=problem(Code.CRASHED, Level.ERROR, cause=f"{type(error).__name__}: {error}"[:200]))


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
