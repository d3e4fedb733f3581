"""Quantisation in mind: layers that compute as the shipped integer model will, with gradients.

Weights become 7-bit integers with one scale per output: 7 and not 8 bits because processors without VNNI add pairs of
8-by-8-bit products in 16 bits and would overflow, and would then read texts differently from the others.
Inputs become 8-bit integers with one scale and one zero point per layer, learned, the same for every text, so that a
sentence is read alike whatever it is batched with.
"""

import torch
from torch import Tensor, nn

WEIGHT_LIMIT = 63
INPUT_LEVELS = 255
EMBEDDING_LIMIT = 127


def straight_round(values: Tensor) -> Tensor:
    """Rounds, with the gradient of not rounding."""
    return values + (values.round() - values).detach()


def row_scales(weight: Tensor, limit: int) -> Tensor:
    """Returns the scale of each row, `(rows, 1)`: its largest value lands on `limit`."""
    return weight.detach().abs().amax(dim=-1, keepdim=True).clamp(min=1e-8) / limit


def round_rows(weight: Tensor, limit: int) -> Tensor:
    """Returns the weight rounded to integers within `±limit` and scaled back, row by row."""
    scales = row_scales(weight, limit)
    return straight_round(weight / scales) * scales


class InputRange(nn.Module):
    """The learned range of a layer's input.

    It stays inactive until `start` has seen real inputs.
    """

    scale: Tensor
    zero: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))
        self.zero = nn.Parameter(torch.zeros(()))

    def start(self, values: Tensor, tail: float = 1e-5) -> None:
        """Sets the range to that of `values`, the `tail` fraction cut off at each end."""
        flat = values.detach().float().flatten()
        count = len(flat)
        cut = max(1, int(count * tail))
        low = flat.kthvalue(cut).values.clamp(max=0)
        high = flat.kthvalue(count + 1 - cut).values.clamp(min=0)
        scale = ((high - low) / INPUT_LEVELS).clamp(min=1e-6)
        with torch.no_grad():
            self.scale.copy_(scale)
            self.zero.copy_((-low / scale).round())

    def forward(self, values: Tensor) -> Tensor:
        """Returns the values as 8 bits would keep them; the range gets its gradient from the values it cuts."""
        # Learned step sizes want small gradients: thousands of values pull at one number (LSQ, Esser et al. 2020).
        gain = 1.0 / (values.numel() * INPUT_LEVELS / 2) ** 0.5
        scale = _scaled_gradient(self.scale, gain).clamp(min=1e-6)
        zero = straight_round(_scaled_gradient(self.zero, gain).clamp(0, INPUT_LEVELS))
        return (straight_round((values / scale + zero).clamp(0, INPUT_LEVELS)) - zero) * scale


def _scaled_gradient(value: Tensor, gain: float) -> Tensor:
    return (value - value * gain).detach() + value * gain


class IntegerLinear(nn.Linear):
    """A linear layer that can pretend to be its own integer version.

    `mode` is "plain" (as it is), "watch" (plain, but remembers the range of its inputs) or "integer".
    """

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.range = InputRange()
        self.mode = "plain"

    def forward(self, input: Tensor) -> Tensor:
        """Maps `(…, inputs)` to `(…, outputs)`."""
        if self.mode == "integer":
            return nn.functional.linear(self.range(input), round_rows(self.weight, WEIGHT_LIMIT), self.bias)
        if self.mode == "watch":
            self.range.start(input)
        return super().forward(input)


class IntegerEmbedding(nn.Embedding):
    """An embedding table that can pretend to be stored as 8-bit integers with one scale per row."""

    mode = "plain"

    def forward(self, input: Tensor) -> Tensor:
        """Maps `(…)` to `(…, width)`."""
        rows = super().forward(input)
        return round_rows(rows, EMBEDDING_LIMIT) if self.mode == "integer" else rows


def set_mode(network: nn.Module, mode: str) -> None:
    """Puts every integer-capable layer of `network` into "plain", "watch" or "integer"."""
    for module in network.modules():
        if isinstance(module, IntegerLinear | IntegerEmbedding):
            module.mode = mode
