"""Reads the weights back out of an exported model, so that training can go on from it."""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.export import BIASES
from training.network import TAGGERS, Network


def read_exported(path: Path, network: Network) -> dict[str, Tensor]:
    """Returns a state for `network`, whose shape must be that of the exported one.

    What was rounded stays rounded, and what the corpora call names in ways of their own is gone: the export keeps the
    habits of the first corpus only.

    Raises:
        ValueError: the model was exported before its weights had names, or with other shapes.
    """
    stored = {
        tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy())
        for tensor in onnx.load(path).graph.initializer
    }
    try:
        state = {name: _weight(stored, name) for name in network.state_dict() if name != "name_habits"}
        for tagger in TAGGERS:
            state[f"taggers.{tagger}.bias"][0] -= BIASES.get(tagger, 0.0)
        state["name_habits"] = torch.zeros_like(network.name_habits)
        network.load_state_dict(state)
    except (KeyError, RuntimeError) as error:
        raise ValueError(f"{path}: not the weights of such a network ({error}); export it with this recipe") from None
    return state


def layers_of(path: Path) -> int:
    """Returns how many layers the encoder of an exported model has."""
    names = (tensor.name.split(".") for tensor in onnx.load(path).graph.initializer)
    return len({name[2] for name in names if name[:2] == ["encoder", "layers"]})


def _weight(stored: dict[str, Tensor], name: str) -> Tensor:
    if name == "arc_weight":
        return torch.cat([stored[name], stored["arc_weight.one"][None]])
    if name == "relation_weight":
        return _relations(stored)
    if name == "root":
        return stored[name].flatten()
    if f"{name}.integers" in stored:
        return _rows(stored, name, "")
    if f"{name}.integers.0" in stored:
        return torch.cat([_rows(stored, name, f".{part}") for part in range(3)])
    if f"{name}.0" in stored:
        return torch.cat([stored[f"{name}.{part}"] for part in range(3)])
    weight = stored[name]
    is_dense = name.endswith(".weight") and weight.dim() == 2 and not name.startswith("encoder.")
    return weight.T.contiguous() if is_dense else weight.float()


def _rows(stored: dict[str, Tensor], name: str, part: str) -> Tensor:
    integers, scales = stored[f"{name}.integers{part}"].float(), stored[f"{name}.scales{part}"]
    # The table of pieces is stored row by row, every other weight as the product wants it.
    return integers * scales if scales.dim() == 2 else integers.T * scales[:, None]


def _relations(stored: dict[str, Tensor]) -> Tensor:
    """Puts the biaffine weight together again, `(relations, width + 1, width + 1)`."""
    one = stored["relation_of_dependent.bias"]
    width, labels = len(stored["relation_weight"]), len(one)
    weight = torch.empty(labels, width + 1, width + 1)
    weight[:, :width, :width] = stored["relation_weight"].reshape(width, width, labels).permute(2, 0, 1)
    weight[:, :width, width] = stored["relation_of_dependent.weight"].T
    weight[:, width, :width] = stored["relation_of_governor"].T
    weight[:, width, width] = one
    return weight
