"""What a stream says of itself is read whatever it says."""

import pytest

from assets.sources.lsl.described import MOST_LETTERS, described
from tests.streams import Sender

LONG = "a" * (MOST_LETTERS - 5)


@pytest.mark.parametrize(
    "labels",
    [
        ("ECG", "ECG", "ecg"),
        (f"{LONG}bbbbb", f"{LONG} #3", f"{LONG}bbbbb"),
        (f"{LONG}bbbbb", f"{LONG[:30]} #3", f"{LONG}bbbbb"),
        (f"{LONG}bbbbb", *(f"{LONG[:30]} #{4 + 512 * i}" for i in range(2)), f"{LONG}bbbbb"),
    ],
)
def test_each_channel_has_a_label_of_its_own_even_where_others_are_made_to_have_it(labels):
    sender = Sender(labels=labels)
    channels = described(sender.outlet.get_info()).channels
    found = [channel.label.casefold() for channel in channels]
    assert len(set(found)) == len(found) == len(labels)
    assert all(len(label) <= MOST_LETTERS for label in found)
    sender.close()
