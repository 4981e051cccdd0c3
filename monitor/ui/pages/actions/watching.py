"""What a user can do about alerts, alarms and beds."""

from __future__ import annotations

from assets.phrase import phrase
from monitor.ui.pages.actions.spec import ActionSpec

WARD = (
    ActionSpec(
        "choose_beds",
        phrase("Choose the beds"),
        "Ctrl+W",
        "Ward",
        phrase(
            "Choose each bed's source; Enter opens the bed with the focus, Space acknowledges its alarms."
        ),
        page="ward",
    ),
    ActionSpec(
        "sort_beds",
        phrase("By priority"),
        "Shift+P",
        "Ward",
        phrase("Put the beds with the most urgent alarms first, or all in their order."),
        page="ward",
        checkable=True,
    ),
    ActionSpec(
        "hide_names",
        phrase("Hide names"),
        "Ctrl+H",
        "Ward",
        phrase("Call the beds by their numbers alone, for a class."),
        page="ward",
        checkable=True,
    ),
    ActionSpec(
        "acknowledge_bed",
        phrase("Acknowledge a bed"),
        "Ctrl+K",
        "Ward",
        phrase("Acknowledge the alarms of the bed that has the focus, or of the most urgent one."),
        page="ward",
    ),
    ActionSpec(
        "record_beds",
        phrase("Record all beds"),
        "Ctrl+Alt+B",
        "Ward",
        phrase("Record every bed into a folder, or end the recordings."),
        page="ward",
    ),
)
"""Under the heading {g}."""

ALERTS = (
    ActionSpec("next_alert", phrase("Next alert"), "N", "Alerts", phrase("Review the next alert.")),
    ActionSpec(
        "previous_alert", phrase("Previous alert"), "P", "Alerts", phrase("Review the previous alert.")
    ),
    ActionSpec(
        "mark_normal",
        phrase("Normal for this patient"),
        "K",
        "Alerts",
        phrase(
            "Mark the reviewed alert's beats as normal for this patient, or unmark them; a fit can follow."
        ),
        page="review",
    ),
    ActionSpec(
        "mark_missed",
        phrase("Missed"),
        "M",
        "Alerts",
        phrase("Mark the beat at the right caliper as one that was missed, or unmark it; a fit can follow."),
        page="review",
    ),
    ActionSpec(
        "undo_mark",
        phrase("Undo the last mark"),
        "Ctrl+Z",
        "Alerts",
        phrase("Take the latest change of marks back."),
    ),
    ActionSpec(
        "export_csv",
        phrase("Export alerts as CSV"),
        "Ctrl+E",
        "Alerts",
        phrase("Write all alerts for a spreadsheet."),
    ),
    ActionSpec(
        "export_wfdb",
        phrase("Export alerts as WFDB"),
        "Ctrl+Shift+E",
        "Alerts",
        phrase("Write all alerts as an annotation file for LightWAVE and rdann."),
    ),
    ActionSpec(
        "export_beats",
        phrase("Export beats as CSV"),
        "Ctrl+B",
        "Alerts",
        phrase("Write every beat with its class, RR interval and height for a spreadsheet."),
    ),
    ActionSpec(
        "export_annotations",
        phrase("Export beats as WFDB"),
        "Ctrl+Shift+B",
        "Alerts",
        phrase("Write a label (N, V, S, Q) at each R peak of the analysed lead as an annotation file."),
    ),
    ActionSpec(
        "more_sensitive",
        phrase("More sensitive"),
        "]",
        "Alerts",
        phrase("Lower all thresholds by a step: more alerts."),
    ),
    ActionSpec(
        "less_sensitive",
        phrase("Less sensitive"),
        "[",
        "Alerts",
        phrase("Raise all thresholds by a step: fewer alerts."),
    ),
    ActionSpec(
        "toggle_spikes",
        phrase("Alert on any spike"),
        "X",
        "Alerts",
        phrase(
            "Raise an alert wherever a running model's error is over its line, or on classified beats alone."
        ),
        checkable=True,
    ),
    ActionSpec(
        "restart_analysis",
        phrase("Restart the analysis"),
        "Ctrl+R",
        "Alerts",
        phrase("Start the analysis again if it stopped."),
    ),
)
"""Under the heading {g}."""

ALARMS = (
    ActionSpec(
        "show_in_record",
        phrase("Go to the alarm in the record"),
        "Ctrl+Return",
        "Alarms",
        phrase("Go to the moment of the chosen alarm on the strips, where its record is open."),
        page="alarms",
    ),
    ActionSpec(
        "print_debrief",
        phrase("Debrief as PDF"),
        "Ctrl+P",
        "Alarms",
        phrase(
            "Write the alarms that the page Alarms shows as pages to print, with their strips on ECG paper."
        ),
        page="alarms",
    ),
    ActionSpec(
        "export_alarms_csv",
        phrase("Export alarms as CSV"),
        "Ctrl+J",
        "Alarms",
        phrase("Write the alarms that the page Alarms shows for a spreadsheet."),
        page="alarms",
    ),
    ActionSpec(
        "export_alarms_wfdb",
        phrase("Export alarms as WFDB"),
        "Ctrl+Shift+J",
        "Alarms",
        phrase("Write them as WFDB annotations, with the signal around each as a record."),
        page="alarms",
    ),
    ActionSpec(
        "acknowledge",
        phrase("Acknowledge"),
        "Y",
        "Alarms",
        phrase("Say that you know of every alarm there is now."),
    ),
    ActionSpec(
        "pause_audio",
        phrase("Audio pause"),
        "U",
        "Alarms",
        phrase("Silence the alarms for two minutes, or end the silence; a new lethal alarm breaks through."),
    ),
    ActionSpec(
        "toggle_audio",
        phrase("Audio off / on"),
        "Shift+U",
        "Alarms",
        phrase("Silence the alarms until they are turned on again; the banner says so all the time."),
    ),
    ActionSpec(
        "show_limits",
        phrase("Limits of alarms"),
        "Ctrl+L",
        "Alarms",
        phrase("Set limits, profiles, and which alarms come."),
    ),
)
"""Under the heading {g}."""
