"""The tool that tries the tests, tried on a checkout of two functions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

pytest.importorskip("cosmic_ray", reason="make mutants installs it and runs these")

from tests.helpers import ROOT
from tests.mutants.changes import make, places, sample
from tests.mutants.copies import Copy
from tests.mutants.reach import Known, function_around, known_of
from tests.mutants.rooms import TESTS_OF, folders_for
from tests.mutants.trials import try_all

SOURCE = """\
from __future__ import annotations


def largest(a: int | None, b: int) -> int:
    if a is None or a < b:
        return b
    return a


def tell(list_: list[int]) -> None:
    # a reason
    list_.append(2)
    list_[0] = 5
"""
TESTS = """\
from desktop_app.sums import largest, tell


def test_largest():
    assert largest(1, 2) == 2
    assert largest(3, 2) == 3


def test_tell_says_nothing():
    tell([1])
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a checkout of a product with two functions, one of them tested."""
    root = tmp_path / "checkout"
    plugin = {
        f"tests/mutants/{f}.py": (ROOT / f"tests/mutants/{f}.py") for f in ("plugin", "__init__")
    }
    files = {
        "desktop_app/__init__.py": "",
        "desktop_app/sums.py": SOURCE,
        "tests/__init__.py": "",
        "tests/unit/test_sums.py": TESTS,
        "pytest.ini": "[pytest]\nmarkers =\n    x11:\n    slow:\n    browser:\n    pdfua:\n",
        **{name: path.read_text("utf-8") for name, path in plugin.items()},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    subprocess.run(("git", "init", "-q"), cwd=root, check=True)
    return root


def changed_lines(source: str) -> set[tuple[str, str]]:
    made = [make(source, place) for place in places(source)]
    return {(change.before, change.after) for change in made if change}


def test_each_kind_of_change_is_found() -> None:
    lines = changed_lines(SOURCE)
    assert ("if a is None or a < b:", "if a is not None or a < b:") in lines
    assert ("if a is None or a < b:", "if a is None and a < b:") in lines
    assert ("if a is None or a < b:", "if a is None or a <= b:") in lines
    assert ("list_.append(2)", "pass") in lines
    assert ("list_[0] = 5", "pass") in lines
    assert ("list_.append(2)", "list_.append( 3)") in lines


def test_annotations_and_pixels_stay_as_they_are() -> None:
    assert not any("def largest" in before for before, _ in changed_lines(SOURCE))
    assert changed_lines("box.setSpacing(8)\n") == {("box.setSpacing(8)", "pass")}
    assert changed_lines("line.addWidget(box, 1)\n") == {("line.addWidget(box, 1)", "pass")}
    assert not any("17" in after for _, after in changed_lines("wide = 16 * frame.k\n"))
    assert changed_lines("words = frame.style(30, bold)\n") == set()
    assert changed_lines("words = fit(text, size=30)\n") == set()
    assert changed_lines("column(box, spacing=8)\n") == {("column(box, spacing=8)", "pass")}


def test_what_guards_against_our_own_mistakes_stays() -> None:
    source = "@dataclass(frozen=True)\nclass A:\n    b: int\n\n\nc = zip(d, e, strict=True)\n"
    assert changed_lines(source) == set()


def test_a_list_is_emptied_but_never_one_that_is_empty() -> None:
    assert ("return [a for a in b]", "return []") in changed_lines(
        "def f(b):\n    return [a for a in b]\n"
    )
    assert changed_lines("def f():\n    return []\n") == set()


def test_the_same_seed_gives_the_same_changes() -> None:
    sources = {"a.py": SOURCE, "b.py": SOURCE}
    assert sample(sources, 8, 7) == sample(sources, 8, 7)
    assert sample(sources, 3, 7) == sample(sources, 8, 7)[:3]
    assert sample(sources, 8, 7) != sample(sources, 8, 8)


def test_a_line_belongs_to_the_innermost_function() -> None:
    assert function_around(SOURCE, 6) == 4
    assert function_around(SOURCE, 12) == 10
    assert function_around(SOURCE, 1) is None


def test_a_change_is_tried_with_the_tests_that_reach_it() -> None:
    tests = {"t::a": {"seconds": 1, "reaches": ["m.py:4"]}, "t::b": {"seconds": 2, "reaches": []}}
    known = Known(tests)
    assert known.that_reach("m.py", 6, SOURCE) == ["t::a"]
    assert known.that_reach("m.py", 1, SOURCE) == ["t::a"]
    assert known.that_reach("m.py", 12, SOURCE) == ["t::a", "t::b"], "reached by none, so by any"
    assert known.seconds(tests) == 3


@pytest.mark.slow
def test_a_change_is_noticed_by_a_test_that_looks(checkout: Path, tmp_path: Path) -> None:
    copy = Copy.of(checkout, tmp_path / "copy")
    known = known_of(copy, ["unit"], str)
    made = [make(SOURCE, place) for place in places(SOURCE)]
    wanted = {"if a is None or a >= b:": True, "pass": False}
    chosen = [("desktop_app/sums.py", c) for c in made if c and c.after in wanted]
    trials = list(try_all(chosen, [copy], known))
    assert {t.change.after: t.noticed_by is not None for t in trials} == wanted
    assert trials[0].noticed_by == "tests/unit/test_sums.py::test_largest"
    for root in (checkout, copy.root):
        assert (root / "desktop_app/sums.py").read_text("utf-8") == SOURCE


@pytest.mark.parametrize("package", sorted(TESTS_OF))
def test_the_folders_of_tests_are_there(package: str) -> None:
    assert all((ROOT / "tests" / folder).is_dir() for folder in folders_for(package))


def test_a_package_is_named_by_its_path() -> None:
    assert folders_for("desktop_app/ui/stage") == TESTS_OF["desktop_app/ui"]
    with pytest.raises(ValueError, match="not a package"):
        folders_for("stage")
