"""Tables of the rule lemmatizer: those of spacy-lookups-data, completed from the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.lang.en import English
from spacy.lookups import Lookups, load_lookups
from spacy.tokens import Doc

from convert_treebanks import Sentence

TABLE_POS = ("noun", "verb", "adj", "adv")  # what spacy-lookups-data has rules and exceptions for


def lemma_lookups(sentences: Iterable[Sentence]) -> Lookups:
    """Rules, index and exceptions such that the commonest lemma of every seen (part of speech, form) comes out."""
    base = load_lookups("en", ["lemma_rules", "lemma_exc", "lemma_index"])
    exceptions = {pos: dict(base.get_table("lemma_exc").get(pos, {})) for pos in TABLE_POS}
    for pos, form, lemma in wrong_lemmas(sentences, base):
        exceptions.setdefault(pos, {})[form] = [lemma]
    lookups = Lookups()
    for name in ("lemma_rules", "lemma_index"):
        lookups.add_table(name, {pos: base.get_table(name)[pos] for pos in TABLE_POS if pos in base.get_table(name)})
    lookups.add_table("lemma_exc", exceptions)
    return lookups


def wrong_lemmas(sentences: Iterable[Sentence], base: Lookups) -> Iterable[tuple[str, str, str]]:
    """The pairs whose commonest lemma the rules alone do not find: (part of speech, lower-cased form, lemma)."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    capitals: Counter[str] = Counter()  # adjectives: how much oftener a capital is kept in the lemma than not
    for sentence in sentences:
        for word, pos, lemma in zip(sentence.words, sentence.pos, sentence.lemmas, strict=True):
            if lemma != "_" and not word[0].isdigit():
                # "National" in a name keeps its capital in the lemma: the form in lower case, where seen, decides
                lemmas[pos, word.lower()][lemma] += 1000 if word.islower() else 1
                if pos == "ADJ" and word[0].isupper():
                    capitals[word.lower()] += 1 if lemma[0].isupper() else -1
    nlp = English()
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=base)  # type: ignore[attr-defined]
    for (pos, form), counts in sorted(lemmas.items()):
        lemma = counts.most_common(1)[0][0]
        if pos == "PROPN":
            if form.startswith(lemma.lower()[:3]) and form.endswith("s") and lemma.lower() in (form[:-1], form[:-2]):
                yield "propn", form, lemma
        elif pos.lower() not in TABLE_POS:  # no rules: a table of all forms, since an unknown form keeps its case
            yield pos.lower(), form, lemma
        else:
            keeps_case = pos == "ADJ" and capitals[form] >= 0 and lemma.lower() == form
            forms = [form] if keeps_case else [form, form.capitalize()]
            doc = Doc(nlp.vocab, words=forms, pos=[pos] * len(forms))
            if any(lemmatizer.rule_lemmatize(token)[0] != (form if keeps_case else lemma) for token in doc):  # type: ignore[attr-defined]
                yield pos.lower(), form, form if keeps_case else lemma
