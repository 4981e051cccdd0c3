"""What codes are good for: few labels, clusters, fewer numbers; as measured, and measured anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import asdict
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from assets.phrase import phrase
from models.contract.messages.commands import MeasureUses
from models.contract.messages.lab import ClusteringRow, FewLabels, ReductionRow, Share
from models.contract.messages.message import Message
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import labelled
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.plots.few_labels import FewLabelsChart
from monitor.ui.lab.widgets.plots.figure_table import EMPTY, FigureTable
from monitor.ui.lab.widgets.plots.spread_bar import SpreadBar
from monitor.ui.lab.work.work_pane import WorkPane

WAYS = ("scratch", "pretrained", "augmented")

PIXELS = phrase("the 784 pixels")

ARI, MSE, NEIGHBOURS = 1, 4, 8
"""First columns of the three figures: a bar, the figure, the same measured here, and of two of them PCA's."""


class UsesPane(WorkPane):
    """Three tables."""

    work = phrase("The measurement")

    @property
    def words(self) -> str:
        """What codes are good for, with what was measured of drawn digits."""
        from models.digits.figures import load_figures

        figures = load_figures()
        return tr(
            "A code can do more than redraw: with few labels it wins a classifier some "
            "points, and two numbers of it keep like beside like far better than two of PCA, "
            "which is as good with 32. {drawn_digits} Your computer measures the tables "
            "anew, on another draw of digits, in a minute or two."
        ).format(drawn_digits=drawn_digits(figures["few_labels"]))

    formula = pieces_of(
        r"$\mathrm{ARI} = (R - E) / (M - E)$",
        phrase(
            "{pairs}: pairs alike in both, {chance}: by chance, {most}: at most",
            pairs="$R$", chance="$E$", most="$M$",
        ),
        phrase("0 by chance, 1 for perfect clusters (Hubert & Arabie 1985)"),
        phrase("neighbours: the five nearest training digits in the code vote"),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue
        from models.digits.figures import load_figures

        figures = load_figures()
        self._titles = {entry.name: tr(entry.title) for entry in catalogue.FAMILY} | {"pixels": tr(PIXELS)}
        self._seed = 0
        self.start_button.setText(tr("Measure here"))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        found = figures["few_labels"]
        here = tr("here")
        self.few = FigureTable(
            (tr("labels"), tr("from scratch"), here, tr("pretrained"), here, tr("with drawn digits"), here),
            [[str(n), *_pairs(_percents(found, i))] for i, n in enumerate(found["labels"])],
        )
        self.few_rows = len(found["labels"])
        self.models = self._models_table(figures["clustering"], figures["reduction"])
        made = figures["draws"]
        content = QHBoxLayout()
        content.setSpacing(14)
        note = small(tr("mean ± spread of {runs} draws; here: one draw").format(runs=found["runs"]))
        self.chart = FewLabelsChart(theme, found)
        content.addWidget(panel(tr("Few labels: accuracy, %"), self.chart, self.few, note=note), 6)
        reading = small(
            tr(
                "In the table below a bar's whisker is the spread, and the red tick is where "
                "PCA comes to with as many numbers. {style_alone}"
            ).format(style_alone=style_alone(figures["reduction"]))
        )
        reading.setWordWrap(True)
        content.addWidget(
            panel(
                tr("On your computer"),
                row(self.start_button, self.stop_button, 1),
                self._progress,
                self.where,
                None,
                reading,
            ),
            4,
        )
        note = small(
            tr("mean ± spread of {n} draws of {asked} digits; here: one draw more").format(
                n=made["n"], asked=made["asked"]
            )
        )
        self.body.addLayout(content)
        clusters = panel(tr("Clusters without labels, and fewer numbers"), self.models, note=note)
        self.body.addWidget(self.folded(clusters, tr("Clusters")))
        self.body.addStretch(1)
        self.changed()

    def _models_table(
        self, clusters: Sequence[Mapping[str, Any]], reduced: Sequence[Mapping[str, Any]]
    ) -> FigureTable:
        """One row a model: the ARI of ten clusters, the error, and how often neighbours agree."""
        by_model = {found["model"]: found for found in reduced}
        self.spaces = [found["space"] for found in clusters]
        rows = []
        for found in clusters:
            name = found["space"]
            left = [self._titles.get(name, name), "", _ari(found), EMPTY]
            rows.append([*left, *(_reduced(by_model[name]) if name in by_model else [""] * 8)])
        best = max(range(len(clusters)), key=lambda i: clusters[i]["ari"])
        groups = (
            (tr("ten clusters: ARI"), ARI, 3),
            (tr("MSE: less is better"), MSE, 4),
            (tr("five neighbours agree, %"), NEIGHBOURS, 4),
        )
        model, here = tr("model's"), tr("here")
        head = (tr("in the space of"), "", model, here, *(["", model, here, tr("PCA's")] * 2))
        table = FigureTable(head, rows, groups, {0: best, ARI + 1: best})
        most = max(max(found["mse"], found["pca_mse"]) for found in reduced)
        for i, found in enumerate(clusters):
            self._bar(table, i, ARI, found["ari"], found["ari_std"])
            if row := by_model.get(found["space"]):
                shares = [row[name] / most for name in ("mse", "mse_std", "pca_mse")]
                self._bar(table, i, MSE, *shares)
                votes = [row[name] for name in ("neighbours", "neighbours_std", "pca_neighbours")]
                self._bar(table, i, NEIGHBOURS, *votes)
        for column in (ARI, MSE, NEIGHBOURS):
            table.setColumnStretch(column, 4)
        return table

    def _bar(
        self, table: FigureTable, line: int, column: int, value: float, spread: float,
        rival: float | None = None,
    ) -> None:  # fmt: skip
        words = labelled(table.text(line, 0), table.text(line, column + 1))
        table.picture(line, column, SpreadBar(self.theme, words, value, spread, rival))

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
            for column in (ARI + 2,) if name == "pixels" else (ARI + 2, MSE + 2, NEIGHBOURS + 2):
                self.models.fill(line, column, EMPTY)
        self._progress.setValue(0)

    def told(self, message: Message) -> str:
        """Fill in what has been measured."""
        if isinstance(message, FewLabels):
            for i in range(len(message.labels)):
                for column, text in zip((2, 4, 6), _percents(asdict(message), i), strict=True):
                    self.few.fill(i, column, text.partition(" ")[0])
        elif isinstance(message, ClusteringRow):
            self.models.fill(self.spaces.index(message.space), ARI + 2, _short(message.ari, 3))
        elif isinstance(message, ReductionRow):
            line = self.spaces.index(message.model)
            self.models.fill(line, MSE + 2, _short(message.mse, 4))
            self.models.fill(line, NEIGHBOURS + 2, in_figures(100 * message.neighbours, ".1f"))
        if not isinstance(message, Share):
            return ""
        self._progress.setValue(round(1000 * message.share))
        return message.doing


def drawn_digits(found: Mapping[str, Any]) -> str:
    """Say whether digits that a conditional VAE drew help, where the course says they do; our own markup."""
    gains = [drawn - own for drawn, own in zip(found["augmented"], found["scratch"], strict=True)]
    spread = [max(a, b) for a, b in zip(found["augmented_std"], found["scratch_std"], strict=True)]
    helped = [n for n, gain, std in zip(found["labels"], gains, spread, strict=True) if gain > std]
    i = max(range(len(gains)), key=lambda k: found["labels"][k] == 100)
    n, gain, std = found["labels"][i], 100 * gains[i], 100 * spread[i]
    signed = in_figures(gain, "+.1f").replace("-", "−")
    facts = {"n": n, "points": signed, "spread": in_figures(std, ".1f")}
    if helped:
        return tr(
            "The course says that digits drawn by a conditional VAE help a classifier with "
            "few labels. Here they do with {labels}: with {n} labels {points} points, and "
            "the spread is {spread}."
        ).format(labels=helped[0], **facts)
    return tr(
        "The course says that digits drawn by a conditional VAE help a classifier with few "
        "labels. <b>Here they do not:</b> with {n} labels {points} points, and the spread is "
        "{spread}. What draws them has learnt from the same few digits, and knows no more "
        "than they show."
    ).format(**facts)


def style_alone(reduced: Sequence[Mapping[str, Any]]) -> str:
    """Say what a conditional VAE's code is left with, where its neighbours are of no one kind."""
    votes = next(100 * row["neighbours"] for row in reduced if row["model"] == "cvae")
    if votes > 50:
        return tr("The conditional VAE is told the digit, here the one it finds likeliest.")
    return tr(
        "The conditional VAE is told the digit, here the one it finds likeliest, so that its "
        "code is left with the style: its neighbours are of one kind in {votes:.0f} %, and "
        "10 are chance."
    ).format(votes=votes)


def _pairs(shipped: list[str]) -> list[str]:
    """Each figure, and an empty cell for the one that is measured here."""
    return [text for figure in shipped for text in (figure, EMPTY)]


def _percents(found: Mapping[str, Any], i: int) -> list[str]:
    return [
        f"{in_figures(100 * found[way][i], '.1f')} ± {in_figures(100 * found[f'{way}_std'][i], '.1f')}"
        for way in WAYS
    ]


def _short(value: float, decimals: int) -> str:
    """A share without its leading nought, which a narrow window has no room for."""
    return in_figures(value, f".{decimals}f").removeprefix("0")


def _ari(found: Mapping[str, Any]) -> str:
    return f"{_short(found['ari'], 3)} ± {_short(found['ari_std'], 3)}"


def _reduced(found: Mapping[str, Any]) -> list[str]:
    """Eight cells: of either figure a bar's, the mean with its spread, what is measured here, and PCA's."""
    error = f"{_short(found['mse'], 4)} ± {_short(found['mse_std'], 4)}"
    votes = (
        f"{in_figures(100 * found['neighbours'], '.1f')} ± {in_figures(100 * found['neighbours_std'], '.1f')}"
    )
    pca = _short(found["pca_mse"], 4), in_figures(100 * found["pca_neighbours"], ".1f")
    return ["", error, EMPTY, pca[0], "", votes, EMPTY, pca[1]]
