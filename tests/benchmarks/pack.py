"""All documents of a large workshop written in one process, in CPU time; any build can run it.

`CODE` is handed to each build, since older ones have not this module: with a folder and the kinds
wanted it prints the milliseconds of CPU that the second run takes. The first one loads.
"""

from __future__ import annotations

from typing import Final

KINDS: Final = (
    *("summary", "report", "plan", "plan_a3", "posters", "ballots", "script", "brief", "json"),
    *("xlsx", "csv", "csv_for_excel", "calendar", "web", "workshop_file"),
    *("overview_svg", "overview_png", "pictures"),
)
"""What commit 190dd07 writes."""

SINCE: Final = (
    *("board", "owners", "summary_word", "report_word", "plan_word", "commitments", "mail"),
)
"""What a whole pack holds beside them since then."""

CODE: Final = """
import sys
from contextlib import nullcontext
from pathlib import Path
from time import process_time

from desktop_app.bootstrap import opened
from tests.benchmarks.libraries import add_rated

try:
    from desktop_app.documents.once import working_out_once
except ImportError:
    working_out_once = nullcontext

folder, wanted = Path(sys.argv[1]), sys.argv[2].split()
workshop_id = add_rated(folder, 60, 0, rounds=3)
with opened(folder) as services:
    kinds = [kind for kind in services.reports.kinds if getattr(kind, "value", kind) in wanted]
    if len(kinds) != len(wanted):
        raise SystemExit("This build does not know every kind.")
    for run in range(2):
        began = process_time()
        with working_out_once():
            for number, kind in enumerate(kinds):
                services.reports.write(workshop_id, kind, folder / f"{run}-{number}")
        took = process_time() - began
print(took * 1000)
"""
