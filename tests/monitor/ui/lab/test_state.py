from models.digits import catalogue
from models.digits.space.codes import load_codes
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


def test_shipped_models_and_own_nets_are_asked_for_alike(lab, own_net):
    state = lab.state
    assert state.model("vae") is catalogue.load("vae")
    assert state.entry("ae").title == "plain 32"
    assert state.codes("ae-2") is load_codes("ae-2")
    assert state.entry(own_net) is state.model(own_net).entry
    assert len(state.codes(own_net)) == 100
    assert state.new_own_name() != own_net
    folder = state.own_folder
    state.stop()
    assert not folder.exists()
