"""What codes are good for: few labels, clusters, fewer numbers; as measured, and measured anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import asdict
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from models.contract.messages import ClusteringRow, FewLabels, MeasureUses, Message, ReductionRow, Share
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.few_labels import FewLabelsChart
from monitor.ui.lab.widgets.figure_table import EMPTY, FigureTable
from monitor.ui.lab.work_pane import WorkPane

WAYS = ("scratch", "pretrained", "augmented")

PIXELS = "the pixels"


class UsesPane(WorkPane):
    """Three tables."""

    work = "The measurement"

    @property
    def words(self) -> str:
        """What codes are good for, with what was measured of drawn digits."""
        from models.digits.figures import load_figures

        return (
            "A code can do more than redraw: with few labels it wins a classifier some points, and two "
            "numbers of it keep like beside like far better than two of PCA, which is as good with 32. "
            f"{drawn_digits(load_figures()['few_labels'])} Your computer measures the tables "
            "anew, on fewer digits, in a minute or two."
        )

    formula = r"""
        $\mathrm{ARI} = \frac{\mathrm{index} - \mathrm{expected}}{\mathrm{maximum} - \mathrm{expected}}$
        0 by chance, 1 for perfect clusters (Hubert & Arabie 1985)
        neighbours: the five nearest training digits in the code vote
    """

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
        found = figures["few_labels"]
        self.few = FigureTable(
            ("labels", "from scratch", "here", "pretrained", "here", "with drawn digits", "here"),
            [[str(n), *_pairs(_percents(found, i))] for i, n in enumerate(found["labels"])],
        )
        self.few_rows = len(found["labels"])
        self.models = self._models_table(figures["clustering"], figures["reduction"])
        content = QHBoxLayout()
        content.setSpacing(14)
        note = small(f"mean ± spread of {found['runs']} draws; here: one draw")
        self.chart = FewLabelsChart(theme, found)
        content.addWidget(panel("Few labels: accuracy, %", self.chart, self.few, note=note), 6)
        content.addWidget(
            panel(
                "On your computer",
                row(self.start_button, self.stop_button, 1),
                self._progress,
                self.where,
                None,
            ),
            4,
        )
        note = small("columns “here”: measured by this computer")
        self.body.addLayout(content)
        self.body.addWidget(panel("Clusters without labels, and fewer numbers", self.models, note=note))
        self.body.addStretch(1)
        self.changed()

    def _models_table(self, clusters: list[dict[str, Any]], reduced: list[dict[str, Any]]) -> FigureTable:
        """One row a model: the ARI of ten clusters, the error, and how often neighbours agree."""
        by_model = {found["model"]: found for found in reduced}
        self.spaces = [found["space"] for found in clusters]
        rows = []
        for found in clusters:
            name = found["space"]
            left = [self._titles.get(name, name), str(found["size"]), f"{found['ari']:.3f}", EMPTY]
            rows.append([*left, *(_pairs(_reduced(by_model[name])) if name in by_model else [""] * 8)])
        best = max(range(len(clusters)), key=lambda i: clusters[i]["ari"])
        groups = (("ten clusters: ARI", 2, 2), ("MSE", 4, 4), ("five neighbours agree, %", 8, 4))
        head = ("in the space of", "numbers", "model's", "here", *(["model's", "here", "PCA's", "here"] * 2))
        return FigureTable(head, rows, groups, {0: best, 2: best})

    # Measuring ------------------------------------------------------------------------------------

    def request(self, mnist: Path) -> MeasureUses:
        """Ask for all three tables; each time other labelled digits are drawn."""
        self._seed += 1
        return MeasureUses(str(mnist), seed=100 + self._seed)

    def began(self) -> None:
        """Empty what was measured here before."""
        for line in range(self.few_rows):
            for column in (2, 4, 6):
                self.few.fill(line, column, EMPTY)
        for line, name in enumerate(self.spaces):
            for column in (3,) if name == "pixels" else (3, 5, 7, 9, 11):
                self.models.fill(line, column, EMPTY)
        self._progress.setValue(0)

    def told(self, message: Message) -> str:
        """Fill in what has been measured."""
        if isinstance(message, FewLabels):
            for i in range(len(message.labels)):
                for column, text in zip((2, 4, 6), _percents(asdict(message), i), strict=True):
                    self.few.fill(i, column, text.partition(" ")[0])
        elif isinstance(message, ClusteringRow):
            self.models.fill(self.spaces.index(message.space), 3, f"{message.ari:.3f}")
        elif isinstance(message, ReductionRow):
            for column, text in zip((5, 7, 9, 11), _reduced(asdict(message)), strict=True):
                self.models.fill(self.spaces.index(message.model), column, text)
        if not isinstance(message, Share):
            return ""
        self._progress.setValue(round(1000 * message.share))
        return message.doing


def drawn_digits(found: dict[str, Any]) -> str:
    """Say whether digits that a conditional VAE drew help, where the course says they do; our own markup."""
    gains = [drawn - own for drawn, own in zip(found["augmented"], found["scratch"], strict=True)]
    spread = [max(a, b) for a, b in zip(found["augmented_std"], found["scratch_std"], strict=True)]
    helped = [n for n, gain, std in zip(found["labels"], gains, spread, strict=True) if gain > std]
    i = max(range(len(gains)), key=lambda k: found["labels"][k] == 100)
    n, gain, std = found["labels"][i], 100 * gains[i], 100 * spread[i]
    signed = f"{gain:+.1f}".replace("-", "−")
    measured = f"with {n} labels {signed} points, and the spread is {std:.1f}"
    course = "The course says that digits drawn by a conditional VAE help a classifier with few labels."
    if helped:
        return f"{course} Here they do with {helped[0]}: {measured}."
    return (
        f"{course} <b>Here they do not:</b> {measured}. What draws them has learnt from the same few digits, "
        "and knows no more than they show."
    )


def _pairs(shipped: list[str]) -> list[str]:
    """Each figure, and an empty cell for the one that is measured here."""
    return [text for figure in shipped for text in (figure, EMPTY)]


def _percents(found: dict[str, Any], i: int) -> list[str]:
    return [f"{100 * found[way][i]:.1f} ± {100 * found[f'{way}_std'][i]:.1f}" for way in WAYS]


def _reduced(found: dict[str, Any]) -> list[str]:
    return [
        f"{found['mse']:.4f}",
        f"{found['pca_mse']:.4f}",
        f"{100 * found['neighbours']:.1f}",
        f"{100 * found['pca_neighbours']:.1f}",
    ]
