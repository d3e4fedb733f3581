"""The network drawing: a :class:`~dragoman.formats.system.System` as one SVG element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from dragoman.formats.geometry import Box, Curve, Point, link_curve, text_width
from dragoman.formats.layout import arrange
from dragoman.formats.phrases import Phrases
from dragoman.formats.svg import Card, card_of, legend_svg, node_svg, number, text_svg, tone_class
from dragoman.formats.system import Link, System

LABEL_SIZE = 11.5  # as in network.css
MARGIN = 26.0
BOW = 34.0  # how far curves between the same two boxes stand apart
HEAD = 10.0  # length of an arrowhead
LEAST_WIDTH = 420.0  # what the legend needs
SEEDS = range(1, 5)  # layouts tried; the one whose labels are best placed is drawn
NO_PLACE = 900.0  # cost of a label that is left out


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A link with its curve, width and the lines of its label; ``bow`` is 0 where no other link runs beside it."""

    link: Link
    curve: Curve
    bow: float
    width: float
    label: tuple[str, ...]


def draw(system: System, phrases: Phrases, *, width: float = 1160.0, standalone: bool = False) -> str:
    """The network as an SVG element.

    Args:
        system: nodes and links.
        phrases: words for the legend.
        width: what the drawing keeps to where it can, in pixels.
        standalone: with its own style and name space, without links, for a file of its own; else a part of the page.
    """
    cards = [card_of(node) for node in system.nodes]
    boxes, drawn, labels = min((_lay_out(cards, system.links, width, seed) for seed in SEEDS), key=_clutter)
    left, right, bottom = _reach(boxes, drawn, [box for _, box, _ in labels if box], width)
    legend, legend_height = legend_svg(system, phrases, right, left + MARGIN, bottom + MARGIN)
    height = bottom + legend_height + 2 * MARGIN
    parts = [
        *(_edge(item, linked=not standalone) for item in drawn),
        *(_words(item, box) for item, box, _ in labels if box),
        *(node_svg(card, box, linked=not standalone) for card, box in zip(cards, boxes, strict=True)),
        legend,
    ]
    return _opening(left, right - left, height, standalone=standalone) + "".join(parts) + "</svg>"


_LaidOut = tuple[list[Box], list["_Drawn"], list[tuple["_Drawn", Box | None, float]]]


def _lay_out(cards: Sequence[Card], links: Sequence[Link], width: float, seed: int) -> _LaidOut:
    """One way to draw it: boxes, curves, and labels with their places."""
    boxes = _place(cards, links, width, seed)
    drawn = _curves(links, {card.node.key: box for card, box in zip(cards, boxes, strict=True)})
    return boxes, drawn, _labels(drawn, boxes)


def _clutter(way: _LaidOut) -> float:
    """How hard a way to draw it is to read: by labels that are hidden, far from their line or without a place."""
    boxes, _, labels = way
    tall = max((box.y for box in boxes), default=0.0) + max((box.x for box in boxes), default=0.0) / 4
    return sum(cost for *_, cost in labels) + tall / 1.5


def _opening(left: float, width: float, height: float, *, standalone: bool) -> str:
    """The start of the SVG element."""
    head = (
        '<svg class="network" role="img" aria-label="Network of actors and what they did to one another"'
        f' viewBox="{number(left)} 0 {number(width)} {number(height)}"'
    )
    if not standalone:
        return head + ">"
    return (
        f'{head} xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}">'
        f"<style>{network_style()}</style>"
        f'<rect class="paper" x="{number(left)}" width="{number(width)}" height="{number(height)}"/>'
    )


def network_style() -> str:
    """The style sheet of the drawing."""
    return (files(__package__) / "templates" / "network.css").read_text(encoding="utf-8")


