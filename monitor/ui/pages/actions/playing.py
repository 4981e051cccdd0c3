"""What a user can do with time, and with what is played."""

from __future__ import annotations

from assets.phrase import phrase
from monitor.ui.pages.actions.spec import ActionSpec

REPLAY = (
    ActionSpec(
        "toggle_play", phrase("Play / pause"), "Space", "Replay", phrase("Let time pass, or freeze it.")
    ),
    ActionSpec("back", phrase("Back 5 s"), "Left", "Replay", phrase("Go back five seconds.")),
    ActionSpec("forward", phrase("Forward 5 s"), "Right", "Replay", phrase("Go forward five seconds.")),
    ActionSpec("restart", phrase("Restart"), "Home", "Replay", phrase("Go to the start of the record.")),
    ActionSpec(
        "go_to_time",
        phrase("Go to time"),
        "Ctrl+G",
        "Replay",
        phrase("Go to a time or a sample that you type."),
        page="monitor",
    ),
    ActionSpec(
        "look_back",
        phrase("Look back"),
        "Shift+Left",
        "Replay",
        phrase("While paused, look at what is older; so does dragging a strip, or Shift and the wheel."),
        page="monitor",
    ),
    ActionSpec(
        "look_forward",
        phrase("Look forward"),
        "Shift+Right",
        "Replay",
        phrase("While paused, look at what is newer."),
        page="monitor",
    ),
    ActionSpec(
        "look_at_present",
        phrase("To the present"),
        "End",
        "Replay",
        phrase("End looking back; playing does so too."),
        page="monitor",
    ),
    ActionSpec(
        "toggle_loop",
        phrase("Loop"),
        "L",
        "Replay",
        phrase("Start over at the end of the record."),
        checkable=True,
    ),
    ActionSpec("slower", phrase("Slower"), "-", "Replay", phrase("Replay at the next slower speed.")),
    ActionSpec(
        "faster", phrase("Faster"), "+", "Replay", phrase("Replay at the next faster speed, up to max.")
    ),
    ActionSpec(
        "show_artefacts",
        phrase("Artefacts…"),
        "Ctrl+Shift+A",
        "Replay",
        phrase("Add noise, a lead that is off or a gap to what is watched, and take it away."),
    ),
)
"""Under the heading {g}."""

RECORDS = (
    ActionSpec(
        "open_chooser",
        phrase("Choose a record"),
        "Ctrl+O",
        "Records",
        phrase("Pick a record of the MIT-BIH databases."),
    ),
    ActionSpec(
        "open_file",
        phrase("Open a file"),
        "Ctrl+Shift+O",
        "Records",
        phrase("Open a record by its file: WFDB (.hea), EDF, EDF+, BDF or text; or drop it on the window."),
    ),
    ActionSpec(
        "open_folder",
        phrase("Records of a folder"),
        "Ctrl+Alt+F",
        "Records",
        phrase("Choose among the records that lie in a folder and within it; or drop it on the window."),
    ),
    ActionSpec(
        "read_otherwise",
        phrase("Read this file otherwise"),
        "Ctrl+Alt+O",
        "Records",
        phrase("Say anew which rate, unit and columns the text file has that is on the screen."),
    ),
    ActionSpec(
        "open_streams",
        phrase("Streams of the network"),
        "Ctrl+N",
        "Records",
        phrase("Watch what an amplifier or another program sends by the Lab Streaming Layer."),
    ),
    ActionSpec(
        "open_demo",
        phrase("Open the demo"),
        "Ctrl+D",
        "Records",
        phrase("Go back to the record that ships with it."),
    ),
    ActionSpec(
        "toggle_record",
        phrase("Record"),
        "Ctrl+Shift+R",
        "Records",
        phrase("Record what is watched, as it streams, or end the recording."),
        checkable=True,
    ),
    ActionSpec(
        "choose_recordings",
        phrase("Folder of recordings"),
        "Ctrl+Alt+R",
        "Records",
        phrase("Choose where recordings go."),
    ),
    ActionSpec(
        "toggle_publish",
        phrase("Publish on the network…"),
        "Ctrl+Shift+N",
        "Records",
        phrase("Send what is played by the Lab Streaming Layer, with beats, alerts and alarms, or end that."),
        checkable=True,
    ),
    ActionSpec(
        "export_watched",
        phrase("Export what was watched"),
        "Ctrl+Alt+E",
        "Records",
        phrase("Write the signals with all that was found as WFDB, EDF+ or CSV."),
    ),
    ActionSpec(
        "export_report",
        phrase("Report as PDF"),
        "Ctrl+Alt+P",
        "Records",
        phrase("Write figures, a table by the hour, and the longest and fastest runs on ECG paper."),
    ),
    ActionSpec(
        "export_picture",
        phrase("Picture of a stretch"),
        "Ctrl+Alt+S",
        "Records",
        phrase("Draw a stretch with its beats and alerts as PNG, at a resolution of your choice, or as SVG."),
    ),
)
"""Under the heading {g}."""
