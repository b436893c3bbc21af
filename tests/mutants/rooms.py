"""Which tests can notice a change: the folders for each package, quickest first."""

from __future__ import annotations

CORE = ("unit", "words", "documents", "storage", "exports", "report", "cli")
WINDOWS = ("ui", "journeys")

# The longest fitting beginning counts; what windows show as well is tried with them too.
TESTS_OF = {
    "desktop_app": (*CORE, *WINDOWS),
    **dict.fromkeys(
        (
            "desktop_app/analysis",
            "desktop_app/documents",
            "desktop_app/domain",
            "desktop_app/exports",
            "desktop_app/recommendations",
            "desktop_app/report",
            "desktop_app/storage",
        ),
        CORE,
    ),
    "desktop_app/ui": WINDOWS,
}


def folders_for(package: str) -> tuple[str, ...]:
    """Return the test folders, below tests/, for a package given as a path."""
    fitting = [room for room in TESTS_OF if f"{package}/".startswith(f"{room}/")]
    if not fitting:
        raise ValueError(f"{package} is not a package of desktop_app")
    return TESTS_OF[max(fitting, key=len)]
