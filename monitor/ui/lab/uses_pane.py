"""What codes are good for: few labels, clusters, fewer numbers; as measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from monitor.ui.lab.pane import Pane, panel, small
from monitor.ui.lab.state import LabState
from monitor.ui.theme import Theme


def table(head: Sequence[str], rows: Sequence[Sequence[str]], best: Sequence[int | None] = ()) -> QGridLayout:
    """A small table; `best` names for each column the row that is set in bold."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(3)
    for column, text in enumerate(head):
        label = small(text)
        label.setAlignment(_side(column))
        grid.addWidget(label, 0, column)
    for i, cells in enumerate(rows):
        for column, text in enumerate(cells):
            bold = column < len(best) and best[column] == i
            label = QLabel(f"<b>{text}</b>" if bold else text)
            label.setAlignment(_side(column))
            grid.addWidget(label, i + 1, column)
    grid.setColumnStretch(len(head), 1)
    return grid


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class UsesPane(Pane):
    """Three tables."""

    words = (
        "A code that understood digits is worth more than its pictures: with few labels it saves a "
        "classifier from "
        "guessing, its neighbours are of one kind, and it keeps in a few numbers what PCA needs many for. "
        "The figures "
        "were measured on MNIST's test digits by the command that trains the models."
    )
    formula = (
        "ARI = (index − expected) / (maximum − expected), 0 by chance, 1 for perfect clusters (Hubert "
        "& Arabie 1985)"
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue
        from models.digits.figures import load_figures

        figures = load_figures()
        titles = {e.name: e.title for e in catalogue.FAMILY} | {"pixels": "the pixels themselves"}
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(10)
        left.addWidget(self._few_labels(figures["few_labels"]))
        left.addWidget(self._clusters(figures["clustering"], titles))
        left.addStretch(1)
        right.addWidget(self._reduction(figures["reduction"], titles))
        right.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addLayout(left, 1)
        content.addLayout(right, 1)
        self.body.addLayout(content)

    @staticmethod
    def _few_labels(found: dict[str, Any]) -> QFrame:
        rows = [
            [
                str(n),
                *(
                    f"{100 * found[way][i]:.1f} ± {100 * found[f'{way}_std'][i]:.1f}"
                    for way in ("scratch", "pretrained", "augmented")
                ),
            ]
            for i, n in enumerate(found["labels"])
        ]
        grid = table(("labelled digits", "from scratch", "pretrained", "with drawn digits"), rows)
        return panel("Few labels: accuracy, %", grid, note=small(f"mean ± spread of {found['runs']} draws"))

    @staticmethod
    def _clusters(found: list[dict[str, Any]], titles: dict[str, str]) -> QFrame:
        best = max(range(len(found)), key=lambda i: found[i]["ari"])
        rows = [[titles.get(r["space"], r["space"]), str(r["size"]), f"{r['ari']:.3f}"] for r in found]
        return panel(
            "Ten clusters without labels",
            table(("in the space of", "numbers", "ARI"), rows, (best, None, best)),
            note=small("adjusted Rand index"),
        )

    @staticmethod
    def _reduction(found: list[dict[str, Any]], titles: dict[str, str]) -> QFrame:
        rows = [
            [
                titles.get(r["model"], r["model"]),
                str(r["size"]),
                f"{r['mse']:.4f}",
                f"{r['pca_mse']:.4f}",
                f"{100 * r['neighbours']:.1f}",
                f"{100 * r['pca_neighbours']:.1f}",
            ]
            for r in found
        ]
        head = ("model", "numbers", "MSE", "PCA's", "neighbours, %", "PCA's")
        return panel("Fewer numbers, beside PCA with as many", table(head, rows))
