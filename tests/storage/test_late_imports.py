"""SQLAlchemy is loaded without what it only names, and what stands in is as good as the real."""

from __future__ import annotations

from pathlib import Path

from tests.helpers import run_python

OPEN = """
import sys
from pathlib import Path
from desktop_app.bootstrap import open_services
services = open_services(Path(sys.argv[1]))
services.library.add_sample()
print(*sys.modules)
import sqlalchemy
import sqlalchemy.util.concurrency as used
held = used.asyncio
import asyncio, hashlib, hmac, importlib.metadata, ssl, _hashlib
print(held is not asyncio, held.TimeoutError is asyncio.TimeoutError, held.Queue is asyncio.Queue)
print(asyncio.run(asyncio.sleep(0, "awake")), hashlib.sha256(b"").hexdigest()[:8])
print(importlib.metadata.version("sqlalchemy") == sqlalchemy.__version__)
services.close()
"""


def test_opening_a_library_loads_neither_asyncio_nor_openssl(tmp_path: Path) -> None:
    done = run_python("-c", OPEN, tmp_path)
    assert done.returncode == 0, done.stderr
    modules, names, works, found = done.stdout.splitlines()
    assert {"sqlalchemy", "hashlib"} <= set(modules.split())
    assert {"asyncio", "ssl", "_ssl", "_hashlib", "importlib.metadata"} & set(
        modules.split()
    ) == set()
    assert names == "True True True"
    assert works == "awake e3b0c442"
    assert found == "True"
