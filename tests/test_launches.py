"""Missiles that are tried and hit nobody, told of again."""

from datetime import date

from warextract import Article, Extractor

_TEXT = (
    "North Korea fired ballistic missiles toward the East Sea on Wednesday, South Korea's military said. The missiles "
    "were launched from Kaechon, north of Pyongyang, and flew 400 km. At least one of the missiles fell near the coast."
    "{more}"
)


def types(extractor: Extractor, more: str) -> list[str]:
    record = extractor.extract(Article(id="a", text=_TEXT.format(more=more), published=date(2024, 9, 18)))
    return [event.type for event in record.events]


def test_a_test_told_again_is_one_test(extractor: Extractor) -> None:
    assert types(extractor, "") == ["weapons_test"]


def test_missiles_fired_at_somebody_are_no_test(extractor: Extractor) -> None:
    assert "missile_strike" in types(extractor, " Days later, Russia fired missiles at a factory in Kharkiv.")


def test_who_tested_before_is_who_tests_and_not_who_tells_it(extractor: Extractor) -> None:
    text = (
        "North Korea fired missiles toward the East Sea on Wednesday, South Korea's military said, six days after it "
        "launched a salvo of similar missiles."
    )
    (state,) = [a for a in extractor.extract(text).actors if a.name == "North Korea"]
    assert "it" in {mention.text for mention in state.mentions}
