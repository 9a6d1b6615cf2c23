"""Docs from sentences: random runs of sentences, paragraph breaks, and the typography that wire copy varies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from spacy.tokens import Doc
from spacy.vocab import Vocab

from augment_names import Names
from convert_treebanks import Sentence

LONGEST_RUN = 12
SWAP_RATE, LOWER_RATE, UPPER_RATE, BREAK_RATE, RENAME_RATE = 0.35, 0.03, 0.015, 0.30, 0.40
PLACE_CASES = ("in", "near", "from", "to", "around", "outside", "at")
CALENDAR = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Christmas",
        "Easter",
        "Ramadan",
    ]
)
APOSTROPHES = "'’"
DASHES = ("--", "–", "—", "-")


def runs(sentences: Sequence[Sentence], random: Random) -> list[list[Sentence]]:
    """Consecutive sentences of one document in groups of 1 to 12, cut anew at each call."""
    groups: list[list[Sentence]] = []
    left = 0
    for index, sentence in enumerate(sentences):
        if left == 0 or sentence.doc_id != sentences[index - 1].doc_id:
            groups.append([])
            left = random.randint(1, LONGEST_RUN)
        groups[-1].append(sentence)
        left -= 1
    return groups


def vary(sentences: list[Sentence], random: Random) -> list[Sentence]:
    """The run with its quotes, apostrophes and dashes, or its case, as another outlet would print them."""
    roll = random.random()
    if roll < UPPER_RATE:
        return [replace(s, words=tuple(word.upper() for word in s.words)) for s in sentences]
    if roll < UPPER_RATE + LOWER_RATE:
        return [replace(s, words=tuple(word.lower() for word in s.words)) for s in sentences]
    if roll < UPPER_RATE + LOWER_RATE + SWAP_RATE:
        curly, dash = random.random() < 0.6, random.choice(DASHES[:3])
        return [swap_typography(s, curly, dash) for s in sentences]
    return sentences


def swap_typography(sentence: Sentence, curly: bool, dash: str) -> Sentence:
    """The sentence in straight or curly typography; opening and closing marks are told by the tag."""
    words = []
    for original, tag in zip(sentence.words, sentence.tags, strict=True):
        word = original
        if tag == "``" and word in ('"', "“", "``"):
            word = "“" if curly else '"'
        elif tag == "''" and word in ('"', "”", "''"):
            word = "”" if curly else '"'
        elif word in DASHES[:3] and tag in (":", ","):
            word = dash
        elif any(mark in word for mark in APOSTROPHES) and len(word) > 1:
            word = word.replace("'", "’") if curly else word.replace("’", "'")
        words.append(word)
    return replace(sentence, words=tuple(words))


def rename(sentence: Sentence, names: Names, random: Random) -> Sentence:
    """The sentence with its people and towns renamed from all world regions, token by token."""
    words, lemmas = list(sentence.words), list(sentence.lemmas)
    for first, last in flat_names(sentence):
        region = random.choice(list(names.given))
        for index in range(first, last):
            pool = names.family if index == last - 1 else names.given
            words[index] = lemmas[index] = random.choice(pool[region]).replace("-", "")
    for index, (pos, tag) in enumerate(zip(sentence.pos, sentence.tags, strict=True)):
        if pos == "PROPN" and tag == "NNP" and stands_alone_in_place(sentence, index):
            words[index] = lemmas[index] = random.choice(names.words_of_towns)
    return replace(sentence, words=tuple(words), lemmas=tuple(lemmas))


def flat_names(sentence: Sentence) -> list[tuple[int, int]]:
    """The runs of two or three proper nouns joined by flat, without preposition: nearly all are people."""
    found = []
    for head in range(len(sentence.words)):
        parts = [i for i in range(len(sentence.words)) if sentence.heads[i] == head and sentence.deps[i] == "flat"]
        run = [head, *parts]
        if parts and len(run) <= 3 and run == list(range(head, head + len(run))):
            plain = all(sentence.words[i].isalpha() and sentence.tags[i] == "NNP" for i in run)
            if plain and sentence.words[head].istitle() and not has_case(sentence, head):
                found.append((head, head + len(run)))
    return found


def has_case(sentence: Sentence, head: int) -> bool:
    """Whether the token stands in a prepositional phrase."""
    return any(sentence.heads[i] == head and sentence.deps[i] == "case" for i in range(head))


def stands_alone_in_place(sentence: Sentence, index: int) -> bool:
    """Whether a proper noun is a whole prepositional phrase with a preposition of place, but no month or weekday."""
    children = [i for i in range(len(sentence.words)) if sentence.heads[i] == index and i != index]
    alone = [i for i in children if sentence.deps[i] != "punct"]
    return (
        len(alone) == 1
        and sentence.deps[alone[0]] == "case"
        and sentence.words[alone[0]].lower() in PLACE_CASES
        and sentence.words[index].istitle()
        and sentence.deps[index] in ("obl", "nmod")
        and sentence.words[index] not in CALENDAR
    )


def to_doc(vocab: Vocab, sentences: Sequence[Sentence], breaks: Random | None = None) -> Doc:
    """One Doc of the sentences; with `breaks`, newline tokens stand at half of the sentence ends."""
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list[str]] = {name: [] for name in ("tags", "pos", "morphs", "lemmas", "deps")}
    heads: list[int] = []
    for number, sentence in enumerate(sentences):
        offset = len(words)
        words += sentence.words
        spaces += sentence.spaces
        columns["tags"] += sentence.tags
        columns["pos"] += sentence.pos
        columns["morphs"] += sentence.feats
        columns["lemmas"] += sentence.lemmas
        columns["deps"] += sentence.deps
        heads += [head + offset for head in sentence.heads]
        if breaks is not None and number + 1 < len(sentences) and breaks.random() < 0.5:
            spaces[-1] = False
            words.append(breaks.choice(("\n", "\n\n")))
            spaces.append(False)
            heads.append(len(words) - 2)
            for name, value in (
                ("tags", "_SP"),
                ("pos", "SPACE"),
                ("morphs", ""),
                ("lemmas", words[-1]),
                ("deps", "dep"),
            ):
                columns[name].append(value)
    return Doc(vocab, words=words, spaces=spaces, heads=heads, **columns)


def epoch_docs(
    sentences: Sequence[Sentence], vocab: Vocab, random: Random, names: Names, rename_rate: float = RENAME_RATE
) -> list[Doc]:
    """All sentences once, grouped, varied and shuffled for one pass of training."""
    docs = []
    for run in runs(sentences, random):
        group = [rename(s, names, random) if random.random() < rename_rate else s for s in run]
        breaks = random if random.random() < BREAK_RATE else None
        docs.append(to_doc(vocab, vary(group, random), breaks))
    random.shuffle(docs)
    return docs
