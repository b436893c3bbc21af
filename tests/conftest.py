"""Rules that hold for every test, and the fixtures they need.

A test fails on a Python or Qt warning, on a log record at WARNING or above that it did not announce
with `@pytest.mark.expects_log("pattern")`, and on a window, thread or running timer it leaves
behind. Nothing here imports Qt for a test that is not marked `gui`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

GUI_FOLDERS = {"ui", "journeys"}
GUI_FIXTURES = {"qapp", "qtbot", "qtmodeltester", "screens"}

# Here fewer examples, but others each time; .ci/run tries the usual hundred, the same each time.
settings.register_profile("here", deadline=None, print_blob=True, max_examples=40)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the platform before anything loads Qt, and forget what the desktop prefers."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_FONT_DPI"):
        os.environ.pop(name, None)
    os.environ["LC_ALL"] = "C.UTF-8"  # Roundtable speaks the language that the laptop is set to


@pytest.hookimpl(tryfirst=True)  # before -m looks at the marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs Qt, and skip what needs a window server where there is none."""
    no_server = pytest.mark.skip(reason="needs QT_QPA_PLATFORM=xcb; .ci/run does it under Xvfb")
    for item in items:
        folders = item.path.relative_to(config.rootpath).parts
        fixtures = getattr(item, "fixturenames", ())
        if GUI_FOLDERS.intersection(folders) or GUI_FIXTURES.intersection(fixtures):
            item.add_marker("gui")
        if item.get_closest_marker("x11") and os.environ["QT_QPA_PLATFORM"] != "xcb":
            item.add_marker(no_server)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[object]:
    """Keep the collector away while tests are gathered: it would walk in vain what all stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Put aside what has been loaded by now: the collector need not walk it with every test."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup() -> None:
    """Spare each library the compiling that another has done, once any can be opened."""
    if "desktop_app.storage.engine" in sys.modules:
        from tests.compiled_once import share

        share()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail on what Qt warns of while a test is cleared away; pytest-qt listens only before that."""
    if not item.get_closest_marker("gui"):
        return (yield)
    from tests.leftovers import qt_warnings

    ignored = [re.compile(pattern) for pattern in item.config.getini("qt_log_ignore")]
    with qt_warnings() as said:
        result = yield
    said = [text for text in said if not any(pattern.search(text) for pattern in ignored)]
    if said:
        pytest.fail("Qt warned after the test: " + "; ".join(said), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Remember that a test has failed: what it left behind is then no news."""
    report = yield
    item.stash[_failed] = item.stash.get(_failed, False) or report.failed
    return report


_failed = pytest.StashKey[bool]()


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the suite, and the processes it starts, away from the tester's own workshops."""
    base = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(base / name.lower())
    if "XDG_RUNTIME_DIR" not in os.environ:
        runtime = base / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    heard = _Listener(logging.WARNING)
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    expected = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    stray = [text for text in heard.texts if not any(re.search(e, text) for e in expected)]
    missing = [e for e in expected if not any(re.search(e, text) for text in heard.texts)]
    if not request.node.stash.get(_failed, False):
        assert not stray, f"logged, but not announced: {stray}"
        assert not missing, f"announced, but not logged: {missing}"


@pytest.fixture(scope="session")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of catalogues with the made-up language in it."""
    from tests.pseudo import write_catalogue

    folder = tmp_path_factory.mktemp("languages")
    write_catalogue(folder)
    return folder


@pytest.fixture
def made_up(languages: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the made-up language beside English; give its tag."""
    from desktop_app.words import cldr, language
    from tests.pseudo import TAG, AccentedFormats

    monkeypatch.setattr(language, "_folder", lambda: languages)
    monkeypatch.setattr(cldr, "CldrFormats", AccentedFormats)
    return TAG


@pytest.fixture
def console_made_up(made_up: str) -> Iterator[str]:
    """Have the console speak the made-up language; give its tag."""
    from desktop_app.words.language import speak_on_the_console

    speak_on_the_console(made_up)
    yield made_up
    speak_on_the_console("en-GB")


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    if not request.node.get_closest_marker("gui"):
        yield
        return
    app = request.getfixturevalue("qapp")
    from tests.leftovers import leftovers, put_pointer_away

    if "dressed" not in request.fixturenames and "tests.dress" in sys.modules:
        sys.modules["tests.dress"].undress(app)

    put_pointer_away()
    threads = set(threading.enumerate())
    yield
    found = leftovers(threads)
    if not request.node.stash.get(_failed, False):
        assert not found, f"left behind: {found}"


@pytest.fixture(scope="session")
def qapp(qapp: object) -> Iterator[object]:
    """Start every run on one laptop screen, since the platform's own is 800 x 800."""
    from PySide6.QtGui import QGuiApplication

    from tests.screens import LAPTOP, can_set_screens, set_screens

    if can_set_screens():
        set_screens(LAPTOP)
    yield qapp
    # "offscreen" lets go of what was copied after Python has ended, which ends with a signal.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def screens(qapp: object) -> Iterator[Callable[..., None]]:
    """Give set_screens(*screens) to plug screens in and out; one laptop is there at the start."""
    from tests.screens import LAPTOP, can_set_screens, set_screens

    if not can_set_screens():
        pytest.skip("this platform's screens cannot be changed")
    yield set_screens
    set_screens(LAPTOP)
