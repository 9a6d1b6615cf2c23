"""Tables of the rule lemmatizer: those of spacy-lookups-data, completed from the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from spacy.lang.en import English
from spacy.lookups import Lookups, load_lookups
from spacy.tokens import Doc

from convert_treebanks import Sentence

TABLE_POS = ("noun", "verb", "adj", "adv")  # what spacy-lookups-data has rules and exceptions for

CASELESS = ("NOUN", "VERB", "ADJ", "ADV", "PRON", "DET", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "INTJ")


def lemma_lookups(sentences: Iterable[Sentence]) -> Lookups:
    """Rules, index and exceptions such that the commonest lemma of every seen (part of speech, form) comes out."""
    base = load_lookups("en", ["lemma_rules", "lemma_exc", "lemma_index"])
    exceptions = {pos: dict(base.get_table("lemma_exc").get(pos, {})) for pos in TABLE_POS}
    rules = {pos: list(base.get_table("lemma_rules")[pos]) for pos in TABLE_POS}
    for pos, form, lemma in wrong_lemmas(sentences, base):
        exceptions.setdefault(pos, {})[form] = [lemma]
        if pos in TABLE_POS and shadowed(form, lemma, rules[pos], base.get_table("lemma_index").get(pos, {})):
            rules[pos].append([form, lemma])
    rules["noun"].insert(0, ["0s", "0s"])  # "1990s" is its own lemma
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    index = base.get_table("lemma_index")
    lookups.add_table("lemma_index", {pos: index[pos] for pos in TABLE_POS if pos in index})
    lookups.add_table("lemma_exc", exceptions)
    return lookups


def shadowed(form: str, lemma: str, rules: list[list[str]], index: Collection[str]) -> bool:
    """Whether spaCy finds a lemma by its rules too, but after another ("hop", "hope"): an exception is then not heard.

    A rule for the whole word, as the last one, puts it first.
    """
    found = [form[: len(form) - len(old)] + new for old, new in rules if form.endswith(old)]
    return lemma in index and lemma in found and any(other in index for other in found if other != lemma)


def wrong_lemmas(sentences: Iterable[Sentence], base: Lookups) -> Iterable[tuple[str, str, str]]:
    """The pairs whose commonest lemma the rules alone do not find: (part of speech, lower-cased form, lemma)."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    capitals: Counter[str] = Counter()  # adjectives: how much oftener a capital is kept in the lemma than not
    for sentence in sentences:
        for word, pos, lemma in zip(sentence.words, sentence.pos, sentence.lemmas, strict=True):
            if lemma != "_" and not word[0].isdigit():
                # "National" in a name keeps its capital in the lemma: the form in lower case, where seen, decides
                lemmas[pos, word.lower()][lemma] += 1000 if word.islower() and pos in CASELESS else 1
                if pos == "ADJ" and word[0].isupper():
                    capitals[word.lower()] += 1 if lemma[0].isupper() else -1
    nlp = English()
    verbs = base.get_table("lemma_index")["verb"]
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=base)  # type: ignore[attr-defined]
    for (pos, form), counts in sorted(lemmas.items()):
        lemma = counts.most_common(1)[0][0]
        if pos == "PROPN":
            singulars = (form[:-1], form[:-2], form[:-3] + "y")
            if form.startswith(lemma.lower()[:3]) and form.endswith("s") and lemma.lower() in singulars:
                yield "propn", form, lemma
        elif pos.lower() not in TABLE_POS:  # no rules: a table of all forms, since an unknown form keeps its case
            yield pos.lower(), form, lemma
        else:
            keeps_case = pos == "ADJ" and capitals[form] >= 0 and lemma.lower() == form
            forms = [form] if keeps_case else [form, form.capitalize()]
            doc = Doc(nlp.vocab, words=forms, pos=[pos] * len(forms))
            wanted = form if keeps_case else lemma
            found = [lemmatizer.rule_lemmatize(token)[0] for token in doc]  # type: ignore[attr-defined]
            # a verb unknown to the index against one that is known ("flead", "flee") is a slip of the treebank
            slip = pos == "VERB" and lemma not in verbs and found[0] in verbs
            if not slip and any(word != wanted for word in found):
                yield pos.lower(), form, wanted
