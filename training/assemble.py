"""Join the trained halves into the shipped pipeline: lemmatizer added, weights rounded, what is not needed left out."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import numpy
import spacy
from spacy.language import Language

import sources
from convert_treebanks import Sentence
from lemma_table import lemma_lookups

VERSION = "1.2.0"
MANTISSA_BITS = 11  # of float32's 23: as exact as float16, and a third smaller when packed


def assemble(syntax: Path, ner: Path, sentences: Iterable[Sentence], out: Path, *, retype: bool = True) -> None:
    """Write the whole pipeline to `out`."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    nlp.get_pipe("lemmatizer").initialize(lookups=lemma_lookups(sentences))  # type: ignore[attr-defined]
    recogniser = spacy.load(ner)
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser)
    if retype:
        nlp.add_pipe("warextract_entity_types")
    for _, pipe in nlp.pipeline:
        if hasattr(getattr(pipe, "model", None), "walk"):
            round_weights(pipe.model)
    nlp.meta.update(
        name="warextract",
        version=VERSION,
        description="English pipeline of warextract, trained on open treebanks and entity corpora.",
        license="CC BY-SA 4.0",
        author="The warextract authors",
        email="",
        url="",
        sources=[
            {"name": f"{s.repository}@{s.commit[:12]} ({s.file})", "license": s.licence}
            for s in sources.listed().values()
            if s.use.startswith("train")
        ],
        performance={},
        spacy_version=">=3.8.0,<3.9.0",
    )
    nlp.to_disk(out, exclude=["vocab"])
    write_vocab(nlp, out / "vocab")


def round_weights(model: object) -> None:
    """Round every weight to MANTISSA_BITS, in place."""
    drop = 23 - MANTISSA_BITS
    for node in model.walk():  # type: ignore[attr-defined]
        for name in node.param_names:
            if node.has_param(name) and (value := node.get_param(name)).dtype == numpy.float32:
                bits = numpy.ascontiguousarray(value).view(numpy.uint32)
                rounded = ((bits + (1 << (drop - 1))) >> drop) << drop
                node.set_param(name, rounded.astype(numpy.uint32).view(numpy.float32).reshape(value.shape))


def write_vocab(nlp: Language, folder: Path) -> None:
    """A vocabulary of the labels alone: words are hashed, their strings come with each text."""
    nlp.vocab.to_disk(folder)
    wanted = {label for _, pipe in nlp.pipeline for label in getattr(pipe, "labels", ())}
    wanted |= {
        part for label in wanted for part in (*label.split("|"), *label.split("="), *label.replace("=", "|").split("|"))
    }
    wanted |= {label.split("POS=")[0].rstrip("|") for label in wanted}
    kept = sorted(string for string in nlp.vocab.strings if string in wanted or "=" in string or not string)
    (folder / "strings.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def packed_size(folder: Path) -> int:
    """The size in bytes of the folder as a zip file (as a wheel packs it)."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            archive.write(path, path.relative_to(folder))
    return buffer.tell()
