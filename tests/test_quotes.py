import random

import pytest

from warextract.text.quotes import find_quotes


def inner(text):
    return [text[q.inner_start : q.inner_end] for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We wait," she said.', ["We wait,"]),
        ("“We wait,” she said. “We hope.”", ["We wait,", "We hope."]),
        ("«We wait», she said.", ["We wait"]),
        ("« We wait », she said.", [" We wait "]),
        ("„We wait“, she said.", ["We wait"]),
        ("„We wait”, she said.", ["We wait"]),
        ("”We wait”, she said.", ["We wait"]),
        ("»We wait«, she said.", ["We wait"]),
        ("‘We wait,’ she said.", ["We wait,"]),
        ("'We wait,' she said.", ["We wait,"]),
        ("“It’s the army’s fault,” he said.", ["It’s the army’s fault,"]),
        ("'It's the army's fault,' he said.", ["It's the army's fault,"]),
        ("The brigades’ posts and Ukraine's bridge fell.", []),
        ("The brigades' posts fell in the '90s, and the soldiers' homes too.", []),
        ("'The brigades' posts fell,' he said.", ["The brigades' posts fell,"]),
        ("He called it “a ‘very’ bad day”.", ["a ‘very’ bad day", "very"]),
        ("""He said "they call it 'victory' now".""", ["they call it 'victory' now", "victory"]),
        ("‘They call it “victory” now,’ he said.", ["They call it “victory” now,", "victory"]),
        ("It rejected the report as (\"lies\").", ["lies"]),
        ('It rejected it—"lies"—again.', ["lies"]),
        ("The pipe is 10\" wide.", []),
        ("“We wait", ["We wait"]),
        ("We wait,” she said.", []),
        ("“We wait, she said. “We hope.”", ["We wait, she said.", "We hope."]),
        ('“We wait," she said.', ["We wait,"]),
        ('"We wait,” she said.', ["We wait,"]),
        ("“We wait“, she said.", ["We wait"]),
        ("", []),
        ('"', []),
        ('""', []),
        ("Rock 'n' roll, the '90s, fish ’n’ chips.", []),
        ('the "baseless" and "false" claims', ["baseless", "false"]),
    ],
)  # fmt: skip
def test_inner_text(text, expected):
    assert inner(text) == expected


def test_levels_and_marks():
    text = "He said “it was ‘bad’” twice."
    outer, nested = find_quotes(text)
    assert (text[outer.start : outer.end], outer.level, outer.closed) == ("“it was ‘bad’”", 1, True)
    assert (text[nested.start : nested.end], nested.level, nested.closed) == ("‘bad’", 2, True)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n", "\n  \n"])
@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’")])
def test_reopened_at_each_paragraph(gap, opening, closing):
    text = f"{opening}One day.{gap}{opening}Two days.{gap}{opening}Three days.{closing} He left."
    quotes = find_quotes(text)
    assert [text[q.inner_start : q.inner_end] for q in quotes] == ["One day.", "Two days.", "Three days."]
    assert [(q.closed, q.continues) for q in quotes] == [(False, True), (False, True), (True, False)]
    assert {q.level for q in quotes} == {1}


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "“One day.\n\nThe army left. “Two days,” he said."
    first, second = find_quotes(text)
    assert (first.closed, first.continues, text[first.start : first.end]) == (False, False, "“One day.")
    assert second.closed


def test_random_marks_never_raise_and_stay_consistent():
    rng = random.Random(11)
    pieces = [*"\"“”„«»'‘’‚‹›", "a", "s", " ", " ", "\n", ".", ",", "—", "(", "word", "90s"]
    for _ in range(5000):
        text = "".join(rng.choices(pieces, k=rng.randrange(25)))
        quotes = find_quotes(text)
        assert list(quotes) == sorted(quotes, key=lambda q: (q.start, -q.end))
        for q in quotes:
            assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
            assert q.closed == (q.inner_end < q.end)
            assert not (q.closed and q.continues)
            assert q.level >= 1
            assert "\n" not in text[q.start : q.end]
        for a in quotes:
            for b in quotes:
                if a.start < b.start < a.end:
                    assert b.end <= a.end, (text, a, b)
