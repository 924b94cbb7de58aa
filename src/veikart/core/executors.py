"""Where heavy steps run: plain functions over plain data, on an `Executor` that may be this process or another."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Here(Executor):
    """Runs everything at once in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run the function and return its outcome as a future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def start(executor: Executor, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
    """Start a function on an executor and return what waits for its outcome.

    Where the executor's process is lost (killed, out of memory), the function is run here.
    """
    try:
        future = executor.submit(fn, *args, **kwargs)
    except BrokenExecutor:
        future = Here().submit(fn, *args, **kwargs)

    def outcome() -> T:
        try:
            return future.result()
        except BrokenExecutor:
            return fn(*args, **kwargs)

    return outcome
