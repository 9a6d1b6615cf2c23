"""docs/gazetteers.md counts what the data files of the package hold."""

import subprocess
import sys
from pathlib import Path

from warextract.lexicon.gazetteer import ActorGazetteer
from warextract.lexicon.places import PlaceTable


def test_the_page_of_gazetteers_is_up_to_date(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "tools" / "gazetteers_page.py", "--check"], check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr


def test_countries_at_war_have_their_regions_and_towns(root: Path) -> None:
    page = (root / "docs" / "gazetteers.md").read_text("utf-8")
    rows = {cells[2]: cells for line in page.splitlines() if len(cells := [c.strip() for c in line.split("|")]) == 13}
    at_war = "AFG ARM AZE BFA CAF CMR COD COL ETH HTI IRQ ISR LBN LBY MLI MMR MOZ NER NGA PAK PHL PSE RUS SDN SOM SSD"
    for code in (*at_war.split(), "SYR", "TCD", "UKR", "YEM", "IND", "LKA", "PER", "SLV", "MEX", "VEN"):
        regions, settlements = rows[code][3], rows[code][4]
        assert int(regions) >= 2, code
        assert int(settlements.replace(",", "")) >= 20, code
    assert len(rows) > 200


def test_the_counts_are_those_that_the_package_loads(root: Path) -> None:
    page = (root / "docs" / "gazetteers.md").read_text("utf-8")
    places = sum(1 for _ in PlaceTable.load().rows())
    own = int(page.split("| places of our own | ")[1].split(" |")[0].replace(",", ""))
    geonames = int(page.split("| places of GeoNames | ")[1].split(" |")[0].replace(",", ""))
    assert own + geonames == places
    assert f"| actors by name | {len(ActorGazetteer.load().actors):,} |" in page