def _place(cards: Sequence[Card], links: Iterable[Link], width: float, seed: int) -> list[Box]:
    """The boxes of the nodes in their places, with room between linked ones for the words of their links."""
    at = {card.node.key: index for index, card in enumerate(cards)}
    rooms: dict[tuple[int, int], tuple[float, float]] = {}
    for link in links:
        ends = at[link.source], at[link.target]
        pair = min(ends), max(ends)
        wide, high = _label_size(_label_lines(link.label))
        before = rooms.get(pair, (0.0, 40.0 - BOW))
        rooms[pair] = max(before[0], wide + 44), max(before[1] + BOW, high + 44)
    room = width - 2 * MARGIN
    layout = arrange([(card.width, card.height) for card in cards], rooms, width=room, seed=seed)
    left = MARGIN + max(0.0, (room - layout.width) / 2)
    return [
        Box(x + left, y + MARGIN, card.width, card.height) for card, (x, y) in zip(cards, layout.centres, strict=True)
    ]


def _reach(
    boxes: Sequence[Box], drawn: Sequence[_Drawn], labels: Sequence[Box], width: float
) -> tuple[float, float, float]:
    """Left and right of the drawing, at least the wanted width where that is narrow, and its bottom."""
    everything = [*boxes, *labels, *(Box(*item.curve.at(0.5), 12.0, 12.0) for item in drawn)]
    left = min([0.0, *(box.x - box.width / 2 - 8 for box in everything)])
    right = max([min(width, LEAST_WIDTH), *(box.x + box.width / 2 + 8 for box in everything)])
    widest = max(right + max(0.0, MARGIN - 8), width if right > LEAST_WIDTH else 0.0)
    return left, widest, max([0.0, *(box.y + box.height / 2 for box in everything)])


def _curves(links: Iterable[Link], boxes: dict[str, Box]) -> list[_Drawn]:
    """Curves for all links; several between the same two boxes fan out."""
    between: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        between.setdefault((min(link.source, link.target), max(link.source, link.target)), []).append(link)
    drawn = []
    for (low, _), fan in between.items():
        fan.sort(key=lambda link: (link.kind, link.source, link.mutual, link.intensity))
        for at, link in enumerate(fan):
            bow = (at - (len(fan) - 1) / 2) * BOW * (1 if link.source == low else -1)
            curve = link_curve(boxes[link.source], boxes[link.target], bow)
            if curve:
                width = 1.4 if link.kind == "tie" else min(7.0, 1.5 + 1.1 * (link.tellings - 1) ** 0.7)
                drawn.append(_Drawn(link, curve, bow, width, tuple(_label_lines(link.label))))
    return drawn


def _label_lines(label: str) -> list[str]:
    """A label in one or two lines, broken between its phrases."""
    if len(label) <= 24:
        return [label]
    first, dot, rest = label.partition(" · ")
    return [first, rest] if dot else [label]


def _label_size(lines: Sequence[str]) -> tuple[float, float]:
    """Width and height of a label."""
    return max(text_width(line, LABEL_SIZE) for line in lines) * 1.04 + 4, 14.0 * len(lines) + 2


def _labels(drawn: Sequence[_Drawn], boxes: Sequence[Box]) -> list[tuple[_Drawn, Box | None, float]]:
    """A place on or beside its curve for the label of every link, None where there is none, and what is bad about it.

    The heaviest links choose first.
    """
    placed: dict[int, tuple[Box | None, float]] = {}
    taken = list(boxes)
    lines = [[item.curve.at(step / 24) for step in range(25)] for item in drawn]
    for at in sorted(range(len(drawn)), key=lambda index: (drawn[index].link.kind, -drawn[index].link.tellings, index)):
        others = [point for index, line in enumerate(lines) if index != at for point in line]
        best, cost = _label_place(drawn[at], taken, others)
        placed[at] = best, cost
        if best:
            taken.append(best)
    return [(item, *placed[at]) for at, item in enumerate(drawn)]


def _label_place(item: _Drawn, taken: Sequence[Box], others: Sequence[Point]) -> tuple[Box | None, float]:
    """The best place for a label: near the middle, off boxes and other lines, outside one of several curves."""
    wide, high = _label_size(item.label)
    best, lowest = None, 0.3 * wide * high + 60  # a label may hide a little of what is under it, no more
    near = _around(item.curve, wide, high)
    taken = [box for box in taken if box.overlap(near)]
    others = [point for point in others if near.holds(point)]
    for step in (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8):
        (x, y), (dx, dy) = item.curve.at(step), item.curve.heading(step)
        reach = (abs(dy) * wide + abs(dx) * high) / 2 + item.width / 2 + 2
        outward = 1 if item.bow >= 0 else -1
        for shift in (outward, 0, -outward) if item.bow else (0, 1, -1):
            box = Box(x + dy * reach * shift, y - dx * reach * shift, wide, high)
            hidden = sum(box.overlap(other, 5) for other in taken)
            crossed = sum(box.holds(point, 1) for point in others)
            preferred = shift == outward if item.bow else shift == 0
            cost = 6 * hidden + 30 * crossed + abs(step - 0.5) * 140 + (0 if preferred else 45)
            if cost < lowest:
                best, lowest = box, cost
    return best, lowest if best else NO_PLACE


