import json
from pathlib import Path

from warextract.records import ArticleRecord
from warextract.vocabulary import EVENT_TYPES
from warextract.writers import json_schema


def test_committed_schema_is_that_of_the_models(root: Path) -> None:
    committed = json.loads((root / "docs" / "schema.json").read_text("utf-8"))
    assert committed == json.loads(json_schema()), "run `warextract schema > docs/schema.json`"


def test_schema_uses_the_keys_of_the_record() -> None:
    schema = json.loads(json_schema())
    assert set(schema["properties"]) == set(ArticleRecord.model_fields)
    assert "class" in schema["$defs"]["Weapon"]["properties"]
    assert tuple(schema["$defs"]["Event"]["properties"]["type"]["enum"]) == EVENT_TYPES


def test_every_field_of_a_record_says_what_it_holds() -> None:
    models = json.loads(json_schema())
    untold = [
        f"{name}.{field}"
        for name, model in {"ArticleRecord": models, **models["$defs"]}.items()
        for field, schema in model["properties"].items()
        if not schema.get("description", "").endswith(".")
    ]
    assert untold == []
