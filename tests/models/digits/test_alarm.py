import msgspec
import numpy as np
import pytest

from assets.errors import AssetError
from models.digits.alarm import FALSE_SHARE, Counts, as_json, count, load_unseen, read_unseen
from models.digits.anomaly import auroc


def test_figures_at_a_threshold_are_those_of_the_scores_themselves():
    rng = np.random.default_rng(0)
    known, unseen = rng.lognormal(0, 0.5, 4000), rng.lognormal(1, 0.4, 500)
    counts = count(known, unseen, auroc(known, unseen))
    for edge in (10, 45, counts.usual):
        line = counts.edges[edge]
        assert counts.sensitivity[edge] == pytest.approx(np.mean(unseen >= line), abs=2e-3)
        assert counts.false_share[edge] == pytest.approx(np.mean(known >= line), abs=2e-3)
    assert counts.sensitivity[0] == counts.false_share[0] == 1, "all is over the lowest line"
    assert counts.sensitivity[-1] == counts.false_share[-1] == 0
    assert counts.false_share[counts.usual] <= FALSE_SHARE < counts.false_share[counts.usual - 1]


def test_a_score_has_its_place_among_the_bins():
    counts = Counts(0.1, 10.0, (1, 1, 1, 1), (1, 1, 1, 1), 0.5)
    assert [counts.place(score) for score in (0.0, 0.1, 1.0, 10.0, 99.0)] == pytest.approx([0, 0, 2, 4, 4])


def test_what_ships_was_counted_of_all_test_digits_and_agrees_with_its_area():
    shipped = load_unseen()
    assert list(shipped) == [str(digit) for digit in range(10)]
    for one in shipped.values():
        assert one.known + one.unseen == 10_000
        assert set(one.scores) == {"error", "per_ink", "against"}
        for counts in one.scores.values():
            assert (sum(counts.known), sum(counts.unseen)) == (one.known, one.unseen)
            area = -np.trapezoid(counts.sensitivity, counts.false_share)
            assert area == pytest.approx(counts.auroc, abs=0.01)
    assert shipped["1"].scores["error"].auroc < 0.5 < 0.9 < shipped["1"].scores["against"].auroc
    spread = {len(counts.runs) for one in shipped.values() for counts in one.scores.values()}
    assert spread == {4}, "and how much that turns on the training's chance, of every digit"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: rows[0]["scores"]["error"].update(known=[1, 2]),
        lambda rows: rows[0]["scores"]["error"].update(low=0.0),
        lambda rows: rows[0]["scores"]["error"].update(unseen=[0] * 90),
        lambda rows: rows[0]["scores"].update(luck=rows[0]["scores"]["error"]),
        lambda rows: rows[0].pop("facts"),
        lambda rows: rows.clear(),
    ],
)
def test_a_damaged_file_is_refused_by_name(tmp_path, spoil):
    rows = as_json(list(load_unseen().values()))
    spoil(rows)
    path = tmp_path / "unseen.json"
    path.write_bytes(msgspec.json.encode(rows))
    with pytest.raises(AssetError, match=r"unseen\.json"):
        read_unseen(path)
    with pytest.raises(AssetError, match="no file"):
        read_unseen(tmp_path / "nothing")
