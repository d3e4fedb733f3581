"""Reports from what was published: decoding, canonical text, and head matter kept out of the prose."""

from __future__ import annotations

from dragoman.ingest.decode import SIZE_LIMIT
from dragoman.ingest.plain import read_bytes, read_file, read_text
from dragoman.ingest.report import Credit, Report, Segment

__all__ = ["SIZE_LIMIT", "Credit", "Report", "Segment", "read_bytes", "read_file", "read_text"]
