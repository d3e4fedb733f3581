"""Gives an encoder more layers without changing what it says, so that training can go on from there."""

import torch
from torch import Tensor


def grown(state: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Returns the state of a network with an encoder of `layers` layers that scores as the given one does.

    A new layer is a copy of the top one whose two products add nothing yet; it takes over the scale of the last norm.
    """
    state = {name: value.clone() for name, value in state.items()}
    top = max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    for new in range(top + 1, layers):
        old = f"encoder.layers.{new - 1}."
        for name in [name for name in state if name.startswith(old)]:
            state[f"encoder.layers.{new}.{name.removeprefix(old)}"] = state[name].clone()
        for norm in (f"{old}norm", f"encoder.layers.{new}.attention_norm"):
            state[f"{norm}.weight"] = torch.ones_like(state[f"{norm}.weight"])
            state[f"{norm}.bias"] = torch.zeros_like(state[f"{norm}.bias"])
        for product in ("attention.out", "down"):
            for kind in ("weight", "bias"):
                name = f"encoder.layers.{new}.{product}.{kind}"
                state[name] = torch.zeros_like(state[name])
    return state
