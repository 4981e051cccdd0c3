"""A network is the same whoever reads it first: it is kept, and others use it in their own way."""

import pytest
import torch

from models.digits.catalogue import ENTRIES
from models.digits.store import digit_kind
from models.kinds import LAB, MONITOR, digit_entries, kind

KINDS = {name: kind(name) for name in (*MONITOR, *LAB) if kind(name).framework == "pt"} | {
    name: digit_kind(entry) for name, entry in digit_entries().items()
}


@pytest.mark.parametrize("name", KINDS)
def test_what_is_first_read_in_inference_mode_is_no_part_of_it(name):
    with torch.inference_mode():
        network = KINDS[name].load(KINDS[name].shipped_file).network
    tensors = [*network.parameters(), *network.buffers()]
    assert tensors
    assert not any(tensor.is_inference() for tensor in tensors)


def test_what_is_first_read_in_inference_mode_can_be_differentiated():
    entry = ENTRIES["vae"]
    with torch.inference_mode():
        network = digit_kind(entry).load(entry.path).network
    code = torch.zeros(1, 2, requires_grad=True)
    (slope,) = torch.autograd.grad(network.logits(code).sum(), code)
    assert slope.abs().sum() > 0


def test_whoever_reads_stays_in_the_mode_that_he_was_in():
    entry = ENTRIES["vae"]
    with torch.inference_mode():
        digit_kind(entry).load(entry.path)
        assert torch.is_inference_mode_enabled()
    digit_kind(entry).load(entry.path)
    assert not torch.is_inference_mode_enabled()
