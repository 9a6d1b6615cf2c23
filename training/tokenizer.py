"""The tokenizer of the model: spaCy's English one, with hyphens split as the treebanks split them."""

from __future__ import annotations

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.lang.en import English
from spacy.util import compile_infix_regex

# "re-elect" and "co-operate" are one token in EWT, "long-range" is three: the list is what fits EWT.
KEPT_PREFIXES = (
    "anti", "co", "counter", "cross", "e", "ex", "inter", "mega", "micro", "mid", "mini", "multi", "non", "post",
    "pre", "pro", "re", "semi", "sub", "super", "trans", "ultra", "un", "uni",
)  # fmt: skip

# Ranks, titles and firms that wire copy abbreviates and that are one token with their full stop.
ABBREVIATIONS = (
    "Adm.", "Ald.", "Atty.", "Brig.", "Capt.", "Cmdr.", "Co.", "Col.", "Corp.", "Cpl.", "Det.", "Dr.", "Gen.", "Gov.",
    "Hon.", "Inc.", "Insp.", "Jr.", "Lt.", "Ltd.", "Maj.", "Mt.", "Ph.D.", "Pres.", "Prof.", "Pvt.", "Rep.", "Reps.",
    "Rev.", "Sen.", "Sens.", "Sgt.", "Spc.", "Sr.", "St.", "Supt.", "U.N.", "U.S.", "U.K.", "E.U.", "a.m.", "p.m.",
)  # fmt: skip


def hyphen_infix() -> str:
    """A hyphen between letters, unless what stands before it is one of the kept prefixes."""
    kept = "".join(
        rf"(?<!\b{form})" for prefix in KEPT_PREFIXES for form in (prefix, prefix.capitalize(), prefix.upper())
    )
    return rf"(?<=[{ALPHA}0-9]){kept}(?:{HYPHENS})(?=[{ALPHA}])"


def adapt(nlp: English) -> None:
    """Give `nlp` the infixes of the treebanks; they are saved with the tokenizer."""
    plain = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
    infixes = [hyphen_infix() if infix == plain else infix for infix in nlp.Defaults.infixes or ()]
    assert hyphen_infix() in infixes, "spaCy's English infixes changed: look at tokenizer.py"
    for form in ABBREVIATIONS:
        nlp.tokenizer.add_special_case(form, [{"ORTH": form}])
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
