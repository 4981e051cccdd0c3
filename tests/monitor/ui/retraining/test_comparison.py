"""Old and new weights side by side, on one scale."""

import numpy as np
import pytest

from monitor.ui.kit.theme import DARK
from monitor.ui.retraining.comparison import HIGH, NAMES, Compared, ComparisonView, read_compared
from tests.monitor.conftest import make_record


def test_a_comparison_that_is_not_one_is_refused(tmp_path):
    figures, scores = tmp_path / "f.json", tmp_path / "s.npz"
    for text, data in (("{}", b""), ("", b"PK"), ('{"old": {}, "new": {}}', b"nonsense")):
        figures.write_text(text)
        scores.write_bytes(data)
        with pytest.raises(ValueError, match="could not be read"):
            read_compared(figures, scores)
    np.savez(scores, old_index=np.array([object()], dtype=object))
    with pytest.raises(ValueError, match="could not be read"):
        read_compared(figures, scores)


def test_a_comparison_shows_both_models_on_one_scale(qtbot):
    record = make_record(60)
    index = np.arange(0, record.n_samples, 3)
    arrays = {}
    for name, score, level in (("old", 0.5, 0.0), ("new", 40.0, 300.0)):
        arrays |= {
            f"{name}_index": index,
            f"{name}_score": np.full(len(index), score, np.float32),
            f"{name}_expected": np.full(len(index), level, np.float32),
        }
    one = dict(auc=0.9, average_precision=None, found=1, ventricular=2, alarms_per_minute=0.5)
    view = ComparisonView(DARK)
    qtbot.addWidget(view)
    view.show_compared(record, Compared({"old": one, "new": one}, arrays), "autoencoder")
    scales = {name: view._signals[name].viewRange()[1] for name in NAMES}
    assert scales["old"] == scales["new"]
    assert scales["new"][1] < 4, "a wild expectation does not flatten the signal"
    shown = view._scores["new"].listDataItems()[0].yData
    assert np.all(shown < HIGH), "what goes beyond is drawn along the edge"
    assert np.all(shown > 2.4)


@pytest.mark.parametrize("annotated", [True, False])
def test_without_annotations_no_alarm_is_called_false(qtbot, annotated):
    record = make_record(60, annotations=annotated)
    index = np.arange(0, record.n_samples, 3)
    arrays = {}
    for name in NAMES:
        zeros = np.zeros(len(index), np.float32)
        arrays |= {f"{name}_index": index, f"{name}_score": zeros, f"{name}_expected": zeros}
    one = dict(auc=None, average_precision=None, found=0, ventricular=0, alarms_per_minute=24.5)
    view = ComparisonView(DARK)
    qtbot.addWidget(view)
    view.show_compared(record, Compared({"old": one, "new": one}, arrays))
    told = view.figures.text()
    assert ("false alarms a minute" in told) == ("0 of 0" in told) == annotated
    assert "24.50" in told
