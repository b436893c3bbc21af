"""Finish bills of materials: python -m installer.release.bill FILE ...

cyclonedx-py does not read the version that the build backend works out, so it is put in here, and
each bill is held against CycloneDX's schema. Run by build/package/release's Python, which has the
library.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from desktop_app.version import __version__


def finish(bill: Path) -> None:
    """Put the version into a bill; raise ValueError where it breaks the schema."""
    content = json.loads(bill.read_text("utf-8"))
    content["metadata"]["component"]["version"] = __version__
    written = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    schema = SchemaVersion.from_version(content["specVersion"])
    wrong = JsonStrictValidator(schema).validate_str(written)
    if wrong is not None:
        raise ValueError(f"{bill}: {wrong}")
    bill.write_text(written, "utf-8")
    sys.stdout.write(f"{bill}: {len(content['components'])} parts, valid CycloneDX\n")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        finish(Path(name))
