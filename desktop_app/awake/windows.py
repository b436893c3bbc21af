"""Windows: the thread says that the display is in use; that ends with the thread."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

CONTINUOUS = 0x80000000
SYSTEM_REQUIRED = 0x00000001
DISPLAY_REQUIRED = 0x00000002
"""Microsoft's names: ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED."""


def _set_state(flags: int) -> int:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the stubs know it on Windows only
    return int(kernel.SetThreadExecutionState(ctypes.c_uint(flags)))


class ExecutionState:
    """Way by SetThreadExecutionState, which answers 0 where it could not."""

    def __init__(self, set_state: Callable[[int], int] = _set_state) -> None:
        self._set_state = set_state

    def hold(self, _reason: str) -> bool:
        """Keep display and system in use."""
        return self._set_state(CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED) != 0

    def let_go(self) -> None:
        """Let both sleep again."""
        self._set_state(CONTINUOUS)
