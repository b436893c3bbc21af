"""A statement of a framework as the room would see it, before any workshop uses it."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.domain.framework import Depth, Framework
from desktop_app.domain.workshop import Workshop, WorkshopRecord

from .door import in_its_language
from .scene import Scene
from .votes import current_scene

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


@in_its_language
def preview(framework: Framework, statement_id: str) -> Scene:
    """Return the scene of a statement, or of an action's quick vote by the action's id."""
    quick = any(action.id == statement_id for action in framework.actions)
    shown = framework.at_depth(Depth.QUICK if quick else Depth.FULL)
    workshop = Workshop(
        "",
        id="",
        framework=shown,
        created_at=_NEVER,
        updated_at=_NEVER,
        language=framework.language,
    )
    return current_scene(WorkshopRecord(workshop), statement_id)
