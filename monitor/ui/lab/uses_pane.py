"""What codes are good for: few labels, clusters, fewer numbers; as measured, and measured anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from monitor.ui.lab.figure_table import FigureTable
from monitor.ui.lab.job import Message
from monitor.ui.lab.pane import panel, row, small
from monitor.ui.lab.state import LabState
from monitor.ui.lab.work_pane import WorkPane
from monitor.ui.theme import Theme

WAYS = ("scratch", "pretrained", "augmented")

PIXELS = "the pixels themselves"


class UsesPane(WorkPane):
    """Three tables."""

    work = "The measurement"
    words = (
        "A code that understood digits is worth more than its pictures: with few labels it saves a "
        "classifier from guessing, its neighbours are of one kind, and it keeps in a few numbers what PCA "
        "needs many for. The figures were measured on MNIST's test digits by the command that trains the "
        "models; your computer measures them anew, on fewer digits, in a minute or two."
    )
    formula = (
        "ARI = (index − expected) / (maximum − expected), 0 by chance, 1 for perfect clusters (Hubert "
        "& Arabie 1985);   neighbours: five nearest training digits in the code vote"
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue
        from models.digits.figures import load_figures

        figures = load_figures()
        self._titles = {entry.name: entry.title for entry in catalogue.FAMILY} | {"pixels": PIXELS}
        self._seed = 0
        self.start_button.setText("Measure here")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._progress.setFixedWidth(220)
        self.few = self._few_labels(figures["few_labels"])
        self.clusters = self._clusters(figures["clustering"])
        self.reduction = self._reduction(figures["reduction"])
        note = small(f"mean ± spread of {figures['few_labels']['runs']} draws; here: one draw")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(10)
        left.addWidget(panel("Few labels: accuracy, %", self.few, note=note))
        left.addWidget(panel("Ten clusters without labels", self.clusters, note=small("adjusted Rand index")))
        left.addStretch(1)
        right.addWidget(panel("Fewer numbers, beside PCA with as many", self.reduction))
        right.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addLayout(left, 5)
        content.addLayout(right, 6)
        self.body.addLayout(
            row(self.start_button, self.stop_button, self._progress, self.where, 1, spacing=10)
        )
        self.body.addLayout(content)
        self.body.addStretch(1)
        self.changed()

    @staticmethod
    def _few_labels(found: dict[str, Any]) -> FigureTable:
        rows = [[str(n), *_percents(found, i, spread=True)] for i, n in enumerate(found["labels"])]
        head = ("labels", "from scratch", "pretrained", "drawn digits", "here: scratch", "pretr.", "drawn")
        return FigureTable(head, rows)

    def _clusters(self, found: list[dict[str, Any]]) -> FigureTable:
        best = max(range(len(found)), key=lambda i: found[i]["ari"])
        self._spaces = [r["space"] for r in found]
        rows = [[self._titles.get(r["space"], r["space"]), str(r["size"]), f"{r['ari']:.3f}"] for r in found]
        return FigureTable(("in the space of", "numbers", "ARI", "here"), rows, {0: best, 2: best})

    def _reduction(self, found: list[dict[str, Any]]) -> FigureTable:
        self._models = [r["model"] for r in found]
        rows = [[self._titles.get(r["model"], r["model"]), str(r["size"]), *_reduced(r)] for r in found]
        shipped = ("MSE", "PCA's", "neighbours, %", "PCA's")
        return FigureTable(("model", "numbers", *shipped, "here: MSE", "neighb.", "PCA's"), rows)

    # Measuring ------------------------------------------------------------------------------------

    def request(self, mnist: Path) -> Message:
        """Ask for all three tables; each time other labelled digits are drawn."""
        self._seed += 1
        return {"job": "uses", "mnist": str(mnist), "seed": 100 + self._seed}

    def began(self) -> None:
        """Empty what was measured here before."""
        self.few.empty((4, 5, 6))
        self.clusters.empty((3,))
        self.reduction.empty((6, 7, 8))
        self._progress.setValue(0)

    def told(self, message: Message) -> str:
        """Fill in what has been measured."""
        if "few_labels" in message:
            found = message["few_labels"]
            for i in range(len(found["labels"])):
                for column, text in enumerate(_percents(found, i, spread=False), start=4):
                    self.few.fill(i, column, text)
        if (found := message.get("clustering")) is not None:
            self.clusters.fill(self._spaces.index(found["space"]), 3, f"{found['ari']:.3f}")
        if (found := message.get("reduction")) is not None:
            texts = _reduced(found)
            for column, text in enumerate((texts[0], *texts[2:]), start=6):
                self.reduction.fill(self._models.index(found["model"]), column, text)
        if "share" not in message:
            return ""
        self._progress.setValue(round(1000 * message["share"]))
        return str(message["doing"])


def _percents(found: dict[str, Any], i: int, *, spread: bool) -> list[str]:
    return [
        f"{100 * found[way][i]:.1f}" + (f" ± {100 * found[f'{way}_std'][i]:.1f}" if spread else "")
        for way in WAYS
    ]


def _reduced(found: dict[str, Any]) -> list[str]:
    return [
        f"{found['mse']:.4f}",
        f"{found['pca_mse']:.4f}",
        f"{100 * found['neighbours']:.1f}",
        f"{100 * found['pca_neighbours']:.1f}",
    ]
