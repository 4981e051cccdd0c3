"""What a pixel's chance of ink depends on: nothing but the pixels before it within reach."""

import pytest
import torch
from torch import nn

from models.digits.lossy.masked import SIDE, MaskedConv, PixelDecoder, window


def linear(reach, layers=6):
    """A decoder that answers to every pixel it sees: positive weights throughout, so that nothing cancels."""
    decoder = PixelDecoder(reach, 2, layers).double()
    for parameter in decoder.parameters():
        nn.init.constant_(parameter, 0.1)
    return decoder.requires_grad_(False)


def jacobian(decoder, x):
    """Each pixel's logit by each pixel; (784, 784)."""
    features = torch.ones(1, decoder.channels, SIDE, SIDE, dtype=x.dtype)
    return torch.autograd.functional.jacobian(
        lambda x: decoder(x.view(1, 1, SIDE, SIDE), features).flatten(), x.flatten(), vectorize=True
    )


@pytest.mark.parametrize("reach", [0, 6])
def test_no_pixel_depends_on_itself_or_on_one_after_it(make, reach):
    decoder = make(reach).pixels.double()
    x = torch.rand(SIDE, SIDE, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    found = jacobian(decoder, x)
    assert torch.equal(found.triu(), torch.zeros_like(found))
    assert bool(found.any()) == (reach > 0)


@pytest.mark.parametrize(("reach", "pixels"), [(0, 0), (1, 4), (2, 11), (3, 21), (6, 69)])
def test_a_pixel_sees_exactly_its_window(reach, pixels):
    row, column = 14, 13
    decoder = linear(reach)
    x = torch.full((1, 1, SIDE, SIDE), 0.7, dtype=torch.float64, requires_grad=True)
    features = torch.ones(1, decoder.channels, SIDE, SIDE, dtype=x.dtype, requires_grad=True)
    seen = torch.autograd.grad(decoder(x, features)[0, 0, row, column], x, materialize_grads=True)[
        0
    ].flatten()
    told = window(reach)
    assert {divmod(int(i), SIDE) for i in seen.nonzero()} == {(row + a, column + b) for a, b in told}
    assert len(told) == len(set(told)) == pixels


def test_the_window_of_one_row_is_three_above_and_one_to_the_left():
    assert window(1) == [(-1, -1), (-1, 0), (-1, 1), (0, -1)]


def test_decoders_of_all_reaches_have_the_same_layers():
    shapes = [
        [tuple(layer.weight.shape[:2]) for layer in PixelDecoder(reach, 5).layers] for reach in (0, 1, 6)
    ]
    assert shapes[0] == shapes[1] == shapes[2]


def test_the_first_layers_mask_leaves_the_pixel_itself_out():
    assert MaskedConv(1, 1, own=False).mask.tolist() == [[1, 1, 1], [1, 0, 0], [0, 0, 0]]
    assert MaskedConv(1, 1, own=True).mask.tolist() == [[1, 1, 1], [1, 1, 0], [0, 0, 0]]
    assert MaskedConv(1, 1, 1, own=True).mask.tolist() == [[1]]


@pytest.mark.parametrize("reach", [-1, 7])
def test_a_reach_beyond_the_layers_is_refused(reach):
    with pytest.raises(ValueError, match=f"reach must be from 0 to 6, the number of layers, not {reach}"):
        PixelDecoder(reach, 4)
