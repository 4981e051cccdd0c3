"""What alarms sound through: the machine's audio output, or nothing, and then it is said so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, qInstallMessageHandler

from monitor.alarms.tones import RATE_HZ
from monitor.ui.kit.language import tr

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

LOUDEST = 32_767
"""A sample of 1 as the output takes it."""


class Speaker(Protocol):
    """Plays one burst at a time."""

    @property
    def problem(self) -> str:
        """Why nothing can be heard, a sentence; empty where it can."""

    def play(self, samples: npt.NDArray[np.float32]) -> None:
        """Play samples between -1 and 1, in place of what is being played."""

    def stop(self) -> None:
        """Be silent at once."""


class Mute:
    """Plays to nobody: for pictures and tests, and where there is no output.

    Parameters
    ----------
    problem : str
        Why, where somebody has expected to hear something.
    """

    def __init__(self, problem: str = "") -> None:
        self._problem = problem

    @property
    def problem(self) -> str:
        """Why nothing can be heard."""
        return self._problem

    def play(self, samples: npt.NDArray[np.float32]) -> None:
        """Play them to nobody."""

    def stop(self) -> None:
        """There is nothing to stop."""


class Output(QObject):
    """The audio output that the machine's settings say, also where another one is plugged in meanwhile.

    Raises
    ------
    ImportError
        If Qt's multimedia or a library that it stands on is missing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QMediaDevices

        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._open)
        self._sink: QAudioSink | None = None
        self._buffer = QBuffer(self)
        self._problem = ""
        self._open()

    @property
    def problem(self) -> str:
        """Why nothing can be heard, a sentence; empty where it can."""
        return self._problem

    def play(self, samples: npt.NDArray[np.float32]) -> None:
        """Play samples between -1 and 1, in place of what is being played."""
        if self._sink is None:
            return
        self.stop()
        pcm = np.round(LOUDEST * np.clip(samples, -1, 1)).astype("<i2").tobytes()
        self._buffer.setData(QByteArray(pcm))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._buffer)
        self._look()

    def stop(self) -> None:
        """Be silent at once."""
        if self._sink is not None:
            self._sink.stop()
        self._buffer.close()

    def _open(self) -> None:
        """Take the output that is the usual one now."""
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        self.stop()
        self._sink = None
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._problem = tr("This machine has no audio output: alarms are seen and not heard.")
            return
        form = QAudioFormat()
        form.setSampleRate(RATE_HZ)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(form):
            self._problem = tr("The audio output {description} cannot play the alarms' sounds.").format(
                description=device.description()
            )
            return
        self._problem = ""
        self._sink = QAudioSink(device, form, self)
        self._sink.stateChanged.connect(self._look)

    def _look(self) -> None:
        """See whether the output still works; the next burst tries again."""
        from PySide6.QtMultimedia import QAudio

        sink = self._sink
        if sink is None:
            return
        broken = (QAudio.Error.OpenError, QAudio.Error.IOError, QAudio.Error.FatalError)
        failed = sink.error() in broken
        self._problem = (
            tr("The audio output does not answer: alarms are seen and not heard.") if failed else ""
        )


def open_speaker(parent: QObject | None = None) -> Speaker:
    """Give what there is to sound through."""
    try:
        with _told_by_qt():
            return Output(parent)
    except ImportError as error:
        return Mute(tr("Alarms cannot sound, as a library for it is missing ({error}).").format(error=error))


@contextmanager
def _told_by_qt() -> Iterator[None]:
    """Let Qt itself write its messages to the error stream meanwhile, with nothing of Python in between.

    Qt's multimedia complains of missing libraries while it is being loaded. A handler in Python would wait
    for the interpreter's lock there and hold the linker's; a thread that imports torch at that moment holds
    them the other way round, and neither would ever go on.
    """
    before = qInstallMessageHandler(None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
