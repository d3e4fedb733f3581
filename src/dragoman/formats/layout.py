"""Places for boxes that are linked to one another: a small, deterministic layout for some tens of boxes.

Distances follow the number of links between two boxes (stress majorisation by stochastic gradient descent: Zheng,
Pawar, Goodman 2019), from several starts drawn from a fixed seed; the start with fewest crossings is taken. Boxes are
then pushed apart and off the lines of others, and unconnected groups are packed in rows. All lengths are in pixels of
the drawing, y grows downwards, positions are centres of boxes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import atan2, cos, exp, hypot, log, pi, sin
from random import Random

STARTS = 12
SPREAD_STARTS = 3  # starts with the fewest crossings, which are worth the work of spreading them
ROUNDS = 30  # passes over all pairs from one start
GAP_X, GAP_Y = 44.0, 40.0  # least room between boxes
TURNS = (0.0, 0.5, 1.0, pi / 2)  # radians from level that each start is tried at
LINE_GAP = 14.0  # least room between a box and a line of others
STEP_X, STEP_Y = 310.0, 165.0  # wanted distance of linked boxes along each axis
GROUP_GAP = 60.0

Point = tuple[float, float]
Size = tuple[float, float]
Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Centres of the boxes and the size of the drawing that holds them, with no margin."""

    centres: tuple[Point, ...]
    width: float
    height: float


def arrange(sizes: Sequence[Size], edges: Mapping[Edge, Size], *, width: float, seed: int = 1) -> Layout:
    """Places for boxes of the given sizes.

    Args:
        sizes: width and height of each box.
        edges: linked boxes, by index, each pair once, with the room wanted between them along each axis.
        width: what the drawing should keep to; a dense group may be wider.
        seed: of the starts; the same arguments always give the same layout.
    """
    links = {(min(edge), max(edge)): room for edge, room in edges.items() if edge[0] != edge[1]}
    groups = []
    for members in _components(len(sizes), list(links)):
        at = {member: index for index, member in enumerate(members)}
        inner = {(at[first], at[last]): room for (first, last), room in links.items() if first in at}
        groups.append((members, _best([sizes[member] for member in members], inner, width, seed)))
    return _pack(groups, sizes, width)


def _components(count: int, links: Sequence[Edge]) -> list[list[int]]:
    """Connected boxes, the largest group first."""
    neighbours = _neighbours(count, links)
    seen: set[int] = set()
    groups: list[list[int]] = []
    for start in range(count):
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for node in group:
            fresh = [other for other in neighbours[node] if other not in seen]
            seen.update(fresh)
            group.extend(fresh)
        groups.append(sorted(group))
    return sorted(groups, key=lambda group: (-len(group), group))


def _neighbours(count: int, links: Sequence[Edge]) -> list[list[int]]:
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for first, last in links:
        neighbours[first].append(last)
        neighbours[last].append(first)
    return neighbours


def _distances(count: int, links: Sequence[Edge]) -> list[list[int]]:
    """Number of links between any two boxes of one connected group."""
    neighbours = _neighbours(count, links)
    table = []
    for start in range(count):
        row = [0] * count
        seen = {start}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for other in neighbours[node]:
                if other not in seen:
                    seen.add(other)
                    row[other] = row[node] + 1
                    queue.append(other)
        table.append(row)
    return table


def _best(sizes: Sequence[Size], links: Mapping[Edge, Size], width: float, seed: int) -> list[Point]:
    """The layout of one group with the fewest crossings, lines over boxes and least area."""
    if len(sizes) == 1:
        return [(0.0, 0.0)]
    distances = _distances(len(sizes), list(links))
    pairs = list(combinations(links, 2))
    starts = [_stressed(distances, Random(seed * 1000 + start)) for start in range(STARTS)]
    starts.sort(key=lambda points: sum(_cross(points, one, other) for one, other in pairs))
    best: list[Point] = []
    lowest = float("inf")
    for points in starts[:SPREAD_STARTS]:
        level = _level(points)
        for turn in TURNS:
            points = _spread(_turned(level, turn), sizes, links, width)
            cost = _cost(points, sizes, list(links), width)
            if cost < lowest:
                best, lowest = points, cost
    return best


