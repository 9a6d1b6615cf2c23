import pytest

from warextract.text.reading_copy import reading_copy


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("plain “text” – é\n\nstays", "plain “text” – é\n\nstays"),
        ("\ufeffKyiv", " Kyiv"),
        ("one\r\n\r\ntwo", "one \n \ntwo"),
        ("one\rtwo\u2028three\x85four", "one\ntwo\nthree\nfour"),
        ("3,000\u00a0pounds\tof\u202fbombs", "3,000 pounds of bombs"),
    ],
)
def test_copy_has_plain_spaces_and_line_feeds(text: str, copy: str) -> None:
    assert reading_copy(text) == copy
    assert len(copy) == len(text)
