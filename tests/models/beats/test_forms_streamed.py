"""A bundle branch block that comes and goes raises alerts once, and none when it comes again."""

from pathlib import Path

import pytest
import torch

from models.library.watch import Watch, open_source
from models.signal.states import StateKind

BEGINS_S, FIRST_S, BETWEEN_S, AGAIN_S = 120, 60, 45, 20
STEP = """
[[step]]
name = "{kind} from {at}"
patient = "{kind}"
options = {{ rate = 74 }}
lasts_s = {lasts}
"""


def course(block: str) -> tuple[str, int, int]:
    """A scenario: a block for a minute, then four times for 20 s; where the first is over, and the end, s."""
    text, at = 'title = "Block"\nabout = "It comes and goes."\nbed = "Bed 1"\nseed = 5\n', 0
    for lasts in (FIRST_S, *[AGAIN_S] * 4):
        for kind, length in (("sinus", BETWEEN_S if at else BEGINS_S), (block, lasts)):
            text += STEP.format(kind=kind, at=at, lasts=length)
            at += length
    return text, BEGINS_S + FIRST_S, at


@pytest.mark.slow
@pytest.mark.parametrize("block", ["lbbb", "rbbb"])
def test_a_block_that_comes_again_raises_no_alert(block: str, tmp_path: Path) -> None:
    torch.set_num_threads(1)
    text, known_s, end_s = course(block)
    path = tmp_path / "block.toml"
    path.write_text(text, encoding="utf-8")
    with Watch(open_source(f"scenario:{path}"), duration_s=end_s) as watch:
        account = watch.run()
        fs = watch.info.fs
    assert [alert.kind for alert in account.alerts if alert.start > known_s * fs] == []
    told = [state for state in account.states if state.kind is StateKind.NEW_FORM]
    assert all(BEGINS_S * fs <= state.start for state in told)
    assert max(state.end for state in told) > (end_s - AGAIN_S) * fs
