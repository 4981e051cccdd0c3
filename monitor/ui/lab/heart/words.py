"""What is said of a beat that has landed, and of all that were measured."""

from __future__ import annotations

from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import capital
from monitor.ui.lab.heart.curves import NAMES

ERROR, OWN_PLACE, MIDDLE = (
    "error against his usual",
    "distance from his usual place",
    "distance from the middle",
)

MEASURED = {
    OWN_PLACE: phrase("far from the usual place"),
    ERROR: phrase("redrawn worse than usual"),
    MIDDLE: phrase("far from the map's middle"),
}
"""Rows of the table, in words."""

BY_MONITOR = {
    "V": phrase("Ectopic, says the monitor."),
    "S": phrase("Early, from above the ventricles, says the monitor."),
    "N": phrase("Not ectopic, says the monitor."),
}
"""What the monitor takes a beat for, in a sentence."""

UNTOLD = phrase("Its class is not known.")


def measured() -> str:
    """Say what the shipped figures say of V beats of patients left out."""
    from models.heartbeats.figures import load_figures

    aucs = {(r["measure"], r["class"], r["database"]): r["auc"] for r in load_figures()["measures"]}

    def auc(measure: str, kind: str = "V", database: str = "DS1") -> str:
        return _short(aucs[measure, kind, database])

    return tr(
        "In patients new to it a ventricular beat is given away by landing far from <b>the "
        "patient's own usual place</b> (AUC {own_place}), less surely by being redrawn worse than "
        "usual ({redrawn}, of a second database {redrawn_elsewhere}: a wide, smooth beat is easy to draw, as "
        "a 1 is among digits), and hardly by lying outside everybody's beats ({outside}: it "
        "often lies where somebody else's normal beats do). Early beats from above the "
        "ventricles mostly look normal ({early})."
    ).format(
        own_place=auc(OWN_PLACE),
        redrawn=auc(ERROR),
        redrawn_elsewhere=auc(ERROR, database="SVDB"),
        outside=auc(MIDDLE),
        early=auc(OWN_PLACE, "S"),
    )


def table_rows() -> list[tuple[str, ...]]:
    """Rows of the table of what was measured: a measure, V of DS1 and SVDB, S of both."""
    from models.heartbeats.figures import load_figures

    aucs = {(r["measure"], r["class"], r["database"]): r["auc"] for r in load_figures()["measures"]}
    columns = [(kind, database) for kind in "VS" for database in ("DS1", "SVDB")]
    return [(tr(text), *(_short(aucs[name, *one]) for one in columns)) for name, text in MEASURED.items()]


def verdict(aami: str, kind: str) -> str:
    """Say what a beat is, and by whose word: the record's class before the monitor's."""
    if aami in NAMES:
        return tr("{kind}, says the record.").format(kind=capital(tr(NAMES[aami])))
    if aami:
        return tr("Of no such class, says the record.")
    return tr(BY_MONITOR.get(kind, UNTOLD))


def error_words(error: float | None, line: float | None) -> str:
    """Words over the bar of the reconstruction error; the line is unknown while too few beats have come."""
    if error is None:
        return tr("Not redrawn: –")
    if line is None:
        return tr("Not redrawn: {error:.0f} %").format(error=100 * error)
    return tr("Not redrawn: {error:.0f} % (this patient's line: {line:.0f} %)").format(
        error=100 * error, line=100 * line
    )


def far_words(far: float | None, line: float, *, drawn: bool) -> str:
    """Words over the bar of the distance."""
    if far is None:
        return tr("Distance from the usual place: –")
    if drawn:
        words = tr("Lands {far:.1f} from where this patient's lie (line: {line:.1f})")
    else:
        words = tr("Lands {far:.1f} from the usual place (line: {line:.1f})")
    return words.format(far=far, line=line)


def judged(whose: str, badly: bool, far: bool, placed: bool) -> str:
    """Say what both bars say together."""
    if not placed:
        return tr(
            "<b>{whose}</b> What is usual for this patient is not known yet: it takes some beats."
        ).format(whose=whose)
    if badly and far:
        said = tr("Redrawn worse than usual, and far from the usual place: both bars give it away.")
    elif badly:
        said = tr("It lands near the usual place, but is redrawn worse than usual: that alone gives it away.")
    elif far:
        said = tr("Redrawn as usual, but it lands far from the usual place: that alone gives it away.")
    else:
        said = tr("Redrawn as usual, and near the usual place: nothing gives it away.")
    return f"<b>{whose}</b> {said}"


def _short(value: float | None) -> str:
    if value is None:
        return "–"
    return in_figures(value, ".2f").lstrip("0")
