"""Why the laptop refused something: phrases, where the system would speak a language of its own."""

from __future__ import annotations

import errno

from .texts import Phrase, phrase

_REASONS = {
    errno.ENOENT: phrase("it is not there"),
    errno.EEXIST: phrase("it is there already"),
    errno.EACCES: phrase("permission is denied"),
    errno.EPERM: phrase("permission is denied"),
    errno.EROFS: phrase("the disk is read-only"),
    errno.EISDIR: phrase("it is a folder"),
    errno.ENOTDIR: phrase("a folder of its path is a file"),
    errno.ENOTEMPTY: phrase("the folder is not empty"),
    errno.EBUSY: phrase("it is in use"),
    errno.ENOSPC: phrase("the disk is full"),
    errno.EDQUOT: phrase("the disk is full"),
    errno.EFBIG: phrase("the file is too large"),
    errno.EIO: phrase("the disk does not answer"),
    errno.ENXIO: phrase("the disk does not answer"),
    errno.ENODEV: phrase("the disk does not answer"),
    errno.ESTALE: phrase("the disk does not answer"),
    errno.ETIMEDOUT: phrase("the disk does not answer"),
    errno.ENAMETOOLONG: phrase("its name is too long"),
    errno.EINVAL: phrase("its name cannot be used"),
    errno.ELOOP: phrase("its path leads round in a circle"),
    errno.EXDEV: phrase("it is on another disk"),
    errno.EMFILE: phrase("too many files are open"),
    errno.ENFILE: phrase("too many files are open"),
    errno.ENOMEM: phrase("there is not enough memory"),
}


def refusal(error: OSError | ValueError) -> Phrase:
    """Return why a file or folder was refused, to stand inside a sentence.

    A ValueError is a name that no system takes.
    """
    if isinstance(error, ValueError):
        return _REASONS[errno.EINVAL]
    known = _REASONS.get(error.errno or 0)
    return known or phrase("error {number} of the system", number=error.errno or "?")
