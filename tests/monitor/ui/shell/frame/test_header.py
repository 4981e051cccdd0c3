"""The header's room: whatever goes on, the record's name is read."""

import pytest

from assets.sources.record import RecordSource
from models.signal.states import State, StateKind
from tests.monitor.conftest import FS, make_record

GOING_ON = (
    State(StateKind.FLUTTER, 360, 720, 400, None, "waves without a rest"),
    State(StateKind.UNUSABLE, 360, 720, 400, None, "electrode motion", "MLII"),
    State(StateKind.UNUSABLE, 360, 720, 400, None, "electrode motion", "V1"),
)


@pytest.mark.slow
@pytest.mark.parametrize("width", [960, 1024, 1280, 1440, 1920])
@pytest.mark.parametrize("states", [GOING_ON[:1], GOING_ON], ids=["one", "three"])
def test_chips_leave_the_name_of_the_record_its_room(make_window, qtbot, width, states):
    window = make_window(size=(width, 700))
    window.put_on(RecordSource(make_record(5, name="207")))
    window._timer.stop()  # else the header tells of the record's own states in between
    header = window.header
    header.show_states(states, FS)

    def laid_out():
        assert header.width() == width
        shown = header._facts.shown_lines[0]
        assert shown.startswith("207")
        assert shown == header.facts or "…" in shown
        assert header.chips.said[0], "the rhythm has words"
        assert header.chips.width() >= header.chips.minimumSizeHint().width()
        if width >= 1440:
            assert shown == header.facts
            assert all(header.chips.said)

    qtbot.waitUntil(laid_out)
