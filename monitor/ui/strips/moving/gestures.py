"""Wheel, pinch, drag and double click on strips and lanes, as wishes to zoom time or to look back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from monitor.ui.strips.canvas import Canvas
from monitor.ui.strips.moving.looking import Grip
from monitor.ui.strips.strip import Strip

NOTCH = 120
"""What one notch of a wheel counts, in Qt's eighths of a degree."""

NOTCH_ZOOM = 1.2
"""A notch of the wheel makes time so many times wider, or narrower."""

NOTCH_PX = 60
"""A notch of the wheel moves the page by so many pixels."""


class Gestures(QObject):
    """Watches canvases for what a hand does on them.

    Plain turns of the wheel are left to what scrolls the rows: an unmeant zoom would change the paper speed
    by which intervals are read.
    """

    zoomed = Signal(float, object)
    """A factor, and the `Grip` around which time is to become so many times wider."""
    moved = Signal(float)
    """Pixels by which the page is to be moved, to the right for what is older."""
    grasped = Signal(object)
    """A `Grip`: a drag has begun there."""
    reset = Signal()
    """Back to the usual paper speed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._dragged_to: float | None = None

    def watch(self, canvas: Canvas) -> None:
        """Watch one more canvas, for as long as it lives."""
        canvas.grabGesture(Qt.GestureType.PinchGesture)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the time axis; leave the rest to the canvas."""
        if not isinstance(watched, Canvas):
            return False
        if isinstance(event, QWheelEvent):
            return self._wheel(watched, event)
        if isinstance(event, QNativeGestureEvent):
            return self._native(watched, event)
        if isinstance(event, QGestureEvent):
            return self._pinch(watched, event)
        if isinstance(event, QMouseEvent) and isinstance(watched, Strip):
            return self._mouse(watched, event)
        return False

    def _wheel(self, canvas: Canvas, event: QWheelEvent) -> bool:
        turned, across = event.angleDelta(), event.pixelDelta().x()
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                factor = NOTCH_ZOOM ** (turned.y() / NOTCH)
                self.zoomed.emit(factor, Grip.at(canvas.timeline, event.position().x()))
            return True
        sideways = turned.x()
        if held & Qt.KeyboardModifier.ShiftModifier and not sideways:
            sideways = turned.y()
        if abs(sideways) <= abs(turned.y()) and not held & Qt.KeyboardModifier.ShiftModifier:
            return False
        self.moved.emit(float(across or sideways * NOTCH_PX / NOTCH))
        return True

    def _native(self, canvas: Canvas, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        factor = max(0.1, 1 + event.value())
        self.zoomed.emit(factor, Grip.at(canvas.timeline, event.position().x()))
        return True

    def _pinch(self, canvas: Canvas, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        event.accept(pinch)
        factor = pinch.scaleFactor()
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged and factor > 0:
            x = canvas.mapFromGlobal(pinch.centerPoint()).x()
            self.zoomed.emit(factor, Grip.at(canvas.timeline, x))
        return True

    def _mouse(self, strip: Strip, event: QMouseEvent) -> bool:
        kind, left = event.type(), Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonDblClick and event.button() == left:
            self._pressed = None
            self.reset.emit()
            return True
        if kind == QEvent.Type.MouseButtonPress and event.button() == left:
            self._pressed, self._dragged_to = event.position(), None
        elif kind == QEvent.Type.MouseButtonRelease and event.button() == left:
            self._pressed = None
            strip.unsetCursor()
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            x = event.position().x()
            if self._dragged_to is None:
                if abs(x - self._pressed.x()) < QApplication.startDragDistance():
                    return False
                strip.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.grasped.emit(Grip.at(strip.timeline, self._pressed.x()))
                self._dragged_to = self._pressed.x()
            self.moved.emit(x - self._dragged_to)
            self._dragged_to = x
            return True
        return False
