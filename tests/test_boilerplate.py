import pytest

from warextract.text.boilerplate import find_boilerplate

STORY = "The bridge fell on Friday, the ministry said."


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ann Lee in Kyiv; Editing by Bo Hart)",
        "Reporting by Ann Lee; Editing by Bo Hart",
        "Additional reporting by Ann Lee",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "© 2025 Agence France-Presse",
        "Associated Press writer Ann Lee in Kyiv contributed to this report.",
        "Associated Press writers Ann J. Lee and Bo Hart contributed to this report.",
        "Read more: Town falls after siege",
        "Read also: Town falls after siege",
        "Subscribe to our newsletter",
        "Sign up for the morning briefing here.",
        "Follow AP’s coverage of the war at https://example.org/war",
        "(AP Photo/Ann Lee)",
        "Photo: Ann Lee",
        "This version corrects the name of the town.",
        "By Ann Lee and Bo Hart",
        "Updated: March 4, 2025 10:11 GMT",
        "Copyright 2025 The Daily. All rights reserved.",
        "https://example.org/a",
        "(Adds quote, paragraph 4)",
        "___",
    ],
)
def test_whole_line(line):
    text = f"{STORY}\n\n{line}\n\n{STORY}"
    assert [text[a:b] for a, b in find_boilerplate(text)] == [line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{STORY} (Reporting by Ann Lee; Editing by Bo Hart)", "(Reporting by Ann Lee; Editing by Bo Hart)"),
        (f"UPDATE 2-Bridge falls\n\n{STORY}", "UPDATE 2-"),
        (f"{STORY} Ann Lee contributed reporting. It rained.", "Ann Lee contributed reporting."),
    ],
)
def test_part_of_a_line(text, expected):
    assert [text[a:b] for a, b in find_boilerplate(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "The claim could not be independently verified.",
        "By Friday, the army had left.",
        "Follow-up strikes hit the port, it said.",
        "From Kyiv, the convoy moved east.",
        "The council urged donors to support the families.",
        "Photographs of the site showed craters, analysts said.",
        "“Read the treaty,” he said.",
        "",
    ],
)
def test_story_is_kept(text):
    assert find_boilerplate(text) == ()
