"""Train tagger, morphologizer and parser (one shared encoder) on the treebanks and the project's own sentences."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from random import Random

from spacy import load
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_config, load_model_from_config

import clusters
import sources
import tokenizer
from augment import epoch_docs, to_doc
from augment_names import load_names
from convert_treebanks import Sentence, read_sentences
from training_loop import Score, train, use_openblas
from wire_grammar import wire_sentences

HERE = Path(__file__).parent
DEV_RUN = 8
OWN_RENAME_RATE = 0.7
MADE = 6000  # sentences of the wire grammar in each pass
OWN_WEIGHT = 4  # times that our sentences are seen in each pass over the treebanks


def own_sentences() -> list[Sentence]:
    """The sentences annotated for this project, from training/sentences."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((HERE / "sentences").glob("*.conllu"))]
    return [sentence for text in texts for sentence in read_sentences(text)]


def dev_docs(nlp: Language, sentences: list[Sentence]) -> list[Example]:
    """Gold docs of eight consecutive sentences each, to be parsed from their text."""
    docs = []
    for start in range(0, len(sentences), DEV_RUN):
        gold = to_doc(nlp.vocab, sentences[start : start + DEV_RUN])
        docs.append(Example(nlp.make_doc(gold.text), gold))
    return docs


def train_treebanks(corpora: Path, out: Path, steps: int, seed: int = 0) -> dict[str, float]:
    """First stage: train the syntax half on the treebanks as they are; its best checkpoint goes to `out`."""
    use_openblas()
    nlp = load_model_from_config(load_config(HERE / "config_syntax.cfg"), auto_fill=True)
    tokenizer.adapt(nlp)
    clusters.add_vectors(nlp)
    train_set, dev_set = treebanks(corpora)
    names = load_names()

    def epoch(random: Random) -> list[Example]:
        docs = epoch_docs(train_set, nlp.vocab, random, names, rename_rate=0.0)
        return [Example(nlp.make_doc(doc.text), doc) for doc in docs]

    return train(nlp, epoch, scorer(dev_set), out, steps=steps, seed=seed, main_score="las")


def train_wire(corpora: Path, start: Path, out: Path, steps: int, seed: int = 0) -> dict[str, float]:
    """Second stage: train on from `start` with names of all regions and the project's own wire sentences."""
    use_openblas()
    nlp = load(start)
    tokenizer.adapt(nlp)
    train_set, dev_set = treebanks(corpora, with_dev=True)
    train_set, own = known_features(nlp, train_set), known_features(nlp, own_sentences())
    names = load_names()

    def epoch(random: Random) -> list[Example]:
        docs = epoch_docs(train_set, nlp.vocab, random, names)
        for _ in range(OWN_WEIGHT):
            random.shuffle(own)
            docs += epoch_docs(own, nlp.vocab, random, names, OWN_RENAME_RATE)
        made = known_features(nlp, wire_sentences(names, random, MADE))
        docs += epoch_docs(made, nlp.vocab, random, names, rename_rate=0.0)
        random.shuffle(docs)
        return [Example(nlp.make_doc(doc.text), doc) for doc in docs]

    return train(
        nlp, epoch, scorer(dev_set), out, steps=steps, seed=seed, main_score="las", peak=0.001, words=(1000, 1200),
        dropout=0.15, check_every=350, resume=True,
    )  # fmt: skip


def known_features(nlp: Language, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences without the few feature bundles that the first stage never saw."""
    labels = {frozenset(label.split("|")) for label in nlp.get_pipe("morphologizer").labels}  # type: ignore[attr-defined]

    def known(pos: str, feats: str) -> str:
        return feats if frozenset((f"POS={pos}", *feats.split("|"))) in labels else "_"

    return [
        replace(s, feats=tuple(known(pos, feats) for pos, feats in zip(s.pos, s.feats, strict=True))) for s in sentences
    ]


def treebanks(corpora: Path, *, with_dev: bool = False) -> tuple[list[Sentence], list[Sentence]]:
    """Training and tuning sentences; with_dev, three in four blocks of the dev sets are trained on."""
    train_set = [s for name in ("ewt-train", "gum-train") for s in read_sentences(sources.read(corpora, name))]
    dev = [s for name in ("gum-dev", "ewt-dev") for s in read_sentences(sources.read(corpora, name))]
    held_out = [s for index, s in enumerate(dev) if index // DEV_RUN % 4 == 0]
    if with_dev:
        train_set += [s for index, s in enumerate(dev) if index // DEV_RUN % 4 != 0]
    return train_set, held_out


def scorer(dev_set: list[Sentence]) -> Score:
    """The function that measures a pipeline on the tuning sentences."""

    def score(trained: Language) -> dict[str, float]:
        scores = trained.evaluate(dev_docs(trained, dev_set))
        keys = {"tag": "tag_acc", "upos": "pos_acc", "uas": "dep_uas", "las": "dep_las", "sents": "sents_f"}
        return {short: float(scores[key]) for short, key in keys.items()}

    return score


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a first-stage checkpoint: train the second stage from it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    if args.start:
        print(train_wire(args.corpora, args.start, args.out, args.steps, args.seed))
    else:
        print(train_treebanks(args.corpora, args.out, args.steps, args.seed))
