"""Everything a user can do, and every page: the tables behind shortcuts, tabs, hints and the help page."""

from __future__ import annotations

from dataclasses import dataclass

from assets.phrase import phrase
from monitor.ui.kit.language import tr


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
    PageSpec("monitor", phrase("Monitor"), "F1", phrase("Show the live strips."), "monitor.ui.live.page"),
    PageSpec(
        "ward",
        phrase("Ward"),
        "F6",
        phrase("Watch many beds at once, and open any of them."),
        "monitor.ui.ward.page",
    ),
    PageSpec(
        "trends",
        phrase("Trends"),
        "F10",
        phrase("See large figures, and the last hours."),
        "monitor.ui.trends.page",
    ),
    PageSpec(
        "alarms", phrase("Alarms"), "F7", phrase("Look through the log of alarms."), "monitor.ui.journal.page"
    ),
    PageSpec(
        "review",
        phrase("Review"),
        "F2",
        phrase("Show the frozen pane around an alert."),
        "monitor.ui.review.page",
    ),
    PageSpec(
        "model",
        phrase("Model view"),
        "F4",
        phrase("See what each model sees at one moment."),
        "monitor.ui.model.page",
    ),
    PageSpec(
        "class",
        phrase("Class"),
        "F8",
        phrase("Mark what you see, take a quiz, compare yourself with the model."),
        "monitor.ui.teaching.page",
    ),
    PageSpec(
        "retraining",
        phrase("Retraining"),
        "F5",
        phrase("Fit the models anew, compare, and adopt."),
        "monitor.ui.retraining.page",
    ),
    PageSpec(
        "lab",
        phrase("Digit lab"),
        "F3",
        phrase("Walk the latent space of handwritten digits."),
        "monitor.ui.lab.page",
    ),
)
"""The pages in the order of their tabs; a new page is one line here."""

ACTIONS = (
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
    *(ActionSpec(f"show_{page.name}", page.text, page.shortcut, "View", page.help) for page in PAGE_SPECS),
    ActionSpec(
        "cycle_paper_speed",
        phrase("Paper speed"),
        "S",
        "View",
        phrase("Change between 12.5, 25 and 50 mm/s."),
        page="monitor",
    ),
    ActionSpec(
        "zoom_in",
        phrase("Zoom in"),
        "Ctrl++",
        "View",
        phrase("Make time wider; so do Ctrl and the wheel, or a pinch, around the pointer."),
        page="monitor",
    ),
    ActionSpec(
        "zoom_out", phrase("Zoom out"), "Ctrl+-", "View", phrase("Make time narrower."), page="monitor"
    ),
    ActionSpec(
        "usual_speed",
        phrase("25 mm/s"),
        "Ctrl+0",
        "View",
        phrase("Return to 25 mm/s; so does a double click on a strip."),
        page="monitor",
    ),
    ActionSpec(
        "cycle_gain",
        phrase("Gain"),
        "G",
        "View",
        phrase("Change between the gain at which no beat is cut, and 2.5, 5, 10 and 20 mm/mV."),
        page="monitor",
    ),
    ActionSpec(
        "show_all_leads",
        phrase("All leads"),
        "A",
        "View",
        phrase("Show all leads of the record, or those that were shown before."),
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "next_layout",
        phrase("Next layout"),
        "Shift+A",
        "View",
        phrase("Show all leads in the next layout: in columns with a rhythm strip, or one under another."),
        page="monitor",
    ),
    ActionSpec(
        "toggle_scroll",
        phrase("Sweep / scroll"),
        "W",
        "View",
        phrase("Sweep with an erase bar, or scroll like paper."),
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_forecast",
        phrase("Forecast overlay"),
        "F",
        "View",
        phrase("Draw the forecast over the analysed lead."),
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_reconstruction",
        phrase("Reconstruction overlay"),
        "R",
        "View",
        phrase("Draw the autoencoder's picture of the lead."),
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_beats",
        phrase("Beat symbols"),
        "B",
        "View",
        phrase("Show the reference annotations, if there are any."),
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_compare",
        phrase("Compare with the reference"),
        "C",
        "View",
        phrase(
            "Tell apart, by the record's annotations, alerts that are true or false and beats that "
            "were missed."
        ),
        page="monitor",
        checkable=True,
    ),
    ActionSpec(
        "toggle_palette",
        phrase("Colour-blind palette"),
        "Shift+T",
        "View",
        phrase("Draw in colours that colour-blind eyes tell apart too, in either theme."),
        checkable=True,
    ),
    ActionSpec(
        "toggle_still",
        phrase("Still"),
        "Shift+S",
        "View",
        phrase(
            "Let nothing flash or move of itself: what nobody acknowledged has a frame instead, and a film "
            "shows its end."
        ),
        checkable=True,
    ),
    ActionSpec(
        "toggle_theme",
        phrase("Dark / light"),
        "T",
        "View",
        phrase("Change between the dark and the light theme."),
    ),
    ActionSpec(
        "toggle_fullscreen",
        phrase("Full screen"),
        "F11",
        "View",
        phrase("Fill the screen, or go back to a window."),
    ),
    ActionSpec(
        "save_screenshot",
        phrase("Save a screenshot"),
        "Ctrl+S",
        "View",
        phrase("Write the window as a PNG picture."),
    ),
    ActionSpec(
        "show_instructor",
        phrase("Instructor"),
        "Ctrl+Shift+I",
        "View",
        phrase("Open the instructor's window: steer the patient, run scenarios; the class sees none of it."),
    ),
    ActionSpec("show_help", phrase("Help"), "F12", "About", phrase("Show this page.")),
    ActionSpec(
        "show_tours",
        phrase("Tours"),
        "Shift+F12",
        "About",
        phrase("Be shown what is where: watching, teaching, retraining."),
    ),
    ActionSpec(
        "show_messages", phrase("Messages"), "F9", "About", phrase("Read again what the program said.")
    ),
    ActionSpec(
        "open_log",
        phrase("Log folder"),
        "Ctrl+Shift+L",
        "About",
        phrase("Open the folder of the program's log, to send it with a report; it names no record."),
    ),
    ActionSpec("show_about", phrase("About"), "Ctrl+I", "About", phrase("What this is, and what it is not.")),
    ActionSpec("close", phrase("Quit"), "Ctrl+Q", "About", phrase("Close the window and stop the analysis.")),
)

