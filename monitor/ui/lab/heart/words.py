"""What is said of a beat that has landed, and of all that were measured."""

from __future__ import annotations

from monitor.ui.lab.heart.curves import NAMES

ERROR, OWN_PLACE, MIDDLE = (
    "error against his usual",
    "distance from his usual place",
    "distance from the middle",
)

MEASURED = {
    OWN_PLACE: "far from the usual place",
    ERROR: "redrawn worse than usual",
    MIDDLE: "far from the map's middle",
}
"""Rows of the table, in words."""


def measured() -> str:
    """Say what the shipped figures say of V beats of patients left out."""
    from models.heartbeats.figures import load_figures

    aucs = {(r["measure"], r["class"], r["database"]): r["auc"] for r in load_figures()["measures"]}

    def auc(measure: str, kind: str = "V", database: str = "DS1") -> str:
        return _short(aucs[measure, kind, database])

    return (
        "In patients new to it a ventricular beat is given away by landing far from <b>the patient's own "
        f"usual place</b> (AUC {auc(OWN_PLACE)}), less surely by being redrawn worse than usual "
        f"({auc(ERROR)}, of a second database {auc(ERROR, database='SVDB')}: a wide, smooth beat is easy to "
        f"draw, as a 1 is among digits), and hardly by lying outside everybody's beats ({auc(MIDDLE)}: it "
        "often lies where somebody else's normal beats do). Early beats from above the ventricles mostly "
        f"look normal ({auc(OWN_PLACE, 'S')})."
    )


def table_rows() -> list[tuple[str, ...]]:
    """Rows of the table of what was measured: a measure, V of DS1 and SVDB, S of both."""
    from models.heartbeats.figures import load_figures

    aucs = {(r["measure"], r["class"], r["database"]): r["auc"] for r in load_figures()["measures"]}
    columns = [(kind, database) for kind in "VS" for database in ("DS1", "SVDB")]
    return [(text, *(_short(aucs[name, *one]) for one in columns)) for name, text in MEASURED.items()]


def verdict(aami: str, alert: bool, *, demo: bool) -> str:
    """Say what a beat is, and by whose word."""
    if aami in NAMES:
        return f"{NAMES[aami].capitalize()}, says the record."
    if aami:
        return "Of no such class, says the record."
    if demo:
        return "Its class is not known."
    return "Ectopic, says the monitor." if alert else "Not ectopic, says the monitor."


def error_words(error: float | None, line: float | None) -> str:
    """Words over the bar of the reconstruction error; the line is unknown while too few beats have come."""
    if error is None:
        return "Not redrawn: –"
    if line is None:
        return f"Not redrawn: {100 * error:.0f} %"
    return f"Not redrawn: {100 * error:.0f} % (this patient's line: {100 * line:.0f} %)"


def far_words(far: float | None, line: float, *, drawn: bool) -> str:
    """Words over the bar of the distance."""
    if far is None:
        return "Distance from the usual place: –"
    where = "where this patient's lie" if drawn else "the usual place"
    return f"Lands {far:.1f} from {where} (line: {line:.1f})"


def judged(whose: str, badly: bool, far: bool, placed: bool) -> str:
    """Say what both bars say together."""
    if not placed:
        return f"<b>{whose}</b> What is usual for this patient is not known yet: it takes some beats."
    if badly and far:
        said = "Redrawn worse than usual, and far from the usual place: both bars give it away."
    elif badly:
        said = "It lands near the usual place, but is redrawn worse than usual: that alone gives it away."
    elif far:
        said = "Redrawn as usual, but it lands far from the usual place: that alone gives it away."
    else:
        said = "Redrawn as usual, and near the usual place: nothing gives it away."
    return f"<b>{whose}</b> {said}"


def _short(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}".lstrip("0")
