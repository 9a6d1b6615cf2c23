"""Words of a parsed article say what spaCy's tokens say."""

from warextract.syntax.pipeline import load_pipeline
from warextract.syntax.word import words_of

TEXT = 'Rebels took "Ségou" at 5.40 a.m., NATO said.\n\nTheir 12 guns weren’t there; nobody had told him who they were.'
SHARED = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "ent_type_", "ent_iob_", "whitespace_", "is_sent_start",
    "is_sent_end", "is_space", "is_punct", "is_quote", "is_alpha", "is_digit", "is_title", "is_upper", "like_num",
)  # fmt: skip


def test_words_say_what_tokens_say() -> None:
    doc = load_pipeline()(TEXT)
    assert [[getattr(word, name) for name in SHARED] for word in words_of(doc)] == [
        [getattr(token, name) for name in SHARED] for token in doc
    ]


def test_words_know_the_bounds_of_their_sentence() -> None:
    doc = load_pipeline()(TEXT)
    assert len(list(doc.sents)) > 1
    assert [(word.sent_start, word.sent_end) for word in words_of(doc)] == [
        (token.sent.start, token.sent.end) for token in doc
    ]


def test_every_field_is_compared() -> None:
    word = words_of(load_pipeline()("Goma fell."))[0]
    fields = {name for name in dir(word) if not name.startswith("__") and not callable(getattr(word, name))}
    assert fields == {*SHARED, "features", "sent_start", "sent_end"}


def test_features_are_the_morphology_one_for_each_value() -> None:
    doc = load_pipeline()(TEXT)
    doc[0].set_morph("Case=Acc,Dat|Number=Plur")
    for word, token in zip(words_of(doc), doc, strict=True):
        told = token.morph.to_dict()
        assert word.features == {f"{name}={value}" for name in told for value in token.morph.get(name)}
    assert words_of(doc)[0].features == {"Case=Acc", "Case=Dat", "Number=Plur"}


def test_an_empty_text_has_no_words() -> None:
    assert words_of(load_pipeline().make_doc("")) == ()
