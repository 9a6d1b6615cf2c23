"""The build hook: what it compiles, and what it says where it cannot."""

import ast
import importlib.util
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from warextract.compiled import is_compiled


class App:
    """Stands in for hatchling's: keeps the warnings."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, message: str) -> None:
        self.warnings.append(message)


@pytest.fixture(scope="module")
def hook(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", root / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def config(root: Path) -> dict[str, list[str]]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]


@pytest.fixture
def initialize(
    root: Path, hook: ModuleType, config: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[dict[str, Any], list[str]]]:
    """Runs the hook's first step with a setting of the variable: what it adds to the build, and its warnings."""

    def run(way: str | None, version: str = "standard") -> tuple[dict[str, Any], list[str]]:
        monkeypatch.delenv(hook.VARIABLE, raising=False)
        if way is not None:
            monkeypatch.setenv(hook.VARIABLE, way)
        app, build_data = App(), {"force_include": {}}
        hook.CompiledWheel(str(root), config, None, None, "", "wheel", app).initialize(version, build_data)
        return build_data, app.warnings

    return run


def chosen(root: Path, hook: ModuleType, config: dict[str, list[str]]) -> list[str]:
    return hook._modules(root, config["compile"], config["leave"])


def test_every_pattern_finds_modules(root: Path, config: dict[str, list[str]]) -> None:
    assert [each for each in (*config["compile"], *config["leave"]) if not list(root.glob(each))] == []


def test_what_reads_articles_is_compiled_and_models_are_not(
    root: Path, hook: ModuleType, config: dict[str, list[str]]
) -> None:
    modules = chosen(root, hook, config)
    assert {"src/warextract/syntax/tree.py", "src/warextract/events/find.py"} <= set(modules)
    assert [each for each in modules if "pydantic" in (root / each).read_text("utf-8")] == []


def test_all_are_compiled_or_none(root: Path, hook: ModuleType, config: dict[str, list[str]]) -> None:
    names = [each.removeprefix("src/").removesuffix(".py").replace("/", ".") for each in chosen(root, hook, config)]
    specs = [importlib.util.find_spec(name) for name in names]
    assert {spec is not None and not str(spec.origin).endswith(".py") for spec in specs} == {is_compiled()}


def test_an_editable_install_is_never_compiled(initialize: Callable[..., Any]) -> None:
    assert initialize("always", "editable") == ({"force_include": {}}, [])


def test_nothing_is_compiled_where_it_is_not_wanted(initialize: Callable[..., Any]) -> None:
    assert initialize("never") == ({"force_include": {}}, [])


@pytest.mark.parametrize("way", [None, "auto"])
def test_without_a_compiler_the_wheel_is_made_without_and_says_so(
    way: str | None, initialize: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    build_data, warnings = initialize(way)
    assert build_data == {"force_include": {}}
    assert len(warnings) == 1
    assert "'no-such-compiler'" in warnings[0]


def test_without_a_compiler_asked_for_the_build_ends(
    initialize: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    with pytest.raises(SystemExit, match="no-such-compiler"):
        initialize("always")


def test_an_unknown_wish_is_refused(initialize: Callable[..., Any]) -> None:
    with pytest.raises(SystemExit, match="WAREXTRACT_COMPILE is 'yes'"):
        initialize("yes")


def test_a_compiler_that_fails_costs_the_speed_and_not_the_wheel(
    hook: ModuleType, initialize: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> list[Path]:
        raise SystemExit(1)

    monkeypatch.setattr(hook, "_hindrance", lambda: None)
    monkeypatch.setattr(hook, "_built", failing)
    build_data, warnings = initialize("auto")
    assert build_data == {"force_include": {}}
    assert "SystemExit" in warnings[0]
    with pytest.raises(SystemExit, match="not compiled"):
        initialize("always")


def test_nothing_is_asked_for_in_a_tuple_with_a_star(root: Path, config: dict[str, list[str]]) -> None:
    """mypyc ends with an internal error at ``x in (a, *b)``; the wheel would be made without it, and nobody told."""
    files = [path for pattern in config["compile"] for path in root.glob(pattern)]
    assert files
    starred = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and any(_has_star(each) for each in node.comparators)
    ]
    assert starred == []


def _has_star(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple | ast.List | ast.Set) and any(isinstance(e, ast.Starred) for e in node.elts)
