from warextract.records import (
    Actor,
    ArticleInfo,
    ArticleRecord,
    Casualties,
    Claim,
    Codes,
    Dateline,
    Event,
    EventPlace,
    NumberRange,
    Participant,
    Place,
    Span,
    Weapon,
    WeaponAttributes,
)
from warextract.render import heading_lines, record_lines

TEXT = "KYIV - Moscow said “we took\nToretsk” with two glide bombs. Kyiv denied that. Nobody commented."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def actor(key: str, name: str) -> Actor:
    values = {"id": key, "name": name, "kind": "state", "country": name[:3].upper()}
    return Actor.model_validate(values | {"rule": "x", "mentions": (span("Moscow"),)})


def place(key: str, name: str) -> Place:
    values = {"id": key, "name": name, "kind": "settlement", "country": "UKR", "lat": 48.4, "lon": 37.85}
    return Place.model_validate(values | {"rule": "x", "mentions": (span("Toretsk"),)})


def claim(key: str, **values: object) -> Claim:
    return Claim.model_validate(
        {"id": key, "source": None, "stance": "asserts", "quote": "indirect", "rule": "say.that"} | values
    )


CLAIMS = (
    claim("c1", source="a1", quote="direct", content=span("we took\nToretsk"), cue=span("said"), events=["e1"]),
    claim("c2", source="a2", stance="denies", responds_to="c1", cue=span("denied"), content=span("that")),
    claim("c3", stance="withholds", quote="none"),
    claim("c4", responds_to="c5"),
    claim("c5", responds_to="c4"),
    claim("c6", responds_to="elsewhere", source="a1", negated_cue=True),
)
WEAPON = {
    "id": "w1",
    "class": "bomb.glide",
    "rule": "x",
    "mentions": (span("glide bombs"),),
    "operator": "a1",
    "quantity": NumberRange(min=2, max=2),
    "attributes": WeaponAttributes(mass_kg=1361),
}
EVENT = {
    "id": "e1",
    "type": "capture",
    "trigger": span("took"),
    "sentence": span("Moscow"),
    "status": "disputed",
    "participants": (Participant(role="agent", actor="a1"), Participant(role="target", place="p1")),
    "places": (EventPlace(place="p2", role="origin"),),
    "weapons": ("w1",),
    "codes": Codes(),
    "rule": "capture.take",
    "time": {"text": "", "start": "2025-03-03", "end": "2025-03-04", "precision": "range"},
    "confidence": 0.8,
    "casualties": Casualties(killed=NumberRange(min=2, max=9, approximate=True)),
}
ARTICLE = {"id": "a", "source": "Agency", "published": "2025-03-04", "title": "A title", "sha256": "0"}
RECORD = ArticleRecord(
    article=ArticleInfo.model_validate(ARTICLE | {"dateline": Dateline(place="p2", span=span("KYIV"))}),
    actors=(actor("a1", "Russia"), actor("a2", "Ukraine")),
    places=(place("p1", "Toretsk"), place("p2", "Kyiv")),
    weapons=(Weapon.model_validate(WEAPON),),
    claims=CLAIMS,
    events=(Event.model_validate(EVENT),),
    warnings=("not English",),
)

PAGE = """\
a  Agency, 2025-03-04, from Kyiv
A title
Who said what
  c1 Russia · asserts: “we took Toretsk”
      cue “said”; direct; about e1 capture (disputed); say.that
    ↳ c2 Ukraine · denies: that
        cue “denied”; indirect; say.that
  c3 an unnamed source · withholds
      say.that
  c6 Russia · not asserts
      indirect; say.that
  c4 an unnamed source · asserts
      indirect; say.that
    ↳ c5 an unnamed source · asserts
        indirect; say.that
What happened
  e1 capture disputed: “took”
      by Russia; against Toretsk; from Kyiv; with glide bombs; 2025-03-03 to 2025-03-04; about 2–9 killed
      capture.take, confidence 0.80
Weapons
  glide bombs (bomb.glide, 2, 1,361 kg, held by Russia)
Actors
  Russia (state, RUS)
  Ukraine (state, UKR)
Places
  Toretsk (settlement, UKR, 48.40 37.85)
  Kyiv (settlement, UKR, 48.40 37.85)
Warnings
  not English
"""


def page(record: ArticleRecord) -> str:
    lines = (*heading_lines(record), *record_lines(record))
    return "".join(f"{'  ' * line.indent}{line.text.plain}\n" for line in lines)


def test_page_of_a_record() -> None:
    assert page(RECORD) == PAGE


def test_page_of_an_empty_record() -> None:
    assert page(ArticleRecord(article=ArticleInfo(id="b", sha256="0"))) == "b  \n"
