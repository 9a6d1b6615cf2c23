"""Train the recogniser (PER, ORG, LOC) on the entity corpora with names replaced, and on wire sentences of our own."""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans, load_config, load_model_from_config

import augment_names as an
import convert_entities as ce
import sources
import tokenizer
from augment import epoch_docs
from convert_treebanks import read_sentences
from training_loop import train, use_openblas

HERE = Path(__file__).parent


def example(nlp: Language, text: ce.Text) -> Example:
    """The text with its names as entities; UNSURE spans and names that split a token are left missing."""
    gold: Doc = nlp.make_doc(text.text)
    ents, missing = [], []
    for start, end, label in text.spans:
        strict = gold.char_span(start, end, label=label)
        if strict is not None and label != ce.UNSURE:
            ents.append(strict)
        elif (wide := gold.char_span(start, end, alignment_mode="expand")) is not None:
            missing.append(wide)
    ents = filter_spans(ents)
    missing = [span for span in filter_spans(missing) if all(not overlap(span, ent) for ent in ents)]
    gold.set_ents(ents, missing=missing)
    return Example(nlp.make_doc(text.text), gold)


def tags_only(nlp: Language, doc: Doc) -> Example:
    """A treebank's doc as an example that teaches tags and nothing about names."""
    doc.set_ents([], default="missing")
    return Example(nlp.make_doc(doc.text), doc)


def overlap(first: object, second: object) -> bool:
    """Whether two spans share a token."""
    return first.start < second.end and second.start < first.end  # type: ignore[attr-defined]


def corpus(corpora: Path) -> list[ce.Text]:
    """All texts of the training corpora with their names."""
    countries = an.country_names()
    treebank = ce.by_words(read_sentences(sources.read(corpora, "ewt-dev")))
    return [
        *ce.universal_ner(sources.read(corpora, "uner-ewt-dev"), treebank),
        *ce.gum(sources.read(corpora, "gum-train"), countries),
        *ce.wikigold(sources.read(corpora, "wikigold")),
        *ce.re3d(sources.read(corpora, "re3d"), countries),
    ]


def train_ner(corpora: Path, out: Path, steps: int, fills: int, rename: float, seed: int = 0) -> dict[str, float]:
    """Train the recogniser and save its best checkpoint to `out`."""
    use_openblas()
    nlp = load_model_from_config(load_config(HERE / "config_ner.cfg"), auto_fill=True)
    tokenizer.adapt(nlp)
    texts, names = corpus(corpora), an.load_names()
    tune_treebank = ce.by_words(read_sentences(sources.read(corpora, "ewt-test")))
    tune = list(ce.universal_ner(sources.read(corpora, "uner-ewt-test"), tune_treebank))
    held_out = an.own_texts(names, Random(999), 1)
    treebanks = [s for name in ("ewt-train", "gum-train") for s in read_sentences(sources.read(corpora, name))]

    def epoch(random: Random) -> list[Example]:
        varied = [an.renamed(t, names, random, rename) if random.random() < 0.6 else t for t in texts]
        joined = an.joined(varied, random) + an.joined(an.own_texts(names, random, fills), random)
        examples = [example(nlp, an.cased(an.curled(text, random), random)) for text in joined]
        examples += [tags_only(nlp, doc) for doc in epoch_docs(treebanks, nlp.vocab, random, names)]
        random.shuffle(examples)
        return examples

    def score(trained: Language) -> dict[str, float]:
        ewt = trained.evaluate([example(trained, text) for text in tune])
        wire = trained.evaluate([example(trained, text) for text in held_out])
        scores = {"f": ewt["ents_f"], "wire_f": wire["ents_f"]}
        return scores | {label: ewt["ents_per_type"].get(label, {}).get("f", 0.0) for label in ("PER", "ORG", "LOC")}

    return train(nlp, epoch, score, out, steps=steps, seed=seed, main_score="f", dropout=0.15)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=4500)
    parser.add_argument("--fills", type=int, default=5)
    parser.add_argument("--rename", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    print(train_ner(args.corpora, args.out, args.steps, args.fills, args.rename, args.seed))
