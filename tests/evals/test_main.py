"""The command: evaluations are found by themselves, and missing data is one clear sentence."""

from __future__ import annotations

import json

from evals.__main__ import evaluations, main
from evals.batch import batch_of_texts


def test_every_module_with_a_run_is_an_evaluation():
    assert {"seeds", "rewritten", "speed", "determinism", "badinput", "floors"} <= set(evaluations())
    assert "matching" not in evaluations()


def test_missing_data_is_one_sentence_that_names_the_option(tmp_path, capsys):
    assert main(["seeds", "--gold", str(tmp_path / "nowhere")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "--gold" in told


def test_figures_are_printed_and_kept(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("evals.determinism.run", lambda _: {"share": 0.5, "failures": 0})
    assert main(["determinism", "--json", str(tmp_path / "out.json")]) == 0
    assert json.loads((tmp_path / "out.json").read_text()) == {"share": 0.5, "failures": 0}
    assert "0.5" in capsys.readouterr().out


def test_a_failed_gate_is_a_failed_command(tmp_path, monkeypatch):
    monkeypatch.setattr("evals.determinism.run", lambda _: {"failures": 2})
    assert main(["determinism", "--json", str(tmp_path / "out.json")]) == 1


def test_without_corpora_the_batch_is_made_of_the_examples(tmp_path):
    texts = batch_of_texts(tmp_path, least=12)
    assert len(set(texts)) == len(texts) >= 12
