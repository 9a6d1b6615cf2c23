"""What is known of an article: from its file, its sidecar, a table of many, its dateline, the command line."""

from pathlib import Path

import pytest

from warextract.article import Article
from warextract.errors import ArticleError
from warextract.readers import MetadataTable, find_sources, load_metadata, read_articles
from warextract.readers.metadata import day_of_dateline

TEXT = "KYIV, March 4 - The bridge fell on Tuesday, the ministry said."
DATED = "KYIV, March 4, 2025 (EW) - The bridge fell on Tuesday, the ministry said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    for name in ("2024/a.txt", "2025/a.txt", "b.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, "utf-8")
    return folder


def table(folder: Path, text: str, encoding: str = "utf-8") -> MetadataTable:
    path = folder.parent / "known.csv"
    path.write_bytes(text.encode(encoding))
    return load_metadata(path)


def read(folder: Path, metadata: MetadataTable | None = None, published: str | None = None) -> dict[str, Article]:
    found = {}
    for article in read_articles(find_sources([folder]), metadata=metadata, published=published):
        assert isinstance(article, Article), article
        assert article.path is not None
        found[article.path.relative_to(folder).as_posix()] = article
    return found


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("path,published,source\n2025/a.txt,2025-03-04,Wire\n", "utf-8", id="comma"),
        pytest.param("path;published;source\r\n2025/a.txt;2025-03-04;Wire\r\n", "utf-8-sig", id="excel"),
        pytest.param("Path\tPublished\tSource\n./2025/a.txt\t2025-03-04\tWire\n", "utf-16", id="tabs"),
        pytest.param('source,path,published\n"Wire",archive/2025/a.txt,"March 4, 2025"\n', "utf-8", id="longer-path"),
        pytest.param("id,published,source,desk\n2025/a,2025-03-04,Wire,7\n", "utf-8", id="by-id"),
    ],
)
def test_table_says_what_is_known(folder: Path, text: str, encoding: str) -> None:
    found = read(folder, table(folder, text, encoding))
    assert {name: (str(a.published), a.source) for name, a in found.items()} == {
        "2024/a.txt": ("None", None),
        "2025/a.txt": ("2025-03-04", "Wire"),
        "b.txt": ("None", None),
    }


def test_the_longer_path_is_the_nearer_one(folder: Path) -> None:
    found = read(folder, table(folder, "path,source\na.txt,Any\n2025/a.txt,This\n"))
    assert {name: a.source for name, a in found.items()} == {"2024/a.txt": "Any", "2025/a.txt": "This", "b.txt": None}


def test_what_counts_more(folder: Path) -> None:
    (folder / "b.txt").write_text(DATED, "utf-8")
    (folder / "b.meta.json").write_text('{"title": "Sidecar", "source": "Sidecar"}', "utf-8")
    plain = read(folder, published="2020-01-01")
    assert str(plain["b.txt"].published) == "2025-03-04", "the dateline counts more than --published"
    assert str(plain["2024/a.txt"].published) == "2020-01-01"
    known = read(folder, table(folder, "path,source,published,id\nb.txt,Table,2025-03-05,B\n"))["b.txt"]
    assert (known.title, known.source, str(known.published), known.id) == ("Sidecar", "Table", "2025-03-05", "B")


def test_a_file_of_many_is_described_by_identifiers(folder: Path) -> None:
    (folder / "many.jsonl").write_text('{"id": "1", "text": "One."}\n{"id": "2", "text": "Two."}\n', "utf-8")
    (folder / "many.meta.json").write_text('{"source": "Wire", "id": "all"}', "utf-8")
    known = table(folder, "id,title\n2,Second\n")
    articles = list(read_articles(find_sources([folder / "many.jsonl"]), metadata=known))
    assert [(a.id, a.source, a.title) for a in articles if isinstance(a, Article)] == [
        ("1", "Wire", None),
        ("2", "Wire", "Second"),
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no column path or id; the first line names the columns, of path, id, published"),
        ("name,published\na,2025-03-04\n", "no column path or id"),
        ("path,source\n,Wire\n", "line 2: neither a path nor an id; say which article it is of"),
        ("path,source\na.txt,Wire\na.txt,Post\n", "line 3: a.txt stands there a second time; keep one of the two"),
        ('path,source\na.txt,"Wire\n', "not CSV (unexpected end of data); export it again"),
        ("\0\0\0", "looks like a binary file"),
    ],
)
def test_bad_table_is_told(folder: Path, text: str, complaint: str) -> None:
    with pytest.raises(ArticleError) as caught:
        table(folder, text)
    assert str(caught.value).startswith(str(folder.parent / "known.csv"))
    assert complaint in str(caught.value)


def test_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.csv: cannot be read \(No such file or directory\)"):
        load_metadata(tmp_path / "none.csv")


def test_a_day_in_a_table_that_is_none_costs_its_article(folder: Path) -> None:
    known = table(folder, "path,published\nb.txt,soon\n")
    found = list(read_articles(find_sources([folder]), metadata=known))
    errors = [str(each) for each in found if isinstance(each, ArticleError)]
    assert errors == [f"{folder / 'b.txt'}: published is 'soon', which is no day; write it as YYYY-MM-DD"]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (DATED, "2025-03-04"),
        ("GOMA, DR Congo, 27 January 2025 (EW) — Rebels entered the town.", "2025-01-27"),
        (TEXT, None),
        ("The bridge fell on March 4, 2025, the ministry said.", None),
        ("", None),
    ],
)
def test_day_of_a_dateline_needs_its_year(text: str, day: str | None) -> None:
    assert day_of_dateline(text) == day


@pytest.mark.parametrize(
    ("globs", "names"),
    [
        (["*.txt"], ["2024/a.txt", "2025/a.txt", "b.txt"]),
        (["2025/*"], ["2025/a.txt"]),
        (["a.*", "*.md"], ["2024/a.txt", "2025/a.txt", "c.md"]),
        (["c.md"], ["c.md"]),
    ],
)
def test_glob_keeps_the_files_that_match(folder: Path, globs: list[str], names: list[str]) -> None:
    (folder / "c.md").write_text(TEXT, "utf-8")
    found = find_sources([folder], globs=globs)
    assert [source.path.relative_to(folder).as_posix() for source in found] == names


def test_json_beside_an_article_is_about_it(folder: Path) -> None:
    for name in ("2025/a.json", "b.json", "c.json"):
        (folder / name).write_text('{"text": "One."}', "utf-8")
    assert {name: a.id for name, a in read(folder).items()} == {
        "2024/a.txt": "2024/a", "2025/a.txt": "2025/a", "b.txt": "b", "c.json": "c",
    }  # fmt: skip
    named = find_sources([folder], globs=["*.json"])
    assert [source.path.name for source in named] == ["a.json", "b.json", "c.json"]


def test_glob_that_nothing_matches_is_told(folder: Path) -> None:
    with pytest.raises(ArticleError, match=r"no file that matches \*\.html or \*\.eml in it"):
        find_sources([folder], globs=["*.html", "*.eml"])
