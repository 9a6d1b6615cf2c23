"""Words that English writes small, from the treebanks: what a text in capitals is given its case back with.

    python training/common_words.py --corpora FOLDER      write src/warextract/lexicon/data/common_words.txt

A word counts as common when the treebanks write it small inside a sentence, and not more than four times as often with
a capital ("the bank" beside "the World Bank"). Names that stand small by chance are outvoted.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from convert_treebanks import Sentence, read_sentences

_SELDOM = 4
CORPORA = ("ewt-train.conllu.xz", "gum-open-train.conllu.xz")
TARGET = Path(__file__).parent.parent / "src/warextract/lexicon/data/common_words.txt"
HEADER = (
    "# Words that the training parts of UD English EWT and UD English GUM write small (CC BY-SA 4.0, see NOTICE.md);\n"
    "# written by training/common_words.py.\n"
)


def common_words(sentences: Iterable[Sentence]) -> list[str]:
    """Forms in lower case that are written so often enough, sentence openings aside, sorted."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for sentence in sentences:
        for word, pos in zip(sentence.words[1:], sentence.pos[1:], strict=True):
            if len(word) < 2 or not word.isalpha() or not word.isascii():
                continue
            if word.islower():
                small[word] += pos != "PROPN"
            elif word[1:].islower():
                large[word.lower()] += 1
    return sorted(word for word, count in small.items() if count and _SELDOM * count >= large[word])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the treebanks")
    folder = parser.parse_args().corpora
    texts = (lzma.decompress((folder / name).read_bytes()).decode() for name in CORPORA)
    words = common_words(sentence for text in texts for sentence in read_sentences(text))
    TARGET.write_text(HEADER + "".join(f"{word}\n" for word in words), encoding="utf-8")


if __name__ == "__main__":
    main()
