"""Work shared out among processes of which any may die: what it had in hand is lost, a new one takes on the rest."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_CONTEXT: Any = get_context("fork" if sys.platform == "linux" else "spawn")
_AHEAD = 500
"""Results that may wait for the one before them."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    number: int = -1
    since: float = field(default_factory=time.monotonic)


@dataclass(frozen=True)
class Pool(Generic[T, R]):
    """``work`` is done to each task in one of ``size`` processes; whatever it raises is a fault of the whole.

    ``lost`` gives the result for a task whose process ended (with this exit status), or, with None, was ended because it
    took more than ``seconds``. All that crosses, ``work`` itself too, is pickled.
    """

    work: Callable[[T], R]
    lost: Callable[[T, int | None], R]
    size: int
    seconds: float

    def map(self, tasks: Iterable[T]) -> Iterator[R]:
        """The results in the order of ``tasks``, which are asked for one after another as processes become free."""
        todo, inside = enumerate(tasks), dict[int, T]()
        done = dict[int, R]()
        workers: list[_Worker] = []
        following, more = 0, True
        try:
            while more or inside or done:
                while more and len(inside) < self.size and len(done) < _AHEAD:
                    number, task = next(todo, (-1, None))
                    more = number >= 0
                    if more:
                        inside[number] = task  # type: ignore[assignment]
                        self._give(workers, number, task)  # type: ignore[arg-type]
                for number, result in self._results(workers, inside):
                    done[number] = result
                    del inside[number]
                while following in done:
                    yield done.pop(following)
                    following += 1
        finally:
            for worker in workers:
                _end(worker)

    def _give(self, workers: list[_Worker], number: int, task: T) -> None:
        free = next((w for w in workers if w.number < 0 and w.process.is_alive()), None)
        if free is None:
            here, there = _CONTEXT.Pipe()
            process = _CONTEXT.Process(target=_serve, args=(there, self.work, os.getpid()), daemon=False)
            process.start()
            there.close()
            free = _Worker(process, here)
            workers[:] = [w for w in workers if w.number >= 0 or w.process.is_alive()]
            workers.append(free)
        free.number, free.since = number, time.monotonic()
        with suppress(OSError):  # it has died in the meantime, which is noticed when its result is waited for
            free.pipe.send(task)

    def _results(self, workers: list[_Worker], inside: dict[int, T]) -> list[tuple[int, R]]:
        """What has come back, or is lost, by now; waits for something where nothing has."""
        busy = [w for w in workers if w.number >= 0]
        ready = set(wait([w.pipe for w in busy], timeout=1)) if busy else set()
        found = []
        for worker in busy:
            late = time.monotonic() - worker.since > self.seconds
            if worker.pipe not in ready and not late:
                continue
            try:
                result = worker.pipe.recv() if worker.pipe.poll() else self._late(worker, inside)
            except (EOFError, OSError):
                worker.process.join()
                result = self.lost(inside[worker.number], worker.process.exitcode)
            if isinstance(result, _Fault):
                raise result.error
            found.append((worker.number, result))
            worker.number = -1
        return found

    def _late(self, worker: _Worker, inside: dict[int, T]) -> R:
        _end(worker)
        return self.lost(inside[worker.number], None)


@dataclass(frozen=True, slots=True)
class _Fault:
    error: Exception


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()


def _serve(pipe: Connection, work: Callable[[Any], Any], parent: int) -> None:
    """What a worker does, until there is nothing more to do or nobody to do it for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; it is the parent that ends us
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            result = work(task)
        except Exception as error:
            result = _Fault(error)
        pipe.send(result)


def _follow(parent: int) -> None:
    """End with the parent, even if it is killed while we are busy."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
