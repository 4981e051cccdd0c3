"""The task of memory: marks, noise, and how far back an answer feels them."""

import numpy as np
import pytest
import torch

from assets.errors import AssetError
from models.explain import recall
from models.explain.recall import HIDDEN, KINDS, LAGS, WAYS, Recaller, gradient, left, load_recall, sequences


@pytest.fixture
def generator():
    return torch.Generator().manual_seed(4)


def network(kind, *, open_gates=True):
    torch.manual_seed(2)
    return Recaller(kind, open_gates=open_gates)


def test_the_mark_is_flagged_and_the_noise_tells_nothing_of_it(generator):
    x, up = sequences(2000, 7, generator)
    assert x.shape == (2000, 8, 2)
    assert torch.equal(x[:, 0, 0], 2 * up - 1)
    assert torch.equal(x[..., 1], torch.eye(8)[0].expand(2000, 8))
    after = x[:, 1:, 0].mean(1)
    assert abs(float(np.corrcoef(after.numpy(), up.numpy())[0, 1])) < 0.08


@pytest.mark.parametrize("kind", KINDS)
def test_the_gradient_is_what_a_small_change_does(kind, generator):
    x, _ = sequences(1, 12, generator)
    net, x = network(kind).double(), x.double()
    norm = gradient(net, x)
    for back in (0, 5, 12):
        moved = [x.clone() for _ in range(2)]
        for channel, other in enumerate(moved):
            other[0, -1 - back, channel] += 1e-6
        with torch.no_grad():
            changes = [float((net(other) - net(x))[0, -1]) / 1e-6 for other in moved]
        assert norm[back] == pytest.approx(np.hypot(*changes), rel=1e-3)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_left_of_the_mark_is_how_far_the_units_are_apart(kind, generator):
    x, _ = sequences(3, 9, generator)
    net = network(kind)
    distance = left(net, x)
    assert distance.shape == (10,)
    assert distance[0] > 0
    # One that sees nothing keeps nothing.
    with torch.no_grad():
        net.layer.weight_ih_l0.zero_()
    assert not left(net, x).any()


def test_before_it_learns_only_an_lstm_with_open_gates_feels_what_was_long_ago(generator):
    x, _ = sequences(8, 100, generator)
    felt = {}
    for name, net in {
        "plain": network("rnn"), "half": network("lstm", open_gates=False), "open": network("lstm"),
    }.items():  # fmt: skip
        norm = gradient(net, x)
        felt[name] = norm[100] / norm.max()
    assert felt["open"] > 1e-3
    assert felt["plain"] < 1e-6
    assert felt["half"] < 1e-6


def test_open_gates_begin_as_for_memories_of_up_to_the_longest_lag():
    bias = network("lstm").layer.bias_ih_l0.detach()
    write, forget = bias[:HIDDEN], bias[HIDDEN : 2 * HIDDEN]
    assert torch.equal(write, -forget)
    assert 0 <= float(forget.min())
    assert float(forget.max()) <= np.log(LAGS[-1])


def test_what_ships_says_that_the_lstm_remembers_and_the_plain_network_only_where_it_is_helped():
    found = load_recall()
    assert tuple(found["lags"]) == LAGS
    runs = {(way, kind): np.array(found[way][kind]) for way in WAYS for kind in KINDS}
    assert all(run.shape == (found["seeds"], len(LAGS)) for run in runs.values())
    far = LAGS.index(50)
    assert runs["end", "lstm"].min() > 0.95
    assert runs["end", "rnn"][:, 0].min() > 0.95
    assert runs["end", "rnn"][:, far:].max() < 0.65
    assert runs["half", "lstm"][:, far:].max() < 0.65
    assert runs["along", "rnn"].min() > 0.95


@pytest.mark.parametrize(
    ("text", "why"), [(None, "There is no file"), ("{", "not readable"), ("{}", "not all")]
)
def test_figures_that_are_missing_or_damaged_are_a_sentence(tmp_path, monkeypatch, text, why):
    monkeypatch.setattr(recall, "digits_folder", lambda: tmp_path)
    if text is not None:
        (tmp_path / "memory.json").write_text(text)
    with pytest.raises(AssetError, match=why):
        load_recall.__wrapped__()
