"""Which tests can notice a change: the folders for each package, quickest first."""

from __future__ import annotations

CORE = ("unit", "storage", "exports", "report", "cli")
WINDOWS = ("ui", "journeys")

# The longest fitting beginning counts.
TESTS_OF = {
    "desktop_app": CORE,
    "desktop_app/application": (*CORE, *WINDOWS),
    "desktop_app/charts": (*CORE, *WINDOWS),
    "desktop_app/scenes": (*CORE, *WINDOWS),
    "desktop_app/ui": WINDOWS,
    "desktop_app/words": (*CORE, *WINDOWS),
}


def folders_for(package: str) -> tuple[str, ...]:
    """Return the test folders, below tests/, for a package given as a path."""
    fitting = [room for room in TESTS_OF if f"{package}/".startswith(f"{room}/")]
    if not fitting:
        raise ValueError(f"{package} is not a package of desktop_app")
    return TESTS_OF[max(fitting, key=len)]
