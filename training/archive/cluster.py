"""Recordings spread over processes or machines by Dask, a recording a task.

Dask sends what it runs as pickles between its own processes: whoever may connect to a scheduler may run any
code on its workers, and a scheduler on the client. One is named only if it is trusted.
"""

from __future__ import annotations

import importlib.util
import logging
import tempfile
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from training.archive.recordings import Recording, stamp
from training.archive.store import Store
from training.archive.tasks import Job, Row, failed, work

if TYPE_CHECKING:
    from distributed import Client, Future, as_completed

NEEDS = ("dask", "distributed", "pyarrow")
"""What the extra ``[archive]`` brings."""

AHEAD = 3
"""Tasks a worker that are handed to the scheduler at a time: the next one waits where the last one ends."""

DEATHS = 1
"""If more workers than this die, a task assigned to them is suspected, and one done alone is given up."""

WAIT_S = 30
"""Seconds to wait for a scheduler, and for its first worker."""

TEND_S, POLL_S = 2.0, 0.05
"""While no task is done, it is seen after workers and after tasks every so many seconds."""


def check_installed() -> None:
    """Refuse to go on without what an archive needs.

    Raises
    ------
    ValueError
        If something is missing.
    """
    missing = [name for name in NEEDS if importlib.util.find_spec(name) is None]
    if missing:
        raise ValueError(
            f"An archive needs {' and '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not "
            "installed: pip install 'ecg-monitor[archive]'."
        )


def results(
    recordings: Sequence[Recording], job: Job, workers: int, scheduler: str | None = None
) -> Generator[tuple[Recording, Row], None, None]:
    """Do recordings, and give each with its row as it is done.

    A task whose worker dies is done by another one. One that is suspected of its workers' deaths is tried
    once more while nothing else is under way; only what ends workers there is given up.

    Parameters
    ----------
    recordings : sequence of Recording
        What is to be done.
    job : Job
        What is done with each.
    workers : int
        Processes on this machine.
    scheduler : str, optional
        Address of a scheduler whose workers are used in place of them.

    Raises
    ------
    ConnectionError
        If the scheduler does not answer, has no worker, or goes away.
    WriteError, ValueError
        As `training.archive.tasks.work`.
    """
    if not recordings:
        return
    with ExitStack() as open_:
        client, tend = _connect(open_, min(workers, len(recordings)), scheduler)
        open_.enter_context(client)
        yield from _spread(client, tend, recordings, job, scheduler)


def _connect(open_: ExitStack, workers: int, scheduler: str | None) -> tuple[Client, Callable[[], None]]:
    """Give a client, and what is to be called now and then so that there are workers."""
    import dask
    from distributed import Client, LocalCluster

    if scheduler is not None:
        try:
            client = Client(scheduler, timeout=WAIT_S)
        except (OSError, ValueError) as error:
            raise ConnectionError(f"There is no scheduler that answers at {scheduler}.") from error
        try:
            client.wait_for_workers(1, timeout=WAIT_S)
        except TimeoutError as error:
            client.close()
            raise ConnectionError(f"The scheduler at {scheduler} has no worker.") from error
        return client, lambda: None  # its workers are its own affair
    # Where workers keep what they spill, which is nothing; not in the user's folder.
    scratch = open_.enter_context(tempfile.TemporaryDirectory(prefix="ecg-archive-"))
    open_.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": DEATHS}))
    cluster = open_.enter_context(
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
            # Without a dashboard there is a server for its figures all the same: at the usual port it would
            # warn whoever runs another Dask, or a second archive.
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
            local_directory=scratch,
            silence_logs=logging.CRITICAL,
        )
    )
    # A process that dies is started anew by what watches it, unless it had only just begun: then nobody does,
    # and the cluster must be told how many there should be.
    return Client(cluster), partial(cluster.scale, workers)


def _spread(
    client: Client,
    tend: Callable[[], None],
    recordings: Sequence[Recording],
    job: Job,
    scheduler: str | None,
) -> Generator[tuple[Recording, Row], None, None]:
    """Keep so many tasks under way that no worker waits, and no more: a million would fill memories.

    Dask counts a worker's death against every task that was assigned to it, those that only waited there
    included, since it cannot know which of them ran (``distributed.scheduler.allowed-failures``). So a task
    that it gives up is suspected and no more. The suspects are done one at a time once all else is: there a
    death is the recording's own.
    """
    from distributed import KilledWorker, as_completed

    waiting, under_way = iter(recordings), {}
    suspects, alone = deque[Recording](), False
    completed = as_completed()

    store = Store(job.out)

    def submit(recording: Recording) -> None:
        store.forget(recording.key)
        # A name of its own: deaths are counted by it.
        name = f"ecg-alone-{recording.key}" if alone else f"ecg-{recording.key}"
        future = client.submit(work, recording, job, key=name, pure=False)
        under_way[future.key] = recording
        completed.add(future)

    threads = sum(client.nthreads().values())
    for recording in islice(waiting, AHEAD * threads):
        submit(recording)
    for future in _as_done(completed, tend):
        recording = under_way[future.key]
        # The row lies in the folder before its task ends: a worker that dies between that and the moment at
        # which it is asked for what it gave takes nothing along.
        row: Row | None = store.row(recording.key)
        if row is None and future.status == "error":
            error: Any = future.exception()
            if not isinstance(error, KilledWorker):
                raise error
            if alone:
                why = failed(_killed(error.allowed_failures + 1))
                row = {"key": recording.key, "path": recording.spec, **why}
                store.keep(recording.key, stamp(recording.spec), row)
            else:
                suspects.append(recording)
        if row is None and future.status == "finished":
            row = future.result()  # the folder of another machine may show it a little later
        if row is None and future.status != "error":
            if future.status == "cancelled" or client.status != "running":
                raise ConnectionError(f"The scheduler{f' at {scheduler}' if scheduler else ''} has gone.")
            completed.add(future)  # it is being done once more
            continue
        del under_way[future.key]
        future.release()  # else it would be done once more where its worker dies
        if row is not None:
            yield recording, row
        for one in islice(waiting, 1):
            submit(one)
        if not under_way and suspects:
            alone = True
            submit(suspects.popleft())


def _as_done(completed: as_completed, tend: Callable[[], None]) -> Generator[Future, None, None]:
    """Give futures as they are done, and see that there are workers while none is."""
    tended = time.monotonic()
    while not completed.is_empty():
        if completed.has_ready():
            yield next(completed)
            continue
        if time.monotonic() >= tended + TEND_S:
            tend()
            tended = time.monotonic()
        time.sleep(POLL_S)


def _killed(workers: int) -> str:
    return (
        f"Its analysis ended {2 * workers} workers, {workers} of them while nothing else was under way, "
        "by want of memory perhaps."
    )
