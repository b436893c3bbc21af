"""The language the laptop is set to."""

from __future__ import annotations

import pytest

from desktop_app.words.laptop import called_on_windows, laptop_language


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ({"LANG": "cy_GB.UTF-8"}, "cy-GB"),
        ({"LANG": "cy"}, "cy"),
        ({"LANG": "ca_ES@valencia"}, "ca-ES"),
        ({"LANG": "cy_GB.UTF-8", "LC_MESSAGES": "fr_FR"}, "fr-FR"),
        ({"LANG": "cy_GB", "LC_MESSAGES": "fr_FR", "LC_ALL": "de_DE.ISO-8859-1"}, "de-DE"),
        ({"LANG": "cy_GB", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "cy_GB", "LC_MESSAGES": ""}, "cy-GB"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": ""}, ""),
        ({}, ""),
    ],
)
def test_it_is_the_one_messages_are_wanted_in(
    said: dict[str, str], tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert laptop_language() == tag


def test_windows_numbers_its_languages() -> None:
    assert called_on_windows(0x0452) == "cy_GB"
    assert called_on_windows(0) == ""
