"""What the screen says while one person after another places dots on it."""

from __future__ import annotations

from desktop_app.scenes.priority_scenes import DotsOpen
from desktop_app.scenes.scene import Scene
from desktop_app.ui.painting.scene_painter import Strip


def can_place(scene: Scene | None) -> bool:
    """Return whether the screen takes dots of somebody who has not placed any."""
    return isinstance(scene, DotsOpen) and scene.takes_turns and not scene.full


def dots_strip(scene: Scene | None, placed: int = 0, *, thanks: bool = False) -> Strip:
    """Return what the screen says to the person in front of it."""
    if not isinstance(scene, DotsOpen) or not scene.takes_turns:
        return Strip()
    if scene.full:
        return Strip("Everybody is in.")
    each = scene.dots_each
    if placed >= each:
        done = "Your dot is placed" if each == 1 else f"All {each} dots are placed"
        return Strip(f"{done}. Enter confirms, Backspace takes one back.", "Confirm", "Enter")
    if placed:
        left = f"{each - placed} of {each} left"
        return Strip(
            f"{left}. A number places the next, Backspace takes one back.", "Done", "Enter"
        )
    if thanks:
        return Strip("Thank you. Next person, please.")
    dots = "your dot" if each == 1 else f"your {each} dots"
    return Strip(f"Your turn: place {dots}. Press a number, or click or touch an action.")
