import numpy as np

from assets.databases.mnist import DigitSet, Mnist
from models.digits.alarm import read_unseen
from training.digits.figures import unseen


def test_the_study_writes_what_the_lab_reads_and_fits_each_digit_anew(monkeypatch, tmp_path):
    rng = np.random.default_rng(0)
    images = (rng.random((60, 28, 28)) * 255).astype(np.uint8)
    some = DigitSet(images, np.arange(60, dtype=np.uint8) % 10)
    monkeypatch.setattr(unseen, "RUNS", 1)
    told = []
    done = unseen.study(Mnist(some, some), tmp_path, seed=1, fresh=False, say=told.append)
    assert told == [f"run 1 of 1: without {digit}" for digit in range(10)]
    found = read_unseen(tmp_path / unseen.FILE)
    assert len(found) == 10
    for one in found.values():
        assert (one.known, one.unseen) == (54, 6)
        assert {len(one.scores[kind].runs) for kind in unseen.SCORES} == {1}
    assert done.json["unseen"][1]["scores"]["error"]["auroc"] == found["1"].scores["error"].auroc
    assert [line[:4] for line in done.markdown.splitlines()[-10:]] == [f"| {digit} " for digit in range(10)]
