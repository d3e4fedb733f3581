"""Pieces of SVG the network drawing is made of: boxes of actors with their icons, the legend, text and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from dragoman.formats.geometry import Box, text_width, wrapped
from dragoman.formats.phrases import Phrases
from dragoman.formats.system import Node, System
from dragoman.formats.wording import visible

NAME_SIZE, CAPTION_SIZE = 14.0, 11.5  # as in network.css
ICON = 28.0
_LINES, _NAME_WIDTH, _CAPTION_WIDTH = 2, 165.0, 170.0
_BOLD = 1.06  # how much wider bold letters are
_LEGEND_ROW = 24.0

_TONES = ((-6.5, "worst"), (-2.5, "bad"), (-0.5, "cool"), (0.5, "even"), (3.0, "warm"), (6.0, "good"))
_SHAPES = {"person": 24.0, "government": 5.0, "country": 5.0, "organization": 12.0, "outlet": 12.0}
_CUT = 11.0  # corner cut off an armed group's box
_ICONS = {
    "person": '<circle cy="-4" r="3.6"/><path d="M-7 8c0-9 14-9 14 0z"/>',
    "government": '<path d="M-8-3 0-9l8 6zM-8 5h16v3H-8zM-6-2h2.6v6H-6zM-1.3-2h2.6v6h-2.6zM3.4-2H6v6H3.4z"/>',
    "country": '<path d="M-6-9h2V9h-2zM-3-8h11L5-3.5 8 1H-3z"/>',
    "organization": '<path d="M-7-2h6v10h-6zM1-8h6V8H1z"/>',
    "armed-group": '<path d="M0-9 7-6v5c0 5-4 8-7 9-3-1-7-4-7-9v-5z"/>',
    "outlet": '<path d="M-8-7H8V7H-8zm3 3v2H5v-2zm0 4v1.6H5V0zm0 3.4V5H1V3.4z" fill-rule="evenodd"/>',
    "sources": '<path d="M-8-7H8V4H-1l-4 5V4h-3zM-4.5-3v1.8h9V-3zm0 3v1.8h6V0z" fill-rule="evenodd"/>',
    "population": '<circle cx="-5" cy="-3" r="2.6"/><circle cx="5" cy="-3" r="2.6"/><circle cy="-5" r="3"/>'
    '<path d="M-9 6c0-7 8-7 8 0zM1 6c0-7 8-7 8 0zM-5.5 8c0-9 11-9 11 0z"/>',
}
_PLAIN_ICON = '<circle r="5.5"/>'


@dataclass(frozen=True, slots=True)
class Card:
    """A node as it is drawn: the lines of its name and of its caption, and its size."""

    node: Node
    name: tuple[str, ...]
    caption: tuple[str, ...]
    width: float
    height: float


def card_of(node: Node) -> Card:
    """The card of a node, as large as its words need."""
    words = f"{node.caption} · anonymous" if node.anonymous else node.caption
    name = wrapped(visible(node.name), NAME_SIZE * _BOLD, _NAME_WIDTH, _LINES)
    caption = wrapped(visible(words), CAPTION_SIZE, _CAPTION_WIDTH, _LINES)
    widths = [text_width(line, NAME_SIZE * _BOLD) for line in name] + [
        text_width(line, CAPTION_SIZE) for line in caption
    ]
    height = 20.0 + 17 * len(name) + 14 * len(caption)
    return Card(node, tuple(name), tuple(caption), max(widths) + ICON + 34, height)


def node_svg(card: Card, box: Box, *, linked: bool) -> str:
    """One actor: shape and icon by kind, name, caption."""
    node = card.node
    left, top = box.x - box.width / 2, box.y - box.height / 2
    x = left + ICON + 20
    first = top + 24.0
    names = "".join(
        f'<tspan x="{number(x)}" y="{number(first + 17 * at)}">{text_svg(row)}</tspan>'
        for at, row in enumerate(card.name)
    )
    low = first + 17 * (len(card.name) - 1) + 16
    captions = "".join(
        f'<tspan x="{number(x)}" y="{number(low + 14 * at)}">{text_svg(row)}</tspan>'
        for at, row in enumerate(card.caption)
    )
    place = f"translate({number(left + ICON / 2 + 9)} {number(box.y)})"
    body = (
        f"<title>{text_svg(node.name + chr(10) + node.caption)}</title>{_shape(node.kind, left, top, box)}"
        f"{_icon(node.kind, place)}"
        f'<text class="name">{names}</text><text class="caption">{captions}</text>'
    )
    body = f'<a href="#{node.key}">{body}</a>' if linked else body
    hidden = " anonymous" if node.anonymous else ""
    return f'<g class="node {_kind(node.kind)}{hidden}">{body}</g>'


def _kind(kind: str) -> str:
    """The colour class of a kind."""
    return kind if kind in _ICONS else "other"


def _shape(kind: str, left: float, top: float, box: Box) -> str:
    """The outline of a node: armed groups have cut corners, persons round ends, governments square ones."""
    if kind != "armed-group":
        round_by = min(_SHAPES.get(kind, 12.0), box.height / 2)
        size = f'width="{number(box.width)}" height="{number(box.height)}"'
        return f'<rect class="body" x="{number(left)}" y="{number(top)}" {size} rx="{number(round_by)}"/>'
    right, bottom = left + box.width, top + box.height
    corners = (
        (left + _CUT, top), (right - _CUT, top), (right, top + _CUT), (right, bottom - _CUT),
        (right - _CUT, bottom), (left + _CUT, bottom), (left, bottom - _CUT), (left, top + _CUT),
    )  # fmt: skip
    return '<path class="body" d="M' + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + 'Z"/>'


def tone_class(intensity: float) -> str:
    """The colour class of a PLOVER score."""
    return next((name for bound, name in _TONES if intensity <= bound), "best")


def legend_svg(system: System, phrases: Phrases, width: float, left: float, top: float) -> tuple[str, float]:
    """The legend in rows from a point on, and its height."""
    rows, x, y = [], left, top + _LEGEND_ROW / 2
    for sample, words, wide in _legend_items(system, phrases):
        needed = wide + text_width(words, CAPTION_SIZE) + 22
        if x > left and x + needed > width:
            x, y = left, y + _LEGEND_ROW
        caption = f'<text class="caption" x="{number(wide)}" y="4">{text_svg(words)}</text>'
        rows.append(f'<g transform="translate({number(x)} {number(y)})">{sample}{caption}</g>')
        x += needed
    return "".join(rows), y - top + _LEGEND_ROW / 2


def _legend_items(system: System, phrases: Phrases) -> list[tuple[str, str, float]]:
    """What the legend explains: a sample, its words, and the sample's width."""
    items: list[tuple[str, str, float]] = []
    if any(link.kind == "deeds" for link in system.links):
        tones = [name for _, name in _TONES] + ["best"]
        scale = "".join(_stroke(tone, f"M{at * 18} 0h15", 5.0) for at, tone in enumerate(tones))
        items.append((scale, "conflict to cooperation", 134.0))
        items.append((_stroke("good", "M0-4h26", 1.5) + _stroke("good", "M0 3h26", 5.0), "told more often", 32.0))
    if any(link.doubtful for link in system.links):
        items.append((_stroke("bad doubtful", "M0 0h34", 2.5), "only one side or unnamed voices say so", 40.0))
    if any(link.kind == "tie" for link in system.links):
        items.append((_stroke("tie", "M0 0h34", 1.4), "standing tie", 40.0))
    for kind in dict.fromkeys(node.kind for node in system.nodes):
        sample = f'<g class="node {_kind(kind)}">{_icon(kind, "translate(9 0) scale(.66)")}</g>'
        items.append((sample, phrases.kind(kind), 24.0))
    return items


def _stroke(classes: str, path: str, width: float) -> str:
    """A sample of a line."""
    return f'<g class="edge {classes}"><path class="line" d="{path}" stroke-width="{number(width)}"/></g>'


def _icon(kind: str, place: str) -> str:
    """The icon of a kind, moved into its place."""
    glyph = f'<g class="glyph">{_ICONS.get(kind, _PLAIN_ICON)}</g>'
    return f'<g class="icon" transform="{place}"><circle r="{number(ICON / 2)}"/>{glyph}</g>'


def text_svg(text: str) -> str:
    """Text fit for SVG."""
    return escape(visible(text))


def number(value: float) -> str:
    """A length with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
