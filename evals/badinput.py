"""Files no reader should choke on: each must give a valid record or one clear sentence, and never stop the others.

All files are read in one call of ``dragoman read``, the good one last. Figures: files, records, clear errors, seconds,
and ``failures``: tracebacks, files that left neither record nor sentence, records whose offsets do not hold.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.record import ReportRecord

GOOD = "Kenya’s president met the Ugandan prime minister in Nairobi on Monday.\n"
COMMAND = [sys.executable, "-c", "from dragoman.cli.main import main; main()", "read"]
# A record is owed for these; for the others a clear error is as good.
READABLE = {"good.txt", "utf16.txt", "long-sentence.txt", "right-to-left.txt", "latin1.txt", "crlf.txt"}


def cases() -> dict[str, bytes]:
    """File name → bytes."""
    noise = random.Random(7)
    words = ["Kenya", "warned", "Uganda", "and", "the", "minister", "of", "border", "talks", "in", "Lamu", "again"]
    return {
        "empty.txt": b"",
        "white-space.txt": b" \n\t \r\n\x0b\x0c \xc2\xa0\n",
        "punctuation.txt": b"... --- !!! ??? ;;; ''' (((\n",
        "binary.txt": noise.randbytes(50_000),
        "image.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + noise.randbytes(5_000),
        "nul.txt": b"Kenya\x00 warned\x00 Uganda.\x00\n",
        "control.txt": "Kenya\x07 warned \x1b[31mUganda\x1b[0m.\u200b\u202e\n".encode(),
        "huge.txt": GOOD.encode() * (50_000_000 // len(GOOD.encode()) + 1),
        "utf16.txt": GOOD.encode("utf-16"),
        "utf16-no-mark.txt": GOOD.encode("utf-16-le"),
        "latin1.txt": "The café’s owner, José Peña, met Peru’s president in Lima.\n".encode("cp1252"),
        "surrogates.txt": b"Kenya warned \xed\xa0\x80\xed\xbf\xbf Uganda.\n",
        "cut-utf8.txt": GOOD.encode()[:-1] + b"\xe2\x80",
        "long-sentence.txt": " ".join(noise.choice(words) for _ in range(20_000)).encode() + b".\n",
        "long-word.txt": b"Kenya warned " + b"a" * 200_000 + b" today.\n",
        "right-to-left.txt": "التقى الرئيس المصري القائد الليبي في القاهرة يوم الاثنين.\n".encode(),
        "brackets.txt": b"(" * 5_000 + b"Kenya" + b")" * 5_000 + b"\n",
        "quotes.txt": ("Kenya said " + "“" * 3_000 + "\n").encode(),
        "crlf.txt": GOOD.replace("\n", "\r\n").encode() * 3,
        "good.txt": GOOD.encode(),
    }


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """What one call made of all the files, and of a folder and a file that are not there."""
    files = cases()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        paths = [str(Path(folder) / name) for name in ["not-there.txt", *files]]
        began = time.perf_counter()
        done = subprocess.run([*COMMAND, *paths], capture_output=True, text=True, timeout=300, check=False)
        seconds = time.perf_counter() - began
    records = [ReportRecord.model_validate_json(line) for line in done.stdout.splitlines() if line.strip()]
    complaints = list(_complaints(files, done.stderr, records))
    if arguments.errors or complaints:
        print(done.stderr)
        print("\n".join(complaints))
    return {
        "files": len(files) + 1,
        "records": len(records),
        "clear_errors": len(files) + 1 - len(records),
        "seconds": seconds,
        "failures": len(complaints),
    }


def _complaints(files: dict[str, bytes], errors: str, records: list[ReportRecord]) -> Iterator[str]:
    """One line for everything that is not as it must be."""
    if "Traceback" in errors:
        yield "a traceback reached the user"
    errors = "\n".join(line for line in errors.splitlines() if not line.startswith("dragoman: warning:"))
    named = {name for name in ("not-there.txt", *files) if f"{name}:" in errors or f"{name} " in errors}
    if len(named) + len(records) != len(files) + 1:
        yield f"{len(files) + 1} files gave {len(records)} records and {len(named)} named errors"
    yield from (f"{name} is readable and gave an error" for name in sorted(READABLE & named))
    if not records or "Nairobi" not in records[-1].text:
        yield "the good file after the bad ones was not read"
    for record in records:
        yield from (f"{record.id}: offsets beyond the text" for _ in range(not offsets_hold(record)))


def offsets_hold(record: ReportRecord) -> bool:
    """Whether every span of a record lies in its text and is not empty."""
    spans = [(mention.start, mention.end) for mention in record.mentions]
    spans += [*record.sentences, *(event.anchor for event in record.events), *(tie.span for tie in record.ties)]
    spans += [span for event in record.events for span in (*event.actor_spans, *event.recipient_spans)]
    spans += [span for part in record.attributions for span in (*part.source, *part.cue, *part.content)]
    return all(0 <= start < end <= len(record.text) for start, end in spans)
