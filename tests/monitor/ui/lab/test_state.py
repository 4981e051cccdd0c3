from monitor.ui.lab.state import LabState


def test_a_broken_idx_file_is_a_sentence(qtbot, tmp_path, monkeypatch):
    from monitor.ui.lab import state as lab_state

    for name in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"):
        (tmp_path / f"{name}-ubyte.gz").write_bytes(b"no gzip at all")
    monkeypatch.setattr(lab_state, "fetch_mnist", lambda **_: tmp_path)
    state = LabState(None)
    state.fetch_mnist()
    qtbot.waitUntil(lambda: bool(state.mnist_problem))
    assert "idx3-ubyte.gz" in state.mnist_problem
    assert state.mnist is None
