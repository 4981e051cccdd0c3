import gzip
import struct
import tracemalloc

import numpy as np
import pytest

from assets.databases.fetch import fetch_mnist
from assets.databases.mnist import MAX_ITEMS, DigitSet, load_mnist, read_images, read_labels
from assets.errors import AssetError


def idx(magic, sizes, content):
    return struct.pack(f">{1 + len(sizes)}I", magic, *sizes) + content


def write(path, raw):
    path.write_bytes(gzip.compress(raw))
    return path


@pytest.fixture
def images(tmp_path):
    pixels = np.arange(3 * 784, dtype=np.uint32).astype(np.uint8)
    return write(tmp_path / "i.gz", idx(0x803, (3, 28, 28), pixels.tobytes()))


def test_images_and_labels_are_read_as_written(images, tmp_path):
    read = read_images(images)
    assert read.shape == (3, 28, 28)
    assert read.dtype == np.uint8
    assert read.ravel()[:300].tolist() == [*range(256), *range(44)]
    assert read_labels(write(tmp_path / "l.gz", idx(0x801, (3,), b"\x00\x09\x05"))).tolist() == [0, 9, 5]


def test_pixels_go_from_0_to_1():
    digits = DigitSet(np.full((2, 28, 28), 255, np.uint8), np.zeros(2, np.uint8))
    assert digits.pixels().shape == (2, 784)
    assert digits.pixels().dtype == np.float32
    assert digits.pixels().max() == 1.0
    assert digits.pixels(np.array([1])).shape == (1, 784)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "ends within its header"),
        (b"\x00\x00\x08\x03\x00", "ends within its header"),
        (idx(0x801, (1, 28, 28), bytes(784)), "not an IDX file of images"),
        (idx(0x803, (1, 32, 28), bytes(896)), "not an IDX file of images"),
        (idx(0x803, (1, 28, 28), bytes(783)), "ends early: 783 of 784"),
        (idx(0x803, (1, 28, 28), bytes(785)), "goes on after its last item"),
        (idx(0x803, (0, 28, 28), b""), "claims to hold 0 items"),
        (idx(0x803, (MAX_ITEMS + 1, 28, 28), b""), "claims to hold"),
        (idx(0x803, (2**32 - 1, 28, 28), b""), "claims to hold 4294967295 items"),
        (idx(0x803, (2, 2**31, 2**31), b""), "not an IDX file of images"),
    ],
)
def test_a_broken_file_is_refused_in_a_sentence(tmp_path, raw, why):
    path = write(tmp_path / "bad.gz", raw)
    with pytest.raises(AssetError, match=why) as refusal:
        read_images(path)
    assert "\n" not in str(refusal.value)
    assert str(path) in str(refusal.value)


def test_an_absurd_count_is_not_allocated(tmp_path):
    path = write(tmp_path / "bad.gz", idx(0x803, (MAX_ITEMS, 28, 28), bytes(1000)))
    tracemalloc.start()
    with pytest.raises(AssetError, match="ends early"):
        read_images(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize("cut", [3, 12, 40])
def test_a_truncated_gzip_is_refused(images, cut):
    images.write_bytes(images.read_bytes()[:cut])
    with pytest.raises(AssetError, match=r"not a readable gzip file|ends within its header|ends early"):
        read_images(images)


def test_what_is_no_gzip_is_refused(tmp_path):
    path = tmp_path / "plain.gz"
    path.write_bytes(idx(0x803, (1, 28, 28), bytes(784)))
    with pytest.raises(AssetError, match="not a readable gzip file"):
        read_images(path)
    with pytest.raises(AssetError, match="There is no file"):
        read_images(tmp_path / "none.gz")
    with pytest.raises(AssetError, match="not a readable gzip file"):
        read_images(tmp_path)


def test_a_damaged_stream_is_refused(images):
    raw = bytearray(images.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    images.write_bytes(raw)
    with pytest.raises(AssetError):
        read_images(images)


def test_labels_must_be_digits(tmp_path):
    with pytest.raises(AssetError, match="not digits"):
        read_labels(write(tmp_path / "l.gz", idx(0x801, (2,), b"\x00\x0a")))


def test_images_and_labels_must_match(tmp_path):
    for part in ("train", "t10k"):
        write(tmp_path / f"{part}-images-idx3-ubyte.gz", idx(0x803, (2, 28, 28), bytes(1568)))
        write(tmp_path / f"{part}-labels-idx1-ubyte.gz", idx(0x801, (1,), b"\x00"))
    with pytest.raises(AssetError, match="2 images of train, but 1 labels"):
        load_mnist(tmp_path)


def test_the_published_files_are_read(data_dir):
    mnist = load_mnist(fetch_mnist(data_dir=data_dir))
    assert (len(mnist.train), len(mnist.test)) == (60_000, 10_000)
    assert mnist.train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert np.bincount(mnist.test.labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert mnist.train.images.mean() == pytest.approx(33.318, abs=0.001)
