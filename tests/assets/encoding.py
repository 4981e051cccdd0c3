"""Signal files, written independently of any reader."""

import numpy as np


def encode(fmt, digital):
    """Write samples in a storage format of signal(5), independently of any reader."""
    flat = np.asarray(digital).reshape(-1)
    if fmt == "8":
        first = np.zeros((1, digital.shape[1]), dtype=int)
        return np.diff(digital, axis=0, prepend=digital[:1] + first).astype("<i1").tobytes()
    if fmt in {"16", "32", "61"}:
        return flat.astype({"16": "<i2", "32": "<i4", "61": ">i2"}[fmt]).tobytes()
    if fmt == "24":
        return flat.astype("<i4").view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    if fmt in {"80", "160"}:
        return (flat + {"80": 2**7, "160": 2**15}[fmt]).astype({"80": "<u1", "160": "<u2"}[fmt]).tobytes()
    if fmt == "212":
        padded = np.append(flat, np.zeros(-len(flat) % 2, dtype=int)).reshape(-1, 2) & 0xFFF
        low, high = padded.T
        blocks = np.stack([low & 0xFF, low >> 8 | (high >> 8) << 4, high & 0xFF], axis=1)
        return blocks.astype(np.uint8).tobytes()[: -(-len(flat) * 3 // 2)]
    padded = np.append(flat, np.zeros(-len(flat) % 3, dtype=int)).reshape(-1, 3) & 0x3FF
    a, b, c = padded.T
    if fmt == "310":
        words = np.stack([a << 1 | (c & 0x1F) << 11, b << 1 | (c >> 5) << 11], axis=1)
        return words.astype("<u2").tobytes()
    return (a | b << 10 | c << 20).astype("<u4").tobytes()
