"""Words a second, memory, cold start and size, on this machine.

encoder_words_per_second: the ONNX session alone on word-pieces already made, the better of one process with two
threads and two processes with one. words_per_second: all layers, two processes, without their start;
words_per_second_with_start counts it. ratio: the second of the first. Words are runs between white space, the same
for both. ratio_cpu: the same of processor time, with one thread, every sixth report: it holds on a busy machine too.
memory_mb: the most that the whole process tree held at once (resident, shared pages counted for each process).
cold_start_s: a fresh ``dragoman read`` until its first record, the median of three. installed_mb: the package with
everything it needs.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import metadata
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import Event, Thread
from typing import Any

from evals.batch import EXAMPLES, batch_of_texts

PROCESSES = 2
ROUNDS = 3
# Encoder and reading take turns, and the best of each counts, so that a busy moment hits neither alone.
TURNS = 2
MEGABYTE = 1_000_000


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """All figures; takes some minutes."""
    texts = batch_of_texts(arguments.corpora)
    words = sum(len(text.split()) for text in texts)
    alone, read, started, held = [], [], [], []
    for _ in range(TURNS):
        alone += [encode_alone(texts, processes=1), encode_alone(texts, processes=PROCESSES)]
        (seconds, seconds_with_start), memory = _watched(_read_all, texts)
        read.append(seconds)
        started.append(seconds_with_start)
        held.append(memory)
    encoder = words / min(alone)
    return {
        "reports": len(texts),
        "words": words,
        "encoder_words_per_second": encoder,
        "words_per_second": words / min(read),
        "words_per_second_with_start": words / min(started),
        "ratio": words / min(read) / encoder,
        "ratio_cpu": cpu_ratio(texts[::6]),
        "memory_mb": max(held) / MEGABYTE,
        "cold_start_s": statistics.median(cold_start() for _ in range(ROUNDS)),
        "installed_mb": installed_bytes() / MEGABYTE,
    }


def encode_alone(texts: Sequence[str], processes: int) -> float:
    """Seconds the session alone takes for the texts, shared out over processes that begin together."""
    context = get_context("spawn")
    barrier, results = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=_encode, args=(texts[first::processes], PROCESSES // processes, barrier, results))
        for first in range(processes)
    ]
    for worker in workers:
        worker.start()
    seconds = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    return max(seconds)


def _encode(texts: Sequence[str], threads: int, barrier: Barrier, results: Any) -> None:
    """Collect what the session is given for the texts, then time it being given just that; best of the rounds."""
    from dragoman.ingest import read_text
    from dragoman.language import load

    session, inputs = _inputs(load(threads=threads), [read_text(text).prose() for text in texts])
    best = float("inf")
    for _ in range(ROUNDS):
        barrier.wait()
        began = time.perf_counter()
        for given in inputs:
            session.run(None, given)
        best = min(best, time.perf_counter() - began)
    results.put(best)


def _inputs(pipeline: Any, texts: Sequence[str]) -> tuple[Any, list[dict[str, Any]]]:
    """The session of a pipeline, and what the pipeline gives it for the texts."""
    model = pipeline.get_pipe("dragoman_language")._model
    session: Any = model._session
    inputs: list[dict[str, Any]] = []
    model._session = _Recorder(session, inputs)
    for text in texts:
        pipeline(text)
    model._session = session
    return session, inputs


def cpu_ratio(texts: Sequence[str]) -> float:
    """Processor seconds of the session alone over those of all layers from text to JSON line, one thread."""
    from dragoman import Reader
    from dragoman.ingest import read_text

    reader = Reader(threads=1)
    session, inputs = _inputs(reader._language, [read_text(text).prose() for text in texts])
    alone = _processor_seconds(lambda: [session.run(None, given) for given in inputs])
    return alone / _processor_seconds(lambda: [reader.read(text).to_json() for text in texts])


def _processor_seconds(work: Callable[[], object]) -> float:
    """The least of the rounds."""
    seconds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


class _Recorder:
    """A session that keeps what it is given. Second looks at broken trees are the reader's cost, not the encoder's."""

    def __init__(self, session: Any, inputs: list[dict[str, Any]]) -> None:
        self._session, self._inputs = session, inputs

    def run(self, names: object, given: dict[str, Any]) -> Any:
        if (given["heads"] < 0).all():
            self._inputs.append(given)
        return self._session.run(names, given)


def _read_all(texts: Sequence[str], results: Any) -> None:
    """Read the batch in two processes; seconds from the first record, scaled to all words, and from the very start."""
    from dragoman import Reader
    from dragoman.ingest import read_text

    began = time.perf_counter()
    reports = [read_text(text) for text in texts]
    sizes = [len(text.split()) for text in texts]
    first = None
    for _ in Reader(threads=1).read_all(reports, processes=PROCESSES):
        first = first or time.perf_counter()
    ended = time.perf_counter()
    assert first is not None
    results.put(((ended - first) * sum(sizes) / sum(sizes[1:]), ended - began))


def _watched(work: Callable[..., None], *given: object) -> tuple[Any, int]:
    """What the work puts into its queue, run in a fresh process, and the most bytes its process tree held."""
    context = get_context("spawn")
    results = context.Queue()
    process = context.Process(target=work, args=(*given, results))
    process.start()
    peak, done = [0], Event()
    watcher = Thread(target=_watch, args=(process.pid, peak, done))
    watcher.start()
    answer = results.get()
    done.set()
    process.join()
    watcher.join()
    return answer, peak[0]


def _watch(pid: int, peak: list[int], done: Event) -> None:
    import psutil

    while not done.wait(0.05):
        total = 0
        try:
            root = psutil.Process(pid)
            for process in (root, *root.children(recursive=True)):
                total += process.memory_info().rss
        except psutil.Error:  # a process ended between the listing and the look
            continue
        peak[0] = max(peak[0], total)


def cold_start() -> float:
    """Seconds from the command to its first record, with the byte code that pip or an earlier run left."""
    example = next(iter(sorted(EXAMPLES.rglob("*.txt"))))
    began = time.perf_counter()
    command = [sys.executable, "-c", "from dragoman.cli.main import main; main()", "read", str(example)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - began
    if not line.startswith("{"):
        raise RuntimeError(f"dragoman read printed no record: {line!r}")
    return seconds


def installed_bytes(name: str = "dragoman") -> int:
    """Bytes on disk of a distribution and everything it requires without extras."""
    from packaging.requirements import Requirement

    seen: set[str] = set()
    queue, files = [name], set(_own_files())
    while queue:
        key = queue.pop().lower().replace("_", "-")
        if key in seen:
            continue
        seen.add(key)
        try:
            distribution = metadata.distribution(key)
        except metadata.PackageNotFoundError:
            continue  # the package itself, run from its sources
        files.update(Path(str(distribution.locate_file(file))).resolve() for file in distribution.files or ())
        for line in distribution.requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                queue.append(requirement.name)
    return sum(path.stat().st_size for path in files if path.is_file())


def _own_files() -> Iterator[Path]:
    """The package's own files; an editable install lists none of them."""
    import dragoman

    folder = Path(dragoman.__file__).parent
    return (path.resolve() for path in folder.rglob("*") if "__pycache__" not in path.parts)
