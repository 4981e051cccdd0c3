import time

from monitor.bedside.ward.pace import NoWaiting, RealTime


def test_real_time_waits() -> None:
    pace = RealTime()
    before = pace.now()
    pace.wait(0.02)
    assert pace.now() - before >= 0.019


def test_without_waiting_the_clock_is_put_on() -> None:
    pace = NoWaiting()
    before, began = pace.now(), time.perf_counter()
    pace.wait(3600)
    pace.wait(-1)
    assert pace.now() - before >= 3600
    assert time.perf_counter() - began < 60
