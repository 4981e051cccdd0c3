"""EDF, EDF+ and BDF files, written by edfio, and patched."""

import io

import edfio
import numpy as np

FS = 256


def wave(n, scale=1.0, phase=0.0):
    """Something that looks different everywhere, of values that 16 bits hold exactly, shape (n,)."""
    return np.round(scale * np.sin(phase + np.arange(n) ** 1.3 / 40) * 1000) / 1000


def signal(data, label="ECG II", unit="mV", fs=FS, kind=edfio.EdfSignal, span=(-32.768, 32.767)):
    digital = {} if kind is edfio.BdfSignal else {"digital_range": (-32768, 32767)}
    return kind(data, fs, label=label, physical_dimension=unit, physical_range=span, **digital)


def write(path, signals, annotations=None, record_s=1.0, kind=edfio.Edf):
    kind(list(signals), annotations=annotations, data_record_duration=record_s).write(path)
    return path


def discontinuous(path, data, onsets, record_s=1.0, notes=()):
    """An EDF+D file of one lead whose data records begin at `onsets`, seconds."""
    whole = write(path, [signal(data)], [edfio.EdfAnnotation(0, None, "x" * 40)], record_s).read_bytes()
    size = 256 * 3
    head = bytearray(whole[:size])
    head[192:197] = b"EDF+D"
    ecg = round(record_s * FS) * 2
    length = (len(whole) - size) // len(onsets)
    out = bytes(head)
    for number, onset in enumerate(onsets):
        record = whole[size + number * length : size + (number + 1) * length]
        told = f"+{onset:f}\x14\x14\0".encode()
        for at, text in notes:
            if number == 0:
                told += f"+{at:g}\x14{text}\x14\0".encode()
        out += record[:ecg] + told.ljust(length - ecg, b"\0")
    path.write_bytes(out)
    return path


def patched(content, at, field):
    """The same file with another text in one field."""
    return content[:at] + field + content[at + len(field) :]


def in_memory(signals, annotations=None, record_s=1.0):
    """The bytes of a file."""
    target = io.BytesIO()
    edfio.Edf(list(signals), annotations=annotations, data_record_duration=record_s).write(target)
    return target.getvalue()
