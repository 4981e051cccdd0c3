"""Text files of many makes become records; what they do not say is asked."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from assets.errors import RecordError
from assets.records.lead import LeadKind
from assets.records.open import open_record
from assets.sources.open import open_source
from assets.text.answers import Answers, Untold
from assets.text.cells import seconds
from assets.text.reading import read_text
from assets.text.shape import shape_of

FORMATS = Path(os.environ.get("ECG_MONITOR_DATA", "nowhere")) / "formats"
real = pytest.mark.skipif(not FORMATS.is_dir(), reason="the samples are not at hand (ECG_MONITOR_DATA)")
WAVE = np.round(np.sin(np.arange(600) ** 1.2 / 20), 3)


def write(path, rows, header="", end="\n"):
    path.write_text(header + "".join(row + end for row in rows), encoding="utf-8", newline="")
    return path


def untold(name):
    with pytest.raises(Untold) as caught:
        open_record(str(name))
    return caught.value


@real
def test_a_rate_in_the_header_is_not_asked():
    path = FORMATS / "biosppy_ecg.txt"
    error = untold(path)
    assert error.wants == ("unit",)
    assert str(error) == (
        "biosppy_ecg.txt does not say its unit: tell it as in 'biosppy_ecg.txt?unit=mV', or with --unit mV."
    )
    record = open_record(f"{path}?unit=200/mV")
    assert (record.fs, record.leads, record.n_samples) == (1000.0, ("ECG",), 15000)
    own = np.loadtxt(path)
    np.testing.assert_allclose(record.signals[:, 0], (own - np.median(own)) / 200, atol=1e-5)


@real
def test_a_column_of_times_gives_the_rate():
    path = FORMATS / "heartpy_data2.csv"
    assert untold(path).wants == ("unit",)
    record = open_record(f"{path}?unit=uV")
    assert record.fs == pytest.approx(1000 / 8.54790319, rel=1e-4)
    assert record.n_samples == 15000
    np.testing.assert_allclose(record.signals[:3, 0], [0.515, 0.514, 0.514], atol=1e-6)


@real
def test_of_a_bare_column_rate_and_unit_are_asked():
    path = FORMATS / "heartpy_data.csv"
    assert untold(path).wants == ("rate", "unit")
    assert open_record(f"{path}?rate=100&unit=V").signals[0, 0] == 530_000
    with pytest.raises(RecordError, match="none of its columns is a voltage of an ECG"):
        open_record(f"{path}?rate=100&unit=none")


@pytest.mark.parametrize(
    ("delimiter", "decimal", "header"),
    [
        (",", ".", "time_s,ECG [mV]"),
        (";", ",", "Zeit;ECG (mV)"),
        ("\t", ",", "time\tMLII_mV"),
        ("\t", ".", "Elapsed time\tECG\nseconds\tmV"),
        (" ", ".", "# t II[mV]"),
        ("|", ".", "ms|ECG [mV]"),
    ],
)
def test_nothing_is_asked_where_the_file_says_all(tmp_path, delimiter, decimal, header):
    per_s = 1000 if header.startswith("ms") else 1
    rows = [f"{i / 250 * per_s:.3f}{delimiter}{v:.3f}".replace(".", decimal) for i, v in enumerate(WAVE)]
    record = open_record(str(write(tmp_path / "r.csv", rows, header + "\n", "\r\n")))
    assert (record.fs, len(record.leads)) == (250.0, 1)
    np.testing.assert_allclose(record.signals[:, 0], WAVE, atol=1e-6)


def test_dates_and_clocks_are_times(tmp_path):
    rows = [f"2024-02-03 23:59:{59 + i / 200:06.3f},{v}" if i < 200 else
            f"2024-02-04 00:00:{i / 200 - 1:06.3f},{v}" for i, v in enumerate(WAVE)]  # fmt: skip
    record = open_record(str(write(tmp_path / "r.csv", rows, "date,ECG_mV\n")))
    assert (record.fs, record.n_samples) == (200.0, 600)
    rows = [f"'{i // 60:d}:{i % 60:02d}.{n:03d}',{n}" for i in range(3) for n in range(0, 1000, 5)]
    record = open_record(str(write(tmp_path / "c.csv", rows, "'Elapsed time','ECG'\n'hh:mm:ss.mmm','mV'\n")))
    assert (record.fs, record.n_samples) == (200.0, 600)


def test_what_is_no_number_is_a_gap(tmp_path):
    cells = [f"{v}" for v in WAVE]
    cells[3], cells[5], cells[7], cells[9] = "NaN", "lost", "", "1e999"
    rows = [f"{i},{cell}" for i, cell in enumerate(cells)]
    record = open_record(f"{write(tmp_path / 'r.csv', rows, 'index,ECG [mV]' + chr(10))}?rate=250")
    assert np.flatnonzero(np.isnan(record.signals[:, 0])).tolist() == [3, 5, 7, 9]
    assert record.warnings == ("4 rows of r.csv have no number somewhere: gaps.",)


def test_missing_times_are_gaps_and_uneven_ones_are_interpolated(tmp_path):
    kept = [i for i in range(600) if not 100 <= i < 150]
    rows = [f"{i / 200:.4f},{WAVE[i]}" for i in kept]
    record = open_record(str(write(tmp_path / "gap.csv", rows, "time,ECG [mV]\n")))
    assert np.isnan(record.signals[100:150]).all()
    np.testing.assert_allclose(record.signals[kept, 0], WAVE[kept], atol=1e-6)
    assert record.warnings[0] == "There are 1 gaps in the times of gap.csv."

    drift = np.cumsum(np.where(np.arange(600) % 100 < 50, 0.0045, 0.0055))
    rows = [f"{t:.5f},{np.sin(t)}" for t in drift]
    record = open_record(str(write(tmp_path / "drift.csv", rows, "time,ECG [mV]\n")))
    assert "it was interpolated to" in record.warnings[0]
    at = drift[0] + np.arange(record.n_samples) / record.fs
    np.testing.assert_allclose(record.signals[:, 0], np.sin(at), atol=1e-3)


@pytest.mark.parametrize("torn", ["1", "0.9", "-"])
def test_a_last_line_that_ends_within_its_time_costs_nothing_of_the_rest(tmp_path, torn):
    for n in (400, 20_000):  # all of it is looked at for its shape, or only the beginning
        path = write(tmp_path / "torn.csv", [f"{i / 200:.3f},{i % 7}" for i in range(n)], "time,ECG [mV]\n")
        with path.open("a", encoding="utf-8") as file:
            file.write(torn)
        record = open_record(str(path))
        assert record.fs == 200
        np.testing.assert_array_equal(record.signals[:, 0], np.arange(n) % 7)


@pytest.mark.parametrize(
    ("times", "cause"),
    [
        ([i / 200 if i != 50 else 0.1 for i in range(200)], "its times go back at row 51"),
        (np.cumsum(np.tile([0.001, 0.002, 0.009, 0.02], 50)), "too uneven for a recording at one rate"),
    ],
)
def test_times_of_no_recording_are_refused(tmp_path, times, cause):
    rows = [f"{t},{i % 7}" for i, t in enumerate(times)]
    with pytest.raises(RecordError, match=cause):
        open_record(f"{write(tmp_path / 'r.csv', rows, 'time [s],ECG [mV]' + chr(10))}?time=1")


def test_times_coarser_than_the_samples_give_no_rate(tmp_path):
    rows = [f"12:00:{i // 200:02d},{i % 7}" for i in range(1200)]
    path = write(tmp_path / "r.csv", rows, "time,ECG [mV]\n")
    assert untold(path).wants == ("rate",)
    assert open_record(f"{path}?rate=200").fs == 200


def test_columns_are_what_their_names_say(tmp_path):
    rows = [f"{i / 200},{v},{v * 2},{50 + v},{v},on" for i, v in enumerate(WAVE)]
    path = write(tmp_path / "r.csv", rows, "time,ECG I [mV],V5 [uV],ABP [mmHg],EEG C3 [uV],note\n")
    source = open_source(str(path))
    assert [(lead.name, lead.kind) for lead in source.info.leads] == [
        ("I", LeadKind.ECG), ("V5", LeadKind.ECG), ("ABP", LeadKind.PRESSURE)
    ]  # fmt: skip
    np.testing.assert_allclose(source.between(0, 600).samples[:, 1], WAVE * 2e-3, atol=1e-7)
    assert source.info.files == (path,)
    assert source.info.identity == f"file:{path.resolve()}"
    one = open_record(f"{path}?column=V5")
    assert one.leads == ("V5",)
    assert open_record(f"{path}?column=3").leads == ("V5",)
    with pytest.raises(RecordError, match=r"r\.csv has no column 'aVR'; its columns are 6"):
        open_record(f"{path}?column=aVR")


def test_the_header_of_a_data_logger_is_read(tmp_path):
    header = '# OpenSignals Text File Format\n# {"sampling rate": 1000, "resolution": [16]}\n# EndOfHeader\n'
    rows = [f"{i % 16}\t0\t{32768 + int(100 * v)}\t" for i, v in enumerate(np.tile(WAVE, 2))]
    path = write(tmp_path / "r.txt", rows, header)
    assert untold(path).wants == ("unit",)
    assert open_record(f"{path}?unit=1000/mV&column=3").fs == 1000


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("rate=fast", "'fast' is no sampling rate"),
        ("rate=50&unit=mV", "only 100 to 20480 Hz can be analysed"),
        ("rate=0&unit=mV", "'0' is no sampling rate"),
        ("unit=furlong", "'furlong' is no unit"),
        ("colour=red", "rate, unit, column and time, not 'colour'"),
        ("nonsense", "is not what may stand after a text file's name"),
    ],
)
def test_what_is_said_must_make_sense(tmp_path, said, cause):
    path = write(tmp_path / "r.csv", [f"{v}" for v in WAVE])
    with pytest.raises(RecordError, match=cause):
        open_record(f"{path}?{said}")


def test_files_of_one_make_are_known_again(tmp_path):
    one, two, other = (
        shape_of(write(tmp_path / f"{name}.csv", [f"{v},1" for v in WAVE], header))
        for name, header in (
            ("a", "# taken 2024-01-01\nECG,x\n"),
            ("b", "# taken 1999-12-31\nECG,x\n"),
            ("c", "II,x\n"),
        )
    )
    assert one.fingerprint == two.fingerprint != other.fingerprint
    assert one.named
    assert not shape_of(write(tmp_path / "d.csv", [f"{v}" for v in WAVE])).named


@pytest.mark.parametrize(("said", "height"), [("uV", 5.0), ("200/mV", 25.0), ("none", 5000.0)])
def test_a_wrong_unit_in_a_header_is_put_right(tmp_path, said, height):
    rows = [f"{i / 250:.3f},{v:.0f},{v:.0f},{70 + v / 1000:.2f}" for i, v in enumerate(5000 * WAVE)]
    wrong = write(tmp_path / "wrong.csv", rows, "time [s],II [mV],V1 [mV],ABP [mmHg]\n")
    signals = open_source(f"{wrong}?unit={said}").between(0, 600).samples
    assert np.ptp(signals[:, 0]) == pytest.approx(np.ptp(WAVE) * height, rel=1e-4)
    assert np.ptp(signals[:, 2]) == pytest.approx(np.ptp(WAVE) * 5, abs=0.02)  # no voltage: as it is
    half = write(tmp_path / "half.csv", rows, "time [s],II [mV],V1,ABP [mmHg]\n")
    if said == "uV":  # it fills what is open, and leaves the rest
        signals = open_record(f"{half}?unit={said}").signals
        assert np.ptp(signals[:, 0]) == pytest.approx(1000 * np.ptp(signals[:, 1]), rel=1e-4)


@pytest.mark.parametrize(
    ("day", "time"),
    [("05.03.2024;", "23:59:59,{ms}"), ("5.3.2024 ", "9:22:10,{ms}"), ("05.03.2024 ", "09:22:10.{ms}")],
)
def test_days_as_they_are_written_in_europe(tmp_path, day, time):
    rows = [
        day + time.format(ms=f"{4 * i:03d}") + f";{v:.3f}".replace(".", ",") for i, v in enumerate(WAVE[:250])
    ]
    header = "Datum;Uhrzeit;EKG [mV]\n" if ";" in day else "Zeit;EKG [mV]\n"
    record = open_record(str(write(tmp_path / "r.csv", rows, header)))
    assert (record.fs, record.n_samples, len(record.leads)) == (250.0, 250, 1)
    np.testing.assert_allclose(record.signals[:, 0], WAVE[:250], atol=1e-6)


def slashed_file(path, start, order, step_s=0.5, n=400, form="%H:%M:%S.%f"):
    """A file of 2 ms steps whose dates begin with the day or the month; ``step_s`` is between its halves."""
    rows = []
    for i in range(n):
        at = start + timedelta(seconds=0.004 * i + (step_s if i >= n // 2 else 0.0))
        rows.append(f"{at.strftime(order + ' ' + form)},{(i * 7) % 11}")
    path.write_text("time,ECG [mV]\n" + "\n".join(rows) + "\n")
    return path


@pytest.mark.parametrize("order", ["%d/%m/%Y", "%m/%d/%Y"])
@pytest.mark.parametrize(
    "start",
    [
        datetime(2024, 5, 3, 14, 22, 10),  # on one day the order makes no difference
        datetime(2024, 3, 14, 14, 22, 10),  # 14 is no month
        datetime(2024, 5, 3, 23, 59, 59, 200_000),  # over midnight time goes on, and does not leap by a month
        datetime(2024, 1, 31, 23, 59, 59, 200_000),
        datetime(2024, 12, 11, 23, 59, 59, 200_000),
    ],
)
def test_whether_the_day_or_the_month_comes_first_is_found_from_the_dates(tmp_path, order, start):
    record = read_text(slashed_file(tmp_path / "r.csv", start, order))
    assert (record.fs, record.n_samples) == (250.0, 400 + 125)
    assert np.isnan(record.signals[200:325]).all()
    assert np.isfinite(record.signals[:200]).all()


def test_a_clock_of_twelve_hours_is_read(tmp_path):
    noon = slashed_file(
        tmp_path / "r.csv", datetime(2024, 5, 3, 11, 59, 59, 200_000), "%m/%d/%Y", 0.0, form="%I:%M:%S.%f %p"
    )
    record = read_text(noon)
    assert (record.fs, record.n_samples) == (250.0, 400)
    assert "PM" in noon.read_text()


@pytest.mark.parametrize("time", ["25:00", "14:75", "14:22:60", "13:00 pm", "0:30 am"])
def test_a_time_of_day_that_there_is_not_is_none(time):
    assert seconds(f"5/3/2024 {time}") is None


@pytest.mark.parametrize(
    ("time", "hours"),
    [("", 0), ("14:30", 14.5), ("12:30 am", 0.5), ("12:30 p.m.", 12.5), ("1:00:36 PM", 13.01)],
)
def test_a_time_of_day_counts_from_midnight(time, hours):
    assert seconds(f"5/3/2024 {time}".strip()) - seconds("5/3/2024") == pytest.approx(3600 * hours)


def test_dates_of_which_the_order_cannot_be_told_are_asked_about(tmp_path):
    path = slashed_file(tmp_path / "r.csv", datetime(2024, 5, 3, 14, 0), "%d/%m/%Y", 3 * 86_400.0)
    with pytest.raises(RecordError, match="may begin with the day or with the month, and both make sense"):
        read_text(path)
    assert read_text(path, Answers.of("rate=250&time=none")).n_samples == 400