HEADINGS = (
    phrase("Replay"),
    phrase("Records"),
    phrase("Ward"),
    phrase("Alerts"),
    phrase("Alarms"),
    phrase("View"),
    phrase("About"),
)
"""Headings of the help page."""

PLOT_KEYS = (
    (
        phrase("Left / Right"),
        phrase("Move the right caliper"),
        phrase("Alerts"),
        phrase("While the plot in Review has the focus (click it): by 10 ms, with Ctrl by 100 ms."),
    ),
    (
        phrase("Shift+Left / Right"),
        phrase("Move the left caliper"),
        phrase("Alerts"),
        phrase("The same for the other line; Ctrl here, too, takes the long step."),
    ),
)
"""Keys of a plot that has the focus: key, what it does, heading on the help page, one sentence for it."""

BY_NAME = {a.name: a for a in ACTIONS}

PAGE_ACTIONS = {f"show_{page.name}": page.name for page in PAGE_SPECS}
"""The pages by the actions that show them."""


def keys_text(shortcut: str) -> str:
    """Write a key sequence as the user's keyboard does: the arrows have names in English alone."""
    arrows = {"Left": tr("Left", "key"), "Right": tr("Right", "key")}
    return "+".join(arrows.get(key, key) for key in shortcut.split("+"))


def hint(name: str) -> str:
    """Tooltip of an action: what it does, and its shortcut."""
    spec = BY_NAME[name]
    return f"{tr(spec.help)}  ({keys_text(spec.shortcut)})"


def help_html() -> str:
    """The help page: every action under its heading."""
    lines = []
    for group in dict.fromkeys(a.group for a in ACTIONS):
        lines.append(f"<h3>{tr(group)}</h3><table cellspacing='0' cellpadding='4'>")
        rows = [(keys_text(a.shortcut), a.text, a.help) for a in ACTIONS if a.group == group]
        rows += [(tr(keys), text, words) for keys, text, where, words in PLOT_KEYS if where == group]
        lines += [
            f"<tr><td width='110'><b>{keys}</b></td><td width='180'>{tr(text)}</td><td>{tr(words)}</td></tr>"
            for keys, text, words in rows
        ]
        lines.append("</table>")
    return "\n".join(lines)
