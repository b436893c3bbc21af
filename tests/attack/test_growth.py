"""Nothing that is done on the day grows with all that was ever done.

In the suite by bytes read and written, which are the same on a busy machine; the long run by time,
both libraries by turns in one run, compared by ratios and never by a time alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.bootstrap import open_services
from tests.benchmarks import growth
from tests.benchmarks.closing import caster, closer
from tests.benchmarks.growth import FEW, LIMITS, Libraries, make_libraries
from tests.benchmarks.growth import MANY as VERY_MANY
from tests.benchmarks.processes import Processes

from .bytes_moved import bytes_of, bytes_while_open
from .conftest import Figure

MANY = 600
NAMES = {
    "closing": "closing a vote", "cast": "one ballot", "opening": "opening", "home": "home filled"
}  # fmt: skip
HOLDS = 2.0
"""What holds on a machine that is busy with other work."""
HOLDS_A_ROW = 12
"""Of `list`: times what a bare query takes that prints."""


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Libraries:
    """Give libraries that differ by twenty times, made in a second."""
    return make_libraries(tmp_path_factory.mktemp("grown"), MANY, FEW)


@pytest.mark.parametrize("make", [closer, caster], ids=["closing", "casting"])
@pytest.mark.parametrize("what", ["rchar", "wchar"])
def test_a_vote_reads_and_writes_as_much_in_a_large_library(
    libraries: Libraries, make: growth.Maker, what: str
) -> None:
    many, few = bytes_while_open(libraries, make, what)
    assert 0 < many <= 1.1 * few


@pytest.mark.parametrize("what", ["rchar", "wchar"])
def test_opening_reads_and_writes_as_much_of_a_large_library(
    libraries: Libraries, what: str
) -> None:
    def open_as_the_window_does(folder: Path) -> None:
        open_services(folder, look_over_later=True).let_go()

    open_as_the_window_does(libraries.few)  # whatever is read of modules is read by now
    many, few = bytes_of(libraries, open_as_the_window_does, what)
    assert 0 < many <= 1.3 * few


# The long run


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Libraries:
    """Give libraries of 10,000 and of 30 workshops."""
    return make_libraries(tmp_path_factory.mktemp("large"), VERY_MANY, FEW)


@pytest.fixture
def processes(tmp_path: Path) -> Processes:
    """Give processes with a home of their own."""
    return Processes(tmp_path / "processes")


def compare(act: str, pair: tuple[float, float]) -> str:
    """Return in a line how two times compare; fail where that is no chance any more."""
    many, few = pair
    assert many <= HOLDS * few, (act, many, few)
    times = f"{many / few:.2f} x (wanted: {LIMITS[act]} x)"
    return f"{NAMES[act]}: {many:.1f} ms, {few:.1f} ms: {times}"


@pytest.mark.attack
def test_votes_in_10000_workshops(large: Libraries, figure: Figure) -> None:
    closing = compare("closing", growth.closing(large, 60))
    figure(f"{closing}; {compare('cast', growth.casting(large, 100))}")


@pytest.mark.attack
def test_opening_10000_workshops(large: Libraries, processes: Processes, figure: Figure) -> None:
    first, again, looked = growth.opening(large, processes, 9)
    figure(
        f"{compare('opening', first)}; once more in the process: {again[0]:.1f} ms, {again[1]:.1f}"
        f" ms; looking over in the worker: {looked[0]:.0f} ms, {looked[1]:.0f} ms"
    )


@pytest.mark.attack
def test_home_with_10000_workshops(large: Libraries, processes: Processes, figure: Figure) -> None:
    figure(compare("home", growth.home(large, processes, 9)))


@pytest.mark.attack
def test_list_of_10000_workshops(large: Libraries, figure: Figure) -> None:
    ours, plain = growth.listing(large, 9)
    assert ours <= HOLDS_A_ROW * plain, (ours, plain)
    figure(
        f"{ours:.1f} microseconds of CPU a row (wanted: {LIMITS['list']:g}), {ours / plain:.1f} x"
        f" a bare query that prints ({plain:.1f})"
    )
