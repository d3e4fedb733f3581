"""Benchmarks: what is measured, against which public corpora and annotated stories. Run ``python -m evals --help``."""
