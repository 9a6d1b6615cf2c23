from pathlib import Path

import pytest

from warextract.errors import WarextractError
from warextract.whole_file import naming_what_cannot_be_written, writing_whole


def test_file_and_its_folder_are_there_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "new" / "table.csv"
    with writing_whole(path) as place:
        place.write_text("a", encoding="utf-8")
        place.with_name("beside").write_text("b", encoding="utf-8")
        assert not path.exists()
    assert [each.name for each in path.parent.iterdir()] == ["table.csv"]
    assert path.read_text("utf-8") == "a"


def test_older_file_stays_until_then(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("older", encoding="utf-8")

    def write_and_fail() -> None:
        with writing_whole(path) as place:
            place.write_text("half", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_fail()
    assert path.read_text("utf-8") == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_error_of_the_block_is_left_as_it_is(tmp_path: Path) -> None:
    def write_and_fail() -> None:
        with writing_whole(tmp_path / "table.csv"):
            raise FileNotFoundError("an input")

    with pytest.raises(FileNotFoundError, match="an input"):
        write_and_fail()


def test_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with (
        pytest.raises(WarextractError, match=r"folder: cannot be written \(Is a directory\)"),
        writing_whole(tmp_path / "folder") as place,
    ):
        place.touch()
    with (
        pytest.raises(WarextractError, match=r"full\.csv: cannot be written \(No space left"),
        naming_what_cannot_be_written(tmp_path / "full.csv"),
        Path("/dev/full").open("w", encoding="utf-8") as full,
    ):
        full.write("a")
