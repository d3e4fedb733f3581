"""The documentation keeps up with the code: the record's reference names every field and every value."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import pytest
from pydantic import BaseModel

from dragoman import record

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "record.md").read_text("utf-8")
MODELS = [
    kind for kind in vars(record).values()
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__module__ == record.__name__
]  # fmt: skip
CLOSED_SETS = [
    record.MentionForm, record.Kind, record.VoiceKind, record.TimeType, record.PlaceRole, record.Status,
    record.Aspect, record.TieKind,
]  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_documented(model):
    fields = {field.alias or name for name, field in model.model_fields.items()}
    assert {field for field in fields if f"`{field}`" not in REFERENCE} == set()


def test_every_value_of_a_closed_set_is_documented():
    values = {value for closed in CLOSED_SETS for value in typing.get_args(closed)}
    assert {value for value in values if f"`{value}`" not in REFERENCE} == set()


def blocks_of(name: str, language: str) -> list[str]:
    """The fenced blocks of one language in a document of the repository."""
    text = (ROOT / name).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


def test_the_entry_in_the_lexicon_guide_is_valid(tmp_path):
    from dragoman.lexicon.predicates import load_predicates

    own = tmp_path / "own.toml"
    own.write_text(blocks_of("docs/lexicon.md", "toml")[0], "utf-8")
    assert "support.applaud" in {entry.id for entry in load_predicates([own]).entries}


def test_the_readme_code_runs_and_prints_events(capsys):
    exec(blocks_of("README.md", "python")[0], {})
    printed = capsys.readouterr().out
    assert "ACCUSE" in printed
    assert "CONSULT" in printed


def test_the_casebook_code_runs(capsys, tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    exec(blocks_of("docs/casebook.md", "python")[0], {})
    assert "actors," in capsys.readouterr().out


def test_the_commands_that_documents_show_exist():
    from typer.main import get_command

    from dragoman.cli.main import app

    commands = set(get_command(app).commands)
    shown = [*blocks_of("README.md", "console"), *blocks_of("docs/casebook.md", "console")]
    named = {line.split()[2] for block in shown for line in block.splitlines() if line.startswith("$ dragoman")}
    assert named
    assert named <= commands


@pytest.mark.parametrize("document", sorted(path.name for path in (ROOT / "docs").glob("*.md")))
def test_links_between_documents_hold(document):
    text = (ROOT / "docs" / document).read_text("utf-8")
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [target for target in targets if not (ROOT / "docs" / target).exists()] == []