def _stressed(distances: Sequence[Sequence[int]], random: Random) -> list[Point]:
    """Points whose distances follow the given ones, in units of one link."""
    count = len(distances)
    xs = [random.uniform(-1, 1) * count**0.5 for _ in range(count)]
    ys = [random.uniform(-1, 1) * count**0.5 for _ in range(count)]
    pairs = list(combinations(range(count), 2))
    farthest = max(max(row) for row in distances)
    decay = log(farthest**2 / 0.05) / max(1, ROUNDS - 1)
    for step in range(ROUNDS):
        rate = farthest**2 * exp(-decay * step)
        random.shuffle(pairs)
        for first, last in pairs:
            wanted = distances[first][last]
            dx, dy = xs[first] - xs[last], ys[first] - ys[last]
            length = hypot(dx, dy) or 1e-6
            move = min(1.0, rate / wanted**2) * (length - wanted) / 2 / length
            xs[first] -= dx * move
            ys[first] -= dy * move
            xs[last] += dx * move
            ys[last] += dy * move
    return list(zip(xs, ys, strict=True))


def _level(points: Sequence[Point]) -> list[Point]:
    """The points turned so that they reach farthest from left to right, about their centre."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    centred = [(x - mean_x, y - mean_y) for x, y in points]
    xx, yy, xy = (sum(values) for values in zip(*((x * x, y * y, x * y) for x, y in centred), strict=True))
    return _turned(centred, -0.5 * atan2(2 * xy, xx - yy))


def _turned(points: Sequence[Point], turn: float) -> list[Point]:
    """The points turned about the origin by so many radians."""
    return [(x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)) for x, y in points]


def _spread(points: Sequence[Point], sizes: Sequence[Size], links: Mapping[Edge, Size], width: float) -> list[Point]:
    """The points in pixels, within the width where that is possible, boxes apart and off the lines of others."""
    reach = max(x for x, _ in points) - min(x for x, _ in points)
    room = width - max(wide for wide, _ in sizes)
    step_x = min(STEP_X, room / reach) if reach else STEP_X
    crowd = max(1.0, len(links) / len(points))  # many lines need more height, since the width is given
    placed = [(x * step_x, y * STEP_Y * crowd**0.6) for x, y in points]
    for _ in range(80):
        moved = _push_apart(placed, sizes, links)
        moved = _push_off_lines(placed, sizes, links) or moved
        if not moved:
            break
    for _ in range(40):  # lines may be crossed, boxes never overlap
        if not _push_apart(placed, sizes, links):
            break
    return placed


def _push_apart(placed: list[Point], sizes: Sequence[Size], links: Mapping[Edge, Size]) -> bool:
    """Move boxes that are too close away from each other, along the axis that needs less; whether any was."""
    moved = False
    least = (GAP_X, GAP_Y)
    for first, last in combinations(range(len(placed)), 2):
        dx, dy = placed[last][0] - placed[first][0], placed[last][1] - placed[first][1]
        gap = links.get((first, last), least)
        over_x = (sizes[first][0] + sizes[last][0]) / 2 + gap[0] - abs(dx)
        over_y = (sizes[first][1] + sizes[last][1]) / 2 + gap[1] - abs(dy)
        if over_x <= 0.5 or over_y <= 0.5:
            continue
        moved = True
        if over_x < over_y:
            shift = (over_x / 2 if dx >= 0 else -over_x / 2, 0.0)
        else:
            shift = (0.0, over_y / 2 if dy >= 0 else -over_y / 2)
        placed[first] = (placed[first][0] - shift[0], placed[first][1] - shift[1])
        placed[last] = (placed[last][0] + shift[0], placed[last][1] + shift[1])
    return moved


def _push_off_lines(placed: list[Point], sizes: Sequence[Size], links: Iterable[Edge]) -> bool:
    """Move boxes that stand on the line between two others a little away from it; whether any was."""
    moved = False
    for first, last in links:
        for node in range(len(placed)):
            if node in (first, last):
                continue
            shift = _off_line(placed[node], sizes[node], placed[first], placed[last])
            if shift:
                moved = True
                placed[node] = (placed[node][0] + shift[0], placed[node][1] + shift[1])
    return moved


def _off_line(box: Point, size: Size, start: Point, end: Point) -> Point | None:
    """How far to move a box to clear the line, None where it does not stand on it."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if not length:
        return None
    along = ((box[0] - start[0]) * dx + (box[1] - start[1]) * dy) / length
    if not 0 < along < length:
        return None
    across = ((box[0] - start[0]) * dy - (box[1] - start[1]) * dx) / length
    reach = (size[0] * abs(dy) + size[1] * abs(dx)) / 2 / length + LINE_GAP
    over = reach - abs(across)
    if over <= 0.5:
        return None
    over = min(over, 12.0) * (1 if across >= 0 else -1)
    return dy / length * over, -dx / length * over