def _around(curve: Curve, wide: float, high: float) -> Box:
    """A box that holds every place a label of the given size may have along a curve."""
    xs, ys = zip(curve.start, curve.bend, curve.end, strict=True)
    width, height = max(xs) - min(xs) + 3 * wide, max(ys) - min(ys) + wide + 3 * high
    return Box((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, width, height)


def _edge(item: _Drawn, *, linked: bool) -> str:
    """One link: its line, its arrowhead unless it is mutual or a tie, and its tooltip."""
    link, curve = item.link, item.curve
    tone = "tie" if link.kind == "tie" else tone_class(link.intensity)
    heads = [] if link.kind == "tie" and link.mutual else [1.0]
    if link.mutual and link.kind != "tie":
        heads = [0.0, 1.0]
    size = HEAD + item.width * 0.9
    line = curve
    if 1.0 in heads:
        line = line.part(0.0, _cut_at(line, 1.0, size * 0.8))
    if 0.0 in heads:
        line = line.part(_cut_at(line, 0.0, size * 0.8), 1.0)
    (x0, y0), (x1, y1), (x2, y2) = line.start, line.bend, line.end
    dashed = " doubtful" if link.doubtful else ""
    course = f"M{number(x0)} {number(y0)}Q{number(x1)} {number(y1)} {number(x2)} {number(y2)}"
    path = f'<path class="line" d="{course}" stroke-width="{number(item.width)}"/>'
    arrows = "".join(_arrow(curve, end, size) for end in heads)
    body = f"<title>{text_svg(_tooltip(link))}</title>{path}{arrows}"
    body = f'<a href="#{link.item}">{body}</a>' if linked and link.item else body
    return f'<g class="edge {tone}{dashed}">{body}</g>'


def _tooltip(link: Link) -> str:
    """What a pointer resting on a link is told: its events, at most a dozen."""
    lines = list(link.lines[:12])
    if len(link.lines) > len(lines):
        lines.append(f"and {len(link.lines) - len(lines)} more")
    if link.doubtful:
        lines.append("Only one side, or unnamed voices, say so.")
    return "\n".join(lines)


def _cut_at(curve: Curve, end: float, length: float) -> float:
    """Where to stop a curve so that an arrowhead of the given length fits at its end."""
    tip = curve.at(end)
    for step in range(1, 40):
        t = end - step / 40 if end else step / 40
        x, y = curve.at(t)
        if (x - tip[0]) ** 2 + (y - tip[1]) ** 2 >= length**2:
            return t
    return 0.5


def _arrow(curve: Curve, end: float, size: float) -> str:
    """An arrowhead at an end of a curve, pointing outwards."""
    x, y = curve.at(end)
    dx, dy = curve.heading(end)
    if end == 0.0:
        dx, dy = -dx, -dy
    back_x, back_y = x - dx * size, y - dy * size
    half = size * 0.42
    points = (x, y), (back_x - dy * half, back_y + dx * half), (back_x + dy * half, back_y - dx * half)
    return '<path class="head" d="M' + "L".join(f"{number(px)} {number(py)}" for px, py in points) + 'Z"/>'


def _words(item: _Drawn, box: Box) -> str:
    """The label of a link in its place."""
    tone = "tie" if item.link.kind == "tie" else tone_class(item.link.intensity)
    top = box.y - 7 * (len(item.label) - 1) + 4
    rows = "".join(
        f'<tspan x="{number(box.x)}" y="{number(top + 14 * at)}">{text_svg(row)}</tspan>'
        for at, row in enumerate(item.label)
    )
    return f'<text class="label {tone}">{rows}</text>'
