"""Measure a pipeline on the test sets, from raw text: predicted tokens, predicted sentences, punctuation left out."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.training import Example

import augment_names as an
import convert_entities as ce
import sources
from assemble import packed_size
from augment import to_doc
from convert_treebanks import Sentence, read_sentences
from train_ner import HERE, example

Item = TypeVar("Item", Sentence, ce.Text)
RUN = 8
TREEBANKS = {"pud": "pud-test", "gum": "gum-test", "ewt": "ewt-test"}
SYNTAX_KEYS = {
    "tokens": "token_f", "tag": "tag_acc", "upos": "pos_acc", "uas": "dep_uas", "las": "dep_las",
    "sentences": "sents_f", "lemma": "lemma_acc",
}  # fmt: skip


def runs_of(sentences: list[Item]) -> list[list[Item]]:
    """Runs of up to eight consecutive sentences of one document."""
    groups: list[list[Item]] = []
    for index, sentence in enumerate(sentences):
        if not groups or len(groups[-1]) == RUN or sentence.doc_id != sentences[index - 1].doc_id:
            groups.append([])
        groups[-1].append(sentence)
    return groups


def measure_syntax(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Tags, parse, sentences and lemmas of a treebank, in percent."""
    golds = [to_doc(nlp.vocab, group) for group in runs_of(sentences)]
    with nlp.select_pipes(disable=[name for name in ("ner", "warextract_entity_types") if name in nlp.pipe_names]):
        scores = nlp.evaluate([Example(nlp.make_doc(gold.text), gold) for gold in golds])
    return {short: round(100 * scores[key], 2) for short, key in SYNTAX_KEYS.items()}


def measure_entities(nlp: Language, texts: list[ce.Text]) -> dict[str, float]:
    """F1 of names with their types, of each type, and of the spans alone, in percent."""
    examples = [example(nlp, one_line(group)) for group in runs_of(texts)]
    scores = nlp.evaluate(examples)
    found = gold = both = 0
    for ex in examples:
        predicted = {(e.start_char, e.end_char) for e in nlp(ex.reference.text).ents}
        wanted = {(e.start_char, e.end_char) for e in ex.reference.ents}
        found, gold, both = found + len(predicted), gold + len(wanted), both + len(predicted & wanted)
    result = {"f1": scores["ents_f"], "precision": scores["ents_p"], "recall": scores["ents_r"]}
    result |= {label: value["f"] for label, value in sorted(scores["ents_per_type"].items())}
    result["spans"] = 2 * both / (found + gold)
    return {key: round(100 * value, 2) for key, value in result.items()}


def one_line(texts: list[ce.Text]) -> ce.Text:
    """Texts joined by spaces, their names moved along."""
    words, spans = "", list[ce.Span]()
    for text in texts:
        spans += [(start + len(words), end + len(words), label) for start, end, label in text.spans]
        words += text.text.rstrip(" ") + " "
    return ce.Text(words.rstrip(), tuple(spans))


def entity_texts(corpora: Path, name: str, treebank: str) -> list[ce.Text]:
    """A UNER test set with the spacing of its treebank."""
    words = ce.by_words(read_sentences(sources.read(corpora, treebank)))
    return list(ce.universal_ner(sources.read(corpora, name), words))


def measure(model: Path, corpora: Path) -> dict[str, object]:
    """All figures of the model card."""
    started = time.perf_counter()
    nlp = spacy.load(model)
    load_s = time.perf_counter() - started
    treebanks = {short: list(read_sentences(sources.read(corpora, name))) for short, name in TREEBANKS.items()}
    texts = [to_doc(nlp.vocab, group).text for group in runs_of(treebanks["gum"])]
    started = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    speed = words / (time.process_time() - started)
    return {
        "syntax": {short: measure_syntax(nlp, sentences) for short, sentences in treebanks.items()},
        "entities": {
            "uner_pud": measure_entities(nlp, entity_texts(corpora, "uner-pud-test", "pud-test")),
            "uner_ewt_test": measure_entities(nlp, entity_texts(corpora, "uner-ewt-test", "ewt-test")),
            "gum_test": measure_entities(nlp, list(ce.gum(sources.read(corpora, "gum-test"), an.country_names()))),
        },
        "size": {
            "packed_mb": round(packed_size(model) / 1e6, 1),
            "disk_mb": round(sum(p.stat().st_size for p in model.rglob("*") if p.is_file()) / 1e6, 1),
        },
        "speed": {"load_s": round(load_s, 2), "words_per_cpu_s": round(speed, -2)},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE / "metrics.json")
    args = parser.parse_args()
    figures = measure(args.model, args.corpora)
    args.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
