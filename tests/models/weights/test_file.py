import os

import pytest

from assets.errors import WeightsError
from models.weights.file import read_weights


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    path = tmp_path / "forecaster.safetensors"
    os.mkfifo(path)
    with pytest.raises(WeightsError) as refused:
        read_weights(path, "forecaster", "np")
    assert str(refused.value) == (
        f"{path} is not a readable safetensors file (it is a pipe, not an ordinary file)."
    )
