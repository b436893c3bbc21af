"""Load SQLAlchemy without what it only names, for drivers and plug-ins that are not used here.

That is asyncio with its sockets and ciphers, the metadata of installed packages and OpenSSL: 60
modules and 8 MiB of memory beside an open library. The first two stand in by name and become the
real ones as soon as anybody asks them for something.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

LOADED = ("hmac", "sqlalchemy", "sqlalchemy.dialects.sqlite")
"""What is loaded here; hmac, because `secrets` will ask for it and it would ask for OpenSSL."""
OWN_HASHES = ("_md5", "_sha1", "_sha3", "_blake2")


class LateModule(ModuleType):
    """A module that is loaded when it is first asked for more than is known of it here."""

    def __init__(self, name: str, known: Mapping[str, object]) -> None:
        super().__init__(name)
        vars(self).update(known)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system looks at every module like this
            raise AttributeError(name)
        _forget(self.__name__, self)
        return getattr(import_module(self.__name__), name)


def load_sqlalchemy() -> None:
    """Import SQLAlchemy and its SQLite dialect; do nothing where that is done."""
    if all(name in sys.modules for name in LOADED):
        return
    late = {
        "asyncio": LateModule("asyncio", {"iscoroutine": inspect.iscoroutine}),
        "importlib.metadata": LateModule("importlib.metadata", {}),
    }
    with _standing_in(late), _standing_in(_no_openssl()):
        for name in LOADED:
            import_module(name)


def _no_openssl() -> dict[str, None]:
    """Return what makes hashlib take Python's own functions, where this Python has them all."""
    return {"_hashlib": None} if all(map(find_spec, OWN_HASHES)) else {}


@contextmanager
def _standing_in(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Let these be imported by those names; those that are loaded already stay."""
    new = {name: module for name, module in modules.items() if name not in sys.modules}
    loaded: dict[str, Any] = sys.modules  # None in it: there is no such module
    loaded.update(new)
    try:
        yield
    finally:
        for name, module in new.items():
            _forget(name, module)


def _forget(name: str, module: ModuleType | None) -> None:
    if name in sys.modules and sys.modules[name] is module:
        del sys.modules[name]
