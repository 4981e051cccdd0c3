"""Everything a user can do, and every page: the tables behind shortcuts, tabs, hints and the help page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ActionSpec:
    """One thing a user can do.

    Attributes
    ----------
    name : str
        Name of the method that does it, or ``show_`` and a page's name.
    text : str
        What it is called on screen.
    shortcut : str
        Key sequence, as Qt writes it.
    group : str
        Heading on the help page.
    help : str
        One sentence for the help page.
    page : str
        Page that has the method (`monitor.ui.pages.page.Page.commands`); empty where it is the shell's.
    checkable : bool
        Whether it is something that is on or off.
    """

    name: str
    text: str
    shortcut: str
    group: str
    help: str
    page: str = ""
    checkable: bool = False


@dataclass(frozen=True)
class PageSpec:
    """One page of the window.

    Attributes
    ----------
    name : str
        What the program calls it; the action that shows it is ``show_`` and this name.
    text : str
        What its tab says.
    shortcut : str
        Key sequence, as Qt writes it.
    help : str
        One sentence for the help page.
    module : str
        Module whose ``make_page(context)`` makes the page when it is first asked for.
    """

    name: str
    text: str
    shortcut: str
    help: str
    module: str


PAGE_SPECS = (
    PageSpec("monitor", "Monitor", "F1", "Show the live strips.", "monitor.ui.live.page"),
    PageSpec("ward", "Ward", "F6", "Watch many beds at once, and open any of them.", "monitor.ui.ward.page"),
    PageSpec("trends", "Trends", "F10", "See large figures, and the last hours.", "monitor.ui.trends.page"),
    PageSpec("alarms", "Alarms", "F7", "Look through the log of alarms.", "monitor.ui.journal.page"),
    PageSpec("review", "Review", "F2", "Show the frozen pane around an alert.", "monitor.ui.review.page"),
    PageSpec("model", "Model view", "F4", "See what each model sees at one moment.", "monitor.ui.model.page"),
    PageSpec(
        "class",
        "Class",
        "F8",
        "Mark what you see, take a quiz, compare yourself with the model.",
        "monitor.ui.teaching.page",
    ),
    PageSpec(
        "retraining",
        "Retraining",
        "F5",
        "Fit the models anew, compare, and adopt.",
        "monitor.ui.retraining.page",
    ),
    PageSpec("lab", "Digit lab", "F3", "Walk the latent space of handwritten digits.", "monitor.ui.lab.page"),
)
"""The pages in the order of their tabs; a new page is one line here."""

ACTIONS = (
    ActionSpec("toggle_play", "Play / pause", "Space", "Replay", "Let time pass, or freeze it."),
    ActionSpec("back", "Back 5 s", "Left", "Replay", "Go back five seconds."),
    ActionSpec("forward", "Forward 5 s", "Right", "Replay", "Go forward five seconds."),
    ActionSpec("restart", "Restart", "Home", "Replay", "Go to the start of the record."),
    ActionSpec(
        "go_to_time",
        "Go to time",
        "Ctrl+G",
        "Replay",
        "Go to a time or a sample that you type.",
        page="monitor",
    ),
    ActionSpec(
        "look_back",
        "Look back",
        "Shift+Left",
        "Replay",
        "While paused, look at what is older; so does dragging a strip, or Shift and the wheel.",
        page="monitor",
    ),
    ActionSpec(
        "look_forward",
        "Look forward",
        "Shift+Right",
        "Replay",
        "While paused, look at what is newer.",
        page="monitor",
    ),
    ActionSpec(
        "look_at_present",
        "To the present",
        "End",
        "Replay",
        "End looking back; playing does so too.",
        page="monitor",
    ),
    ActionSpec("toggle_loop", "Loop", "L", "Replay", "Start over at the end of the record.", checkable=True),
    ActionSpec("slower", "Slower", "-", "Replay", "Replay at the next slower speed."),
    ActionSpec("faster", "Faster", "+", "Replay", "Replay at the next faster speed, up to max."),
    ActionSpec(
        "open_chooser", "Choose a record", "Ctrl+O", "Records", "Pick a record of the MIT-BIH databases."
    ),
    ActionSpec(
        "open_file",
        "Open a file",
        "Ctrl+Shift+O",
        "Records",
        "Open a record by its file: WFDB (.hea), EDF, EDF+ or BDF.",
    ),
    ActionSpec(
        "open_demo", "Open the demo", "Ctrl+D", "Records", "Go back to the record that ships with it."
    ),
    ActionSpec(
        "toggle_record",
        "Record",
        "Ctrl+Shift+R",
        "Records",
        "Record what is watched, as it streams, or end the recording.",
        checkable=True,
    ),
    ActionSpec(
        "choose_recordings",
        "Folder of recordings",
        "Ctrl+Alt+R",
        "Records",
        "Choose where recordings go.",
    ),
    ActionSpec(
        "choose_beds",
        "Choose the beds",
        "Ctrl+W",
        "Ward",
        "Choose each bed's source; Enter opens the bed with the focus, Space acknowledges its alarms.",
        page="ward",
    ),
    ActionSpec(
        "sort_beds",
        "By priority",
        "Shift+P",
        "Ward",
        "Put the beds with the most urgent alarms first, or all in their order.",
        page="ward",
        checkable=True,
    ),
    ActionSpec(
        "hide_names",
        "Hide names",
        "Ctrl+H",
        "Ward",
        "Call the beds by their numbers alone, for a class.",
        page="ward",
        checkable=True,
    ),
    ActionSpec(
        "acknowledge_bed",
        "Acknowledge a bed",
        "Ctrl+K",
        "Ward",
        "Acknowledge the alarms of the bed that has the focus, or of the most urgent one.",
        page="ward",
    ),
    ActionSpec(
        "record_beds",
        "Record all beds",
        "Ctrl+Alt+B",
        "Ward",
        "Record every bed into a folder, or end the recordings.",
        page="ward",
    ),
    ActionSpec("next_alert", "Next alert", "N", "Alerts", "Review the next alert."),
    ActionSpec("previous_alert", "Previous alert", "P", "Alerts", "Review the previous alert."),
    ActionSpec(
        "mark_normal",
        "Normal for this patient",
        "K",
        "Alerts",
        "Mark the reviewed alert's beats as normal for this patient, or unmark them; a fit can follow.",
        page="review",
    ),
    ActionSpec(
        "mark_missed",
        "Missed",
        "M",
        "Alerts",
        "Mark the beat at the right caliper as one that was missed, or unmark it; a fit can follow.",
        page="review",
    ),
    ActionSpec(
        "undo_mark", "Undo the last mark", "Ctrl+Z", "Alerts", "Take the latest change of marks back."
    ),
    ActionSpec(
        "export_csv", "Export alerts as CSV", "Ctrl+E", "Alerts", "Write all alerts for a spreadsheet."
    ),
    ActionSpec(
        "export_wfdb",
        "Export alerts as WFDB",
        "Ctrl+Shift+E",
        "Alerts",
        "Write all alerts as an annotation file for LightWAVE and rdann.",
    ),
    ActionSpec(
        "export_beats",
        "Export beats as CSV",
        "Ctrl+B",
        "Alerts",
        "Write every beat with its class, RR interval and height for a spreadsheet.",
    ),
    ActionSpec(
        "export_annotations",
        "Export beats as WFDB",
        "Ctrl+Shift+B",
        "Alerts",
        "Write a label (N, V, S, Q) at each R peak of the analysed lead as an annotation file.",
    ),
    ActionSpec(
        "more_sensitive", "More sensitive", "]", "Alerts", "Lower all thresholds by a step: more alerts."
    ),
    ActionSpec(
        "less_sensitive", "Less sensitive", "[", "Alerts", "Raise all thresholds by a step: fewer alerts."
    ),
    ActionSpec(
        "toggle_spikes",
        "Alert on any spike",
        "X",
        "Alerts",
        "Raise an alert wherever a running model's error is over its line, or on classified beats alone.",
        checkable=True,
    ),
    ActionSpec(
        "restart_analysis",
        "Restart the analysis",
        "Ctrl+R",
        "Alerts",
        "Start the analysis again if it stopped.",
    ),
    ActionSpec(
        "show_in_record",
        "Go to the alarm in the record",
        "Ctrl+Return",
        "Alarms",
        "Go to the moment of the chosen alarm on the strips, where its record is open.",
        page="alarms",
    ),
    ActionSpec(
        "print_debrief",
        "Debrief as PDF",
        "Ctrl+P",
        "Alarms",
        "Write the alarms that the page Alarms shows as pages to print, with their strips on ECG paper.",
        page="alarms",
    ),
    ActionSpec(
        "export_alarms_csv",
        "Export alarms as CSV",
        "Ctrl+J",
        "Alarms",
        "Write the alarms that the page Alarms shows for a spreadsheet.",
        page="alarms",
    ),
    ActionSpec(
        "export_alarms_wfdb",
        "Export alarms as WFDB",
        "Ctrl+Shift+J",
        "Alarms",
        "Write them as WFDB annotations, with the signal around each as a record.",
        page="alarms",
    ),
    ActionSpec("acknowledge", "Acknowledge", "Y", "Alarms", "Say that you know of every alarm there is now."),
    ActionSpec(
        "pause_audio",
        "Audio pause",
        "U",
        "Alarms",
        "Silence the alarms for two minutes, or end the silence; a new lethal alarm breaks through.",
    ),
    ActionSpec(
        "toggle_audio",
        "Audio off / on",
        "Shift+U",
        "Alarms",
        "Silence the alarms until they are turned on again; the banner says so all the time.",
    ),
    ActionSpec(
        "show_limits", "Limits of alarms", "Ctrl+L", "Alarms", "Set limits, profiles, and which alarms come."
    ),
    *(ActionSpec(f"show_{page.name}", page.text, page.shortcut, "View", page.help) for page in PAGE_SPECS),
    ActionSpec(
        "cycle_paper_speed",
        "Paper speed",
        "S",
        "View",
        "Change between 12.5, 25 and 50 mm/s.",
        page="monitor",
    ),
    ActionSpec(
        "zoom_in",
        "Zoom in",
        "Ctrl++",
        "View",
        "Make time wider; so do Ctrl and the wheel, or a pinch, around the pointer.",
        page="monitor",
    ),
    ActionSpec("zoom_out", "Zoom out", "Ctrl+-", "View", "Make time narrower.", page="monitor"),
    ActionSpec(
        "usual_speed",
        "25 mm/s",
        "Ctrl+0",
        "View",
        "Return to 25 mm/s; so does a double click on a strip.",
        page="monitor",
    ),
    ActionSpec(
        "cycle_gain",
        "Gain",
        "G",
        "View",
        "Change between the gain at which no beat is cut, and 2.5, 5, 10 and 20 mm/mV.",
        page="monitor",
    ),
    ActionSpec(
        "show_all_leads",
        "All leads",
        "A",
        "View",
        "Show all leads of the record, or those that were shown before.",
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "next_layout",
        "Next layout",
        "Shift+A",
        "View",
        "Show all leads in the next layout: in columns with a rhythm strip, or one under another.",
        page="monitor",
    ),
    ActionSpec(
        "toggle_scroll",
        "Sweep / scroll",
        "W",
        "View",
        "Sweep with an erase bar, or scroll like paper.",
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_forecast",
        "Forecast overlay",
        "F",
        "View",
        "Draw the forecast over the analysed lead.",
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_reconstruction",
        "Reconstruction overlay",
        "R",
        "View",
        "Draw the autoencoder's picture of the lead.",
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_beats",
        "Beat symbols",
        "B",
        "View",
        "Show the reference annotations, if there are any.",
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_compare",
        "Compare with the reference",
        "C",
        "View",
        "Tell apart, by the record's annotations, alerts that are true or false and beats that were missed.",
        page="monitor",
        checkable=True,
    ),
    ActionSpec("toggle_theme", "Dark / light", "T", "View", "Change between the dark and the light theme."),
    ActionSpec("toggle_fullscreen", "Full screen", "F11", "View", "Fill the screen, or go back to a window."),
    ActionSpec(
        "save_screenshot", "Save a screenshot", "Ctrl+S", "View", "Write the window as a PNG picture."
    ),
    ActionSpec(
        "show_instructor",
        "Instructor",
        "Ctrl+Shift+I",
        "View",
        "Open the instructor's window: steer the patient, run scenarios; the class sees none of it.",
    ),
    ActionSpec("show_help", "Help", "F12", "About", "Show this page."),
    ActionSpec("show_messages", "Messages", "F9", "About", "Read again what the program said."),
    ActionSpec("show_about", "About", "Ctrl+I", "About", "What this is, and what it is not."),
    ActionSpec("close", "Quit", "Ctrl+Q", "About", "Close the window and stop the analysis."),
)

PLOT_KEYS = (
    (
        "Left / Right",
        "Move the right caliper",
        "Alerts",
        "While the plot in Review has the focus (click it): by 10 ms, with Ctrl by 100 ms.",
    ),
    (
        "Shift+Left / Right",
        "Move the left caliper",
        "Alerts",
        "The same for the other line; Ctrl here, too, takes the long step.",
    ),
)
"""Keys of a plot that has the focus: key, what it does, heading on the help page, one sentence for it."""

BY_NAME = {a.name: a for a in ACTIONS}

PAGE_ACTIONS = {f"show_{page.name}": page.name for page in PAGE_SPECS}
"""The pages by the actions that show them."""


def hint(name: str) -> str:
    """Tooltip of an action: what it does, and its shortcut."""
    spec = BY_NAME[name]
    return f"{spec.help}  ({spec.shortcut})"


def help_html() -> str:
    """The help page: every action under its heading."""
    lines = []
    for group in dict.fromkeys(a.group for a in ACTIONS):
        lines.append(f"<h3>{group}</h3><table cellspacing='0' cellpadding='4'>")
        rows = [(a.shortcut, a.text, a.help) for a in ACTIONS if a.group == group]
        rows += [(keys, text, words) for keys, text, where, words in PLOT_KEYS if where == group]
        lines += [
            f"<tr><td width='110'><b>{keys}</b></td><td width='180'>{text}</td><td>{words}</td></tr>"
            for keys, text, words in rows
        ]
        lines.append("</table>")
    return "\n".join(lines)
