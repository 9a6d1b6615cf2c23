"""CoNLL-U to sentences in the model's labels: UD relations, with the few merged that treebanks disagree on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

# obl:agent is obl in PUD (a passive verb and "by" tell it); nsubj:outer and csubj:outer are nsubj and csubj there.
MERGED = {
    "obl:agent": "obl",
    "obl:npmod": "obl:unmarked",
    "obl:tmod": "obl:unmarked",
    "nmod:npmod": "nmod:unmarked",
    "nmod:tmod": "nmod:unmarked",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "csubj:pass": "csubj",
    "advcl:relcl": "advcl",
    "flat:foreign": "flat",
    "flat:name": "flat",
}
KEPT_FEATURES = ("Number", "Person", "Tense", "VerbForm", "Voice", "Mood", "Polarity", "PronType", "Poss", "Degree")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence; heads are indices in the sentence, a root's head is itself."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    misc: tuple[str, ...] = field(repr=False, default=())
    doc_id: str = ""
    sent_id: str = ""


def relation(dep: str, head_pos: str) -> str:
    """The model's name of a UD relation: see MERGED; a bare adverbial noun on a predicate is obl:unmarked."""
    dep = MERGED.get(dep, dep)
    if dep == "nmod:unmarked" and head_pos in ("VERB", "AUX", "ADV"):
        return "obl:unmarked"
    return dep


def features(feats: str) -> str:
    """The features the model predicts; Degree=Pos is left out, it would lower-case the lemma "American"."""
    pairs = [pair for pair in feats.split("|") if pair != "Degree=Pos"]
    kept = [pair for pair in pairs if pair.split("=")[0] in KEPT_FEATURES]
    return "|".join(sorted(kept)) or "_"


def read_sentences(conllu: str) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U text in order, with their document's id."""
    doc_id = sent_id = ""
    rows: list[list[str]] = []
    for line in conllu.splitlines():
        if line.startswith("# newdoc id"):
            doc_id = line.split("=", 1)[1].strip()
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield build_sentence(rows, doc_id, sent_id)
            rows = []
    if rows:
        yield build_sentence(rows, doc_id, sent_id)


def build_sentence(rows: list[list[str]], doc_id: str, sent_id: str) -> Sentence:
    """One sentence from its CoNLL-U rows; a multiword token's parts stand without space between them."""
    spaces: dict[int, bool] = {}
    tokens = []
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            spaces |= dict.fromkeys(range(first, last), False)
            spaces[last] = "SpaceAfter=No" not in row[9]
        elif "." not in row[0]:
            spaces.setdefault(int(row[0]), "SpaceAfter=No" not in row[9])
            tokens.append(row)
    heads = [int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(tokens)]
    return Sentence(
        words=tuple(row[1] for row in tokens),
        spaces=tuple(spaces[int(row[0])] for row in tokens),
        tags=tuple(row[4] for row in tokens),
        pos=tuple(row[3] for row in tokens),
        feats=tuple(features(row[5]) for row in tokens),
        lemmas=tuple(row[2] for row in tokens),
        heads=tuple(heads),
        deps=tuple(
            relation(row[7], tokens[head][3]) if row[7] != "root" else "ROOT"
            for row, head in zip(tokens, heads, strict=True)
        ),
        misc=tuple(row[9] for row in tokens),
        doc_id=doc_id,
        sent_id=sent_id,
    )
