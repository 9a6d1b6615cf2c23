"""Events as GeoJSON (RFC 7946): one point an event, its row as the properties."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from warextract.exports.event_row import EventRow
from warextract.whole_file import writing_text


def write_geojson(rows: Iterable[EventRow], path: Path) -> tuple[int, int]:
    """Write events to a GeoJSON file; return how many are in it and how many were left out for want of coordinates.

    Each feature is on a line of its own.
    """
    written = left_out = 0
    with writing_text(path) as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for row in rows:
            if row.latitude is None or row.longitude is None:
                left_out += 1
                continue
            file.write(",\n" if written else "\n")
            file.write(json.dumps(_feature(row), ensure_ascii=False))
            written += 1
        file.write("\n]}\n")
    return written, left_out


def _feature(row: EventRow) -> dict[str, Any]:
    properties = row.model_dump(mode="json")
    point = [properties.pop("longitude"), properties.pop("latitude")]
    geometry = {"type": "Point", "coordinates": point}
    return {"type": "Feature", "id": row.event_id_cnty, "geometry": geometry, "properties": properties}
