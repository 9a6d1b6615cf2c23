"""Articles without end for long runs: paragraphs of the sample articles put together anew, a line of JSON each.

    python benchmarks/made_articles.py 20000 [--paragraphs 3 9] > articles.jsonl

An article opens with the first paragraph of a sample and goes on with paragraphs of others. Its numbers are drawn anew
and its last paragraph names two people whom no other article does, so that words keep coming that were never met, as
they do in an archive. The same number and seed give the same articles; none is held in memory.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "tests" / "fixtures" / "articles"
_NUMBER = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?![\w.,:/-])")  # counts; no dates, designations or decimals
_SYLLABLES = ("ba", "dor", "el", "fa", "gri", "ha", "ko", "lem", "mar", "nu", "ost", "pe", "ru", "san", "tev", "zil")


@dataclass(frozen=True, slots=True)
class Samples:
    """Paragraphs of the sample articles: those that an article may open with, and all others."""

    openings: tuple[str, ...]
    others: tuple[str, ...]


def read_samples(folder: Path = SAMPLES) -> Samples:
    """The paragraphs of a folder of text files."""
    openings: list[str] = []
    others: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        first, *rest = (part.strip() for part in path.read_text("utf-8").split("\n\n") if part.strip())
        openings.append(first)
        others += rest
    return Samples(tuple(openings), tuple(others))


def made_articles(
    number: int, samples: Samples, *, paragraphs: tuple[int, int] = (3, 9), seed: int = 6
) -> Iterator[dict[str, str]]:
    """So many articles of the given range of paragraphs, each with id, text and day of publication.

    >>> samples = Samples(("Rebels took 40 posts.",), ("The army denied it.", "It blamed the rebels."))
    >>> [article["id"] for article in made_articles(2, samples, paragraphs=(2, 3))]
    ['made-00001', 'made-00002']
    """
    chance = random.Random(seed)
    for count in range(1, number + 1):
        size = chance.randint(*paragraphs)
        chosen = [chance.choice(samples.openings), *chance.choices(samples.others, k=size - 1)]
        named = f"The figures were collected by {_name(chance)} and {_name(chance)}, whom nobody else names."
        text = "\n\n".join([*(_renumbered(part, chance) for part in chosen), named])
        published = date(2024, 1, 1) + timedelta(days=chance.randrange(700))
        yield {"id": f"made-{count:05}", "text": text, "published": published.isoformat()}


def _renumbered(text: str, chance: random.Random) -> str:
    """Each count as another one of as many digits."""

    def drawn(match: re.Match[str]) -> str:
        digits = len(match[0])
        return str(chance.randint(max(2, 10 ** (digits - 1)), 10**digits - 1))

    return _NUMBER.sub(drawn, text)


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))


def main() -> None:
    """Write the articles to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, help="how many articles")
    parser.add_argument("--paragraphs", type=int, nargs=2, default=(3, 9), metavar=("LEAST", "MOST"))
    asked = parser.parse_args()
    for article in made_articles(asked.number, read_samples(), paragraphs=tuple(asked.paragraphs)):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
