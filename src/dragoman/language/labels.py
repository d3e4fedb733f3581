"""The model's label sets, shipped beside its weights as `labels.json`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What each output number of the model stands for: the position in the tuple is the number.

    Attributes:
        upos: universal parts of speech.
        feats: whole UD feature strings, `_` for none.
        scripts: lemma edit scripts (see `lemmas`).
        relations: UD relations with their subtypes.
        names: BIO tags, `O` first, then B- and I- of every type.
        mentions: types of nominal mentions, `none` first.
        events: PLOVER types of the events that words tell, `none` first; empty for weights without such an output.
        modes: their types and modes ("ASSAULT beat"), `none` first.
        version: the model's own version, for records.
    """

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    scripts: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    events: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    version: str = "0"

    def save(self, path: Path) -> None:
        """Writes the labels as JSON, one list a line."""
        fields = [f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in sorted(asdict(self).items())]
        path.write_text("{\n" + ",\n".join(fields) + "\n}\n", encoding="utf-8")


def load_labels(path: Path) -> Labels:
    """Reads what `Labels.save` wrote.

    Raises:
        FileNotFoundError: the weights folder is incomplete.
    """
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Labels(version=fields.pop("version"), **{key: tuple(values) for key, values in fields.items()})


def bio_tags(types: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the BIO tags of the name types, `O` first."""
    return ("O", *(f"{position}-{kind}" for kind in types for position in "BI"))
