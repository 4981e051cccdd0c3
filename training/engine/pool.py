"""Work spread over processes of this machine."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")


def workers(jobs: int) -> ProcessPoolExecutor:
    """Processes to work in; spawned, since a fork would carry along locks of torch's threads."""
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def spread(do: Callable[[Job], Outcome], work: Sequence[Job], jobs: int) -> Iterator[Outcome]:
    """Do one piece of work after another, or several at a time; give the outcomes in the order of the work.

    Parameters
    ----------
    do : callable
        Does one; picklable, if several are done at a time.
    work : sequence
        What is to be done.
    jobs : int
        So many at a time, each in a process of its own; in this process where it is one.
    """
    if jobs <= 1 or len(work) <= 1:
        yield from map(do, work)
        return
    with workers(jobs) as pool:
        yield from pool.map(do, work)
