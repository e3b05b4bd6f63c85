"""Who may know whom, what is imported when, and how large a room may be: DESIGN.md's walls, held."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "newsparse"
MODULES = sorted(HOUSE.rglob("*.py"))
IDS = [str(path.relative_to(HOUSE)) for path in MODULES]

# room -> the rooms that it may import from. A room is a top module or folder of newsparse; imports inside functions
# count, those for type checkers do not. A new room stands here or the tests fail: say what it may know.
MAY_KNOW: dict[str, set[str]] = {
    "errors": set(),
    "offsets": set(),
    "signs": set(),
    "model": {"exchange", "offsets"},  # exchange: inside Record.to_dict and from_dict only
    "exchange": {"errors", "model"},
    "colophon": {"errors", "exchange", "model"},
    "language": {"errors"},
    "charset": set(),
    "decode": {"charset", "errors", "model"},
    "intake": {"decode", "errors", "model", "remote", "unpack"},
    "finders": {"language", "model", "signs"},
    "readers": {"colophon", "decode", "errors", "model", "offsets", "signs"},
    "rules": {"finders", "language", "model", "signs"},
    "survey": {"language", "model", "rules"},  # language.page: words of menus; rules.scene: what a page is
    "classify": {"language", "model", "rules", "survey"},
    "assemble": {"finders", "language", "model", "signs"},
    "formats": {"errors", "model"},
    "writers": {"colophon", "errors", "exchange", "formats", "model", "offsets", "schema", "signs"},
    "pipeline": {"assemble", "classify", "decode", "errors", "formats", "intake", "language", "model"},
    "transfer": {"colophon", "errors", "formats", "model"},
    "schema": set(),
    "reasons": {"errors"},
    "atomic": set(),
    "unpack": {"errors"},
    "archives": {"errors", "unpack"},
    "remote": {"errors"},
    "walk": {"archives", "errors", "reasons", "remote"},
    "naming": {"unpack"},
    "clashes": {"errors", "naming", "remote", "walk"},
    "feeds": {"archives", "errors", "model", "unpack"},
    "plan": {"archives", "clashes", "errors", "feeds", "formats", "intake", "naming", "remote", "walk"},
    "traits": {"model"},
    "outcome": {"intake", "model"},
    "hands": {"errors", "outcome", "plan"},
    "worker": {"outcome", "plan"},
    "crew": {"errors", "hands", "outcome", "plan", "worker"},
    "cluster": {"errors", "hands", "outcome", "plan", "remote"},
    "work": {
        "atomic",
        "errors",
        "formats",
        "hands",
        "intake",
        "model",
        "outcome",
        "pipeline",
        "plan",
        "reasons",
        "remote",
        "tables",
        "traits",
    },
    "tables": {"errors", "exchange", "model"},
    "parquet": {"atomic", "errors", "reasons", "remote", "tables"},
    "batch": {"atomic", "crew", "errors", "formats", "hands", "outcome", "parquet", "plan", "remote", "tables", "work"},
    "__init__": {"batch", "errors", "formats", "model", "outcome", "pipeline", "transfer"},
    "__main__": {"cli"},
}
COSTLY = (
    "asyncio",
    "bs4",
    "bz2",
    "charset_normalizer",
    "concurrent.futures",
    "distributed",
    "fsspec",
    "gzip",
    "importlib.metadata",
    "jinja2",
    "lzma",
    "markdown_it",
    "markdownify",
    "multiprocessing",
    "pyarrow",
    "rich",
    "tarfile",
    "yaml",
    "zipfile",
    "zstandard",
)
MOST_LINES = 300


def _imports(path: Path, *, nested: bool = True) -> Iterator[str]:
    """The dotted names that a module imports; those under TYPE_CHECKING are left out."""
    todo: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif nested or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            todo.extend(ast.iter_child_nodes(node))


def _room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def _rooms(path: Path, *, nested: bool = True) -> set[str]:
    """The rooms of ours that a module imports from, its own left out."""
    ours = (name.split(".") for name in _imports(path, nested=nested) if name.startswith("newsparse."))
    return {parts[1] for parts in ours} - {_room(path)}


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_a_room_knows_only_the_rooms_it_may_know(path: Path) -> None:
    if _room(path) == "cli":  # it stands above them all
        return
    strangers = _rooms(path) - MAY_KNOW[_room(path)]
    assert not strangers, f"{_room(path)} may not import {', '.join(sorted(strangers))}"


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_only_the_cli_knows_click_and_rich(path: Path) -> None:
    tops = {name.split(".")[0] for name in _imports(path)}
    assert _room(path) == "cli" or not tops & {"click", "rich"}


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_costly_imports_are_made_where_they_are_needed(path: Path) -> None:
    costly = [name for name in _imports(path, nested=False) if name.startswith(COSTLY)]
    assert not costly, f"{costly}: import it inside the function that needs it"


def test_the_model_knows_nothing_of_ours_at_its_head_but_offsets() -> None:
    assert _rooms(HOUSE / "model.py", nested=False) == {"offsets"}


def test_the_survey_knows_of_the_rules_only_the_scene() -> None:
    names = [name for path in (HOUSE / "survey").glob("*.py") for name in _imports(path) if ".rules" in name]
    assert all(name.startswith("newsparse.rules.scene") for name in names)


@pytest.mark.parametrize("path", [path for path in MODULES if _room(path) != "cli"], ids=lambda path: path.name)
def test_nothing_is_printed_outside_the_cli(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_a_module_is_one_idea(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES, f"{lines} lines"


@pytest.mark.parametrize("path", [path for path in MODULES if path.stat().st_size], ids=lambda path: path.name)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def _loaded_after(code: str) -> set[str]:
    """The costly modules that are loaded once ``code`` has run in a fresh interpreter."""
    program = f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')"
    bare = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}  # it loads some itself
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=bare)
    return set(done.stdout.split()) & set(COSTLY)


@pytest.mark.parametrize("name", ["newsparse", "newsparse.cli", "newsparse.pipeline", "newsparse.batch"])
def test_a_start_loads_nothing_costly(name: str) -> None:
    assert not _loaded_after(f"import {name}")


def test_a_conversion_of_plain_text_loads_nothing_costly() -> None:
    code = "import newsparse\nr = newsparse.parse('Tolls to rise\\n\\nThe toll will rise.', form='plain')\nr.to_dict()"
    assert not _loaded_after(code)