def _cost(placed: Sequence[Point], sizes: Sequence[Size], links: Sequence[Edge], width: float) -> float:
    """What makes a drawing hard to read, in crossings."""
    crossings = sum(_cross(placed, one, other) for one, other in combinations(links, 2))
    covered = sum(
        _off_line(placed[node], sizes[node], placed[first], placed[last]) is not None
        for first, last in links
        for node in range(len(placed))
        if node not in (first, last)
    )
    left, top, right, bottom = _bounds(placed, sizes)
    long_lines = sum(hypot(placed[a][0] - placed[b][0], (placed[a][1] - placed[b][1]) * 1.6) for a, b in links)
    too_wide = max(0.0, right - left - width) / 15
    return 2.0 * crossings + 3.0 * covered + long_lines / 700 + (bottom - top) / 130 + too_wide


def _cross(placed: Sequence[Point], one: Edge, other: Edge) -> bool:
    """Whether two lines that share no end cross."""
    if set(one) & set(other):
        return False
    a, b, c, d = (placed[index] for index in (*one, *other))
    return _turn(a, b, c) != _turn(a, b, d) and _turn(c, d, a) != _turn(c, d, b)


def _turn(a: Point, b: Point, c: Point) -> bool:
    """Whether c lies to the left of the line from a to b."""
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _bounds(placed: Sequence[Point], sizes: Sequence[Size]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all boxes."""
    return (
        min(x - wide / 2 for (x, _), (wide, _) in zip(placed, sizes, strict=True)),
        min(y - high / 2 for (_, y), (_, high) in zip(placed, sizes, strict=True)),
        max(x + wide / 2 for (x, _), (wide, _) in zip(placed, sizes, strict=True)),
        max(y + high / 2 for (_, y), (_, high) in zip(placed, sizes, strict=True)),
    )


def _pack(groups: Sequence[tuple[list[int], list[Point]]], sizes: Sequence[Size], width: float) -> Layout:
    """Groups in rows of at most the given width, each row centred."""
    rows: list[list[tuple[list[int], list[Point], tuple[float, float, float, float]]]] = []
    used = width
    for members, points in groups:
        box = _bounds(points, [sizes[member] for member in members])
        wide = box[2] - box[0]
        if not rows or used + GROUP_GAP + wide > width:
            rows.append([])
            used = -GROUP_GAP
        rows[-1].append((members, points, box))
        used += GROUP_GAP + wide
    centres: list[Point] = [(0.0, 0.0)] * len(sizes)
    widths = [sum(box[2] - box[0] for *_, box in row) + GROUP_GAP * (len(row) - 1) for row in rows]
    total, top = max(widths, default=0.0), 0.0
    for row, wide in zip(rows, widths, strict=True):
        left = (total - wide) / 2
        high = max(box[3] - box[1] for *_, box in row)
        for members, points, box in row:
            drop = top + (high - (box[3] - box[1])) / 2
            for member, (x, y) in zip(members, points, strict=True):
                centres[member] = (x - box[0] + left, y - box[1] + drop)
            left += box[2] - box[0] + GROUP_GAP
        top += high + GROUP_GAP
    return Layout(tuple(centres), total, max(0.0, top - GROUP_GAP))
