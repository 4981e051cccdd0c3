"""What a user can do about the looks of things, and with the program itself."""

from __future__ import annotations

from assets.phrase import phrase
from monitor.ui.pages.actions.spec import ActionSpec

VIEW = (
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
)
"""Under the heading {g}."""

ABOUT = (
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
"""Under the heading {g}."""
