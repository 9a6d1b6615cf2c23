"""Word clusters as vectors: words that stand in like places share a vector, also those that no treebank has.

The clusters are the 1,000 Brown clusters of spacy-lookups-data (MIT; P. F. Brown et al., Class-based n-gram models of
natural language, 1992). A cluster is a path in a binary tree of classes, its first steps in the lowest bits; features
of its first four and six steps and of the whole path follow T. Koo, X. Carreras and M. Collins, Simple semi-supervised
dependency parsing, 2008.
"""

from __future__ import annotations

import gzip
import json
from importlib.resources import files

import numpy
from spacy.language import Language
from spacy.strings import hash_string
from spacy.vectors import Vectors

TABLE = "data/en_lexeme_cluster.json.gz"
SHORT, MIDDLE = 4, 6  # steps
LONG = (8, 10, 18)  # steps of prefixes that are too many for a place of their own; 18 is the whole path
CODE = 56  # random places a long prefix: nearly a right angle between any two
SEED = 0


def clusters() -> dict[str, int]:
    """Each clustered word with its path; a capitalised form that has none takes that of the word in lower case."""
    packed = (files("spacy_lookups_data") / TABLE).read_bytes()
    found = {word: path for word, path in json.loads(gzip.decompress(packed)).items() if path}
    titled = {word.capitalize(): path for word, path in found.items() if word.islower()}
    return titled | found


def code(path: int) -> numpy.ndarray:
    """The vector of a cluster: one place for each short prefix, random signs for the longer ones."""
    short = numpy.zeros((1 << SHORT) + (1 << MIDDLE), dtype="float32")
    short[path & ((1 << SHORT) - 1)] = 1.0
    short[(1 << SHORT) + (path & ((1 << MIDDLE) - 1))] = 1.0
    long = [_signs(steps, path & ((1 << steps) - 1)) for steps in LONG]
    return numpy.concatenate([short, *long])


def add_vectors(nlp: Language) -> None:
    """Give the vocabulary of `nlp` a vector for each cluster, and each clustered word its cluster's."""
    found = clusters()
    row = {path: index for index, path in enumerate(sorted(set(found.values())))}
    data = numpy.stack([code(path) for path in row])
    vectors = Vectors(strings=nlp.vocab.strings, data=data, name="warextract_clusters")
    for word, path in found.items():
        vectors.key2row[hash_string(word)] = row[path]
    nlp.vocab.vectors = vectors


def _signs(steps: int, prefix: int) -> numpy.ndarray:
    random = numpy.random.default_rng((SEED, steps, prefix))
    return (random.integers(0, 2, CODE) * 2 - 1).astype("float32") / numpy.sqrt(CODE, dtype="float32")
