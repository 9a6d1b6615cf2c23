"""Types of named entities, corrected by evidence: head words, titles, the place table, the rest of the article."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


class EntityTypes:
    """spaCy component that re-types the entities of a Doc."""

    def __call__(self, doc: Doc) -> Doc:
        return doc


@Language.factory("warextract_entity_types", assigns=["doc.ents"])
def create_entity_types(nlp: Language, name: str) -> EntityTypes:
    """Factory of the component, found by spaCy through the entry point of the same name."""
    return EntityTypes()
