"""What may not be read costs itself at most: tried with the rights of a user who is not root."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from warextract.errors import ArticleError
from warextract.readers import find_sources, read_articles

NOBODY = 65534


@contextmanager
def without_root() -> Iterator[None]:
    """Root may read everything, so that it becomes somebody else for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if user == 0:
            os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may read, with one inside that nobody but root may look into, and links into that."""
    folder = Path(tempfile.mkdtemp())  # pytest's own folders let nobody else in
    closed = folder / "closed"
    (closed / "inner").mkdir(parents=True)
    for path in (folder / "open.txt", closed / "article.txt", closed / "inner" / "article.txt"):
        path.write_text("KYIV, March 4 - The bridge fell.", encoding="utf-8")
    (folder / "to file.txt").symlink_to(closed / "article.txt")
    (folder / "to folder").symlink_to(closed / "inner")
    folder.chmod(0o755)
    assert list(read_articles(find_sources([closed])))  # all is loaded while the package itself may be read
    yield folder
    closed.chmod(0o755)
    shutil.rmtree(folder)


def test_what_may_not_be_looked_at_is_said(folder: Path) -> None:
    (folder / "closed").chmod(0o000)
    with without_root():
        found = list(read_articles(find_sources([folder])))
    assert [each.id for each in found if not isinstance(each, ArticleError)] == ["open"]
    errors = {Path(str(error).split(":")[0]).name: str(error) for error in found if isinstance(error, ArticleError)}
    assert set(errors) == {"closed", "to file.txt", "to folder"}
    assert "cannot be listed (Permission denied)" in errors["closed"]
    for name in ("to file.txt", "to folder"):
        assert "cannot be looked at (Permission denied)" in errors[name]


def test_a_folder_that_is_listed_but_not_entered_names_its_articles(folder: Path) -> None:
    closed = folder / "closed"
    closed.chmod(0o444)
    with without_root():
        found = [str(each) for each in read_articles(find_sources([closed])) if isinstance(each, ArticleError)]
    assert len(found) == 2
    assert all("Permission denied" in error for error in found)


def test_an_input_that_may_not_be_looked_at_is_said(folder: Path) -> None:
    (folder / "closed").chmod(0o000)
    with without_root(), pytest.raises(ArticleError, match=r"cannot be looked at \(Permission denied\)"):
        find_sources([folder / "closed" / "article.txt"])
