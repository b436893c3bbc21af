"""Asks before a workshop is deleted, says which backups still hold it, and offers those as well."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.backups import Backup
from desktop_app.ui.widgets.text import label
from desktop_app.words.dates import long_date
from desktop_app.words.speech import say, say_count

from .confirm import ConfirmDialog


class DeleteDialog(ConfirmDialog):
    """Delete it or leave it; the answer is whether the backups shall forget it too."""

    TOPIC = "delete"

    def __init__(
        self, parent: QWidget | None, title: str, ids: tuple[str, ...], held: tuple[Backup, ...]
    ) -> None:
        if len(ids) == 1:
            text = say(
                "Its votes, notes and next steps are removed from this laptop’s library when you "
                "close Roundtable; until then you can undo this."
            )
            heading, action = say("Delete “{title}”?", title=title), say("Delete the workshop")
        else:
            text = say(
                "Their votes, notes and next steps are removed from this laptop’s library when you "
                "close Roundtable; until then you can undo this."
            )
            heading = say_count("Delete {n} workshop?", "Delete {n} workshops?", len(ids))
            action = say("Delete the workshops")
        super().__init__(parent, heading, text, action, ids, danger=True)
        kept = kept_words(held, len(ids))
        self.body.addWidget(label(kept))
        self.from_backups = QCheckBox(
            say("Remove it from the &backups too, for good")
            if len(ids) == 1
            else say("Remove them from the &backups too, for good")
        )
        self.from_backups.setVisible(any(not backup.damaged for backup in held))
        self.body.addWidget(self.from_backups)
        self.setAccessibleDescription(f"{text} {kept}")

    @classmethod
    def ask_about(
        cls,
        parent: QWidget | None,
        title: str,
        ids: tuple[str, ...],
        held: tuple[Backup, ...],
        answered: Callable[..., None],
    ) -> DeleteDialog:
        """Ask; call `answered(from_backups, ids)` only where the person says yes."""
        dialog = cls(parent, title, ids, held)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def answer(self) -> object:
        """Return whether it shall be removed from the backups too."""
        return self.from_backups.isChecked()


def kept_words(held: tuple[Backup, ...], count: int = 1) -> str:
    """Say which copies hold the workshop, or some of several."""
    if count > 1:
        return _kept_of_several(held)
    copies = "; ".join(_made(backup) for backup in held if not backup.damaged)
    damaged = "; ".join(str(backup.path) for backup in held if backup.damaged)
    said = []
    if copies:
        said.append(say("It is also in the backups of {times}.", times=copies))
    if damaged:
        said.append(
            say(
                "It also stands in damaged files, from which Roundtable cannot remove it. Delete "
                "them yourself if nobody needs them: {paths}.",
                paths=damaged,
            )
        )
    return " ".join(said) or say("No backup holds it.")


def _kept_of_several(held: tuple[Backup, ...]) -> str:
    copies = "; ".join(_made(backup) for backup in held if not backup.damaged)
    damaged = "; ".join(str(backup.path) for backup in held if backup.damaged)
    said = []
    if copies:
        said.append(say("Some are also in the backups of {times}.", times=copies))
    if damaged:
        said.append(
            say(
                "Some also stand in damaged files, from which Roundtable cannot remove them. "
                "Delete those yourself if nobody needs them: {paths}.",
                paths=damaged,
            )
        )
    return " ".join(said) or say("No backup holds them.")


def _made(backup: Backup) -> str:
    """Return when a backup was made, by the laptop's clock, or what it is called."""
    if backup.made_at is None:
        return backup.path.name
    moment = backup.made_at.astimezone()
    return f"{long_date(moment.date())}, {moment:%H:%M}"
