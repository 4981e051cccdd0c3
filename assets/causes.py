"""Why something failed, in words that can be told in the user's language."""

from __future__ import annotations

import errno

from assets.phrase import Phrase, phrase

_OF_THE_SYSTEM = {
    errno.ENOENT: phrase("No such file or directory"),
    errno.EACCES: phrase("Permission denied"),
    errno.EPERM: phrase("Operation not permitted"),
    errno.EROFS: phrase("Read-only file system"),
    errno.ENOSPC: phrase("No space left on device"),
    errno.EISDIR: phrase("Is a directory"),
    errno.ENOTDIR: phrase("Not a directory"),
    errno.EEXIST: phrase("File exists"),
    errno.ENAMETOOLONG: phrase("File name too long"),
    errno.ELOOP: phrase("Too many levels of symbolic links"),
    errno.EIO: phrase("Input/output error"),
    errno.EMFILE: phrase("Too many open files"),
    errno.EFBIG: phrase("File too large"),
    errno.EBUSY: phrase("Device or resource busy"),
    errno.EINVAL: phrase("Invalid argument"),
}
"""What systems say in English, in POSIX's words; whatever else they say is told as they say it."""


def reason(error: BaseException) -> str:
    """Say why a file operation failed, without the path (messages name the file themselves).

    Parameters
    ----------
    error : BaseException
        Of an `OSError` the system's cause; of any other what it says, or its kind where it says nothing.

    Returns
    -------
    str
        Without a full stop. A `Phrase` where it is known.
    """
    said = getattr(error, "strerror", None)
    if isinstance(said, Phrase):
        return said
    if isinstance(error, OSError) and error.errno in _OF_THE_SYSTEM:
        return _OF_THE_SYSTEM[error.errno]
    words = said or words_of(error)
    return words if isinstance(words, Phrase) else words.rstrip(".") or type(error).__name__


def words_of(error: BaseException) -> str:
    """Give what an error says as it was put together: a `Phrase` where it is one."""
    if error.args and isinstance(error.args[0], Phrase):
        return error.args[0]
    return str(error)
