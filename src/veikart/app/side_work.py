"""A second process for heavy steps that know their input, so that two cores have something to do after reading too.

Only large projects pay for one: starting it costs about as much as exporting a few thousand records.
"""

import gc
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from veikart.app.pool import worker_context, worker_count
from veikart.app.worker import drop_secrets
from veikart.core.config import ExtractSection
from veikart.core.executors import Here

_WORTH_A_PROCESS = 3_000  # records


def _start() -> None:
    drop_secrets()
    gc.disable()  # see `without_collector`


@contextmanager
def side_executor(settings: ExtractSection, records: int) -> Iterator[Executor]:
    """Hold an executor for a step beside the main one: a process where there is enough to do, else this very one."""
    if records < _WORTH_A_PROCESS or worker_count(settings, 2) < 2:
        yield Here()
        return
    with ProcessPoolExecutor(1, mp_context=worker_context(), initializer=_start) as pool:
        yield pool
