import pytest

from models.contract.messages.lab import ClusteringRow, ReductionRow
from models.digits.figures import load_figures
from monitor.ui.lab.panes.use.uses import ARI, MSE, NEIGHBOURS, PIXELS, drawn_digits, style_alone
from monitor.ui.lab.widgets.plots.figure_table import EMPTY
from monitor.ui.lab.widgets.plots.spread_bar import SpreadBar


def test_drawn_digits_are_said_not_to_help_where_they_do_not():
    found = load_figures()["few_labels"]
    i = found["labels"].index(100)
    gain = 100 * (found["augmented"][i] - found["scratch"][i])
    assert f"<b>Here they do not:</b> with 100 labels −{-gain:.1f} points" in drawn_digits(found)
    better = {**found, "augmented": [x + 0.2 for x in found["scratch"]]}
    assert "Here they do with 50: with 100 labels +20.0 points" in drawn_digits(better)


def test_the_conditional_vae_s_code_is_said_to_be_left_with_the_style_where_it_is():
    reduced = load_figures()["reduction"]
    votes = next(row["neighbours"] for row in reduced if row["model"] == "cvae")
    assert f"left with the style: its neighbours are of one kind in {100 * votes:.0f} %" in style_alone(
        reduced
    )
    assert "style" not in style_alone([{"model": "cvae", "neighbours": 0.9}])


def test_every_figure_has_its_spread_and_a_bar_as_long(open_pane):
    shown, figures = open_pane("uses"), load_figures()
    bars = {bar.accessibleName(): bar for bar in shown.findChildren(SpreadBar)}
    clusters = figures["clustering"]
    assert len(bars) == len(clusters) + 2 * len(figures["reduction"])
    assert "cvae" in shown.spaces
    for row, found in enumerate(clusters):
        mean, _, spread = shown.models.text(row, ARI + 1).partition(" ± ")
        assert (float(mean), float(spread)) == pytest.approx((found["ari"], found["ari_std"]), abs=6e-4)
        bar = bars[f"{shown.models.text(row, 0)}: {shown.models.text(row, ARI + 1)}"]
        assert (bar.value, bar.spread) == (found["ari"], found["ari_std"])
    assert shown.models.text(0, 0) == PIXELS
    pca = next(row for row in figures["reduction"] if row["model"] == "conv-ae")
    row = shown.spaces.index("conv-ae")
    bar = bars[f"{shown.models.text(row, 0)}: {shown.models.text(row, NEIGHBOURS + 1)}"]
    assert bar.rival == pca["pca_neighbours"]


def test_what_is_measured_here_stands_beside_what_ships(open_pane):
    shown = open_pane("uses")
    row = shown.spaces.index("cvae")
    shown.told(ClusteringRow("cvae", 2, 0.0166))
    shown.told(ReductionRow("cvae", 2, 0.03254, 0.1485, 0.05557, 0.416))
    columns = (ARI + 2, MSE + 2, NEIGHBOURS + 2)
    assert [shown.models.text(row, column) for column in columns] == [".017", ".0325", "14.8"]
    near(shown, row, ARI, 0.2)
    shown.began()
    assert {shown.models.text(row, column) for column in columns} == {EMPTY}
    assert shown.models.text(0, MSE + 2) == "", "pixels are not reduced"


@pytest.mark.slow
def test_the_tables_are_measured_here_beside_the_shipped_figures(qtbot, lab, open_pane, data_dir):
    lab.state.data_dir = data_dir
    shown = open_pane("uses")
    shown.start_button.click()
    qtbot.waitUntil(lambda: shown.where.text() == "measured", timeout=230_000)
    for row in range(4):
        shipped = float(shown.few.text(row, 3).split()[0])
        assert float(shown.few.text(row, 4)) == pytest.approx(shipped, abs=6)
    for row, space in enumerate(shown.spaces):
        near(shown, row, ARI, 0.2)
        if space != "pixels":
            near(shown, row, MSE, 0.004)
            near(shown, row, NEIGHBOURS, 8)


def near(shown, row, first, within):
    """What is measured here of another draw, beside what ships."""
    shipped = float(shown.models.text(row, first + 1).split(" ± ")[0])
    assert float(shown.models.text(row, first + 2)) == pytest.approx(shipped, abs=within)
