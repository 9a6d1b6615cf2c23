"""Loading the spaCy pipeline and parsing an article with it."""

from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from warextract.errors import ModelError
from warextract.syntax import labels
from warextract.syntax.verb_tags import set_verb_tags
from warextract.syntax.words import make_doc
from warextract.threads import loaded_with_one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BUNDLED = Path(__file__).parent.parent / "model"
_NEEDED = ("parser", "ner")


@lru_cache(maxsize=4)
def load_pipeline(model: str | Path | None = None) -> "Language":
    """The spaCy pipeline: the bundled one, or any English one by name or path.

    Raises ModelError when it cannot be loaded, has no parser or recogniser, or labels in an unknown scheme.
    """
    with loaded_with_one_thread():
        import spacy  # noqa: PLC0415 (half a second: only when a text is to be read)

    name = str(model or BUNDLED)
    if model is None and not (BUNDLED / "config.cfg").exists():
        raise ModelError(f"the bundled pipeline is missing at {BUNDLED}; reinstall warextract or run `make model`")
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        raise ModelError(f"spaCy pipeline {name!r} cannot be loaded: {error}; install it or give a folder") from error
    missing = [pipe for pipe in _NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(f"spaCy pipeline {name!r} has no {' and no '.join(missing)}; use one that has both")
    labels.check_labels(frozenset(nlp.get_pipe("parser").labels), name)  # type: ignore[attr-defined]
    for _, pipe in nlp.pipeline:
        _multiply_fast(pipe)
        _look_up_fast(pipe)
    return nlp


def _multiply_fast(pipe: object) -> None:
    """Matrix products by numpy's BLAS instead of thinc's: the bundled pipeline reads 1.6 times as much a second.

    Only the layers of this pipeline change; thinc's own choice for other pipelines of the process stays. Sums differ
    in their last bits from thinc's, on some processors also with more than one thread, never with the articles before.
    """
    from thinc.api import Model, NumpyOps  # noqa: PLC0415 (comes with spaCy)

    model = getattr(pipe, "model", None)
    if not isinstance(model, Model):
        return
    by_numpy = NumpyOps(use_blis=False)
    for layer in model.walk():
        if type(layer.ops) is NumpyOps:  # others (a GPU's, Apple's) are chosen for what they run on
            layer.ops = by_numpy


def _look_up_fast(pipe: object) -> None:
    """The lemmatizer's lists of known forms as dictionaries: it looks for every new word in one of them."""
    from spacy.pipeline import Lemmatizer  # noqa: PLC0415 (as above)

    if not (isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index")):
        return
    index = pipe.lookups.get_table("lemma_index")
    for part_of_speech, forms in index.items():
        index[part_of_speech] = dict.fromkeys(forms)


def parse(nlp: "Language", text: str, breaks: tuple[int, ...] = ()) -> "Doc":
    """Parse a text; a sentence starts at each offset of ``breaks`` (end of a dateline, start of a paragraph).

    The parser keeps sentence starts that are set before it runs, and may add others.
    """
    doc = make_doc(nlp, text)
    starts = sorted(breaks)
    fresh = False
    for token in doc:
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        at = bisect_left(starts, token.idx)
        if fresh or (at < len(starts) and starts[at] < token.idx + len(token)):
            token.is_sent_start = True
        fresh = False
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    set_verb_tags(doc)
    return doc
