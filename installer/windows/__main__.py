"""Make the Windows package: python -m installer.windows [--fast] [--version NUMBER]."""

from __future__ import annotations

import argparse
import sys

from desktop_app.version import __version__

from .places import BUILD, MakingFailed
from .program import make_program, tell
from .setup import make_setup


def main() -> int:
    """Make the folder, then the installer."""
    parser = argparse.ArgumentParser(prog="installer.windows", description=__doc__)
    parser.add_argument("--fast", action="store_true", help="pack in seconds, half as large again")
    parser.add_argument("--version", default=__version__, help="another version, to try an upgrade")
    options = parser.parse_args()
    program = BUILD / f"Roundtable-{options.version}"
    try:
        make_program(program, options.version)
        tell(program)
        make_setup(program, options.version, fast=options.fast)
    except MakingFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
