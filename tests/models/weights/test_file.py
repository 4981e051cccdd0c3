import os

import pytest
from safetensors.numpy import save

from assets.errors import WeightsError
from assets.shipped import weights_file
from models.weights.file import KEY, kind_there, read_weights, records_there


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    path = tmp_path / "forecaster.safetensors"
    os.mkfifo(path)
    with pytest.raises(WeightsError) as refused:
        read_weights(path, "forecaster", "np")
    assert str(refused.value) == (
        f"{path} is not a readable safetensors file (it is a pipe, not an ordinary file)."
    )


def test_a_card_says_what_its_fit_learnt_from_and_held_out(tmp_path):
    learnt, held_out = records_there(weights_file("forecaster"))
    assert "101" in learnt
    assert held_out[0] == "106"
    for content in (b"no weights", save({}, {KEY: '{"card": {"records": "101"}}'}), save({}, {KEY: "[]"})):
        (tmp_path / "x.safetensors").write_bytes(content)
        assert records_there(tmp_path / "x.safetensors") == ((), ())
        assert kind_there(tmp_path / "x.safetensors") is None
