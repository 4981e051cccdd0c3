"""The same error is one, however often it happens."""

import threading

from monitor.mishaps.ledger import MOST, Ledger


def failing(text="no"):
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_an_error_is_the_same_where_kind_and_place_are():
    ledger = Ledger()
    assert [ledger.take(failing(text)).count for text in "abc"] == [1, 2, 3]
    try:
        int("x")
    except ValueError as error:
        other = ledger.take(error)
    assert other.count == 1
    assert other.what.startswith("ValueError, test_ledger.py:")


def test_it_is_told_again_when_the_count_has_doubled():
    ledger = Ledger()
    told = [mishap.count for mishap in (ledger.take(failing()) for _ in range(70)) if mishap.is_due]
    assert told == [1, 2, 4, 8, 16, 32, 64]


def test_what_is_kept_is_bounded():
    ledger = Ledger()
    for i in range(MOST + 20):
        error = type(f"Error{i}", (Exception,), {})()
        last = ledger.take(error)
    assert last.count == 21


def test_threads_count_together():
    ledger = Ledger()
    threads = [
        threading.Thread(target=lambda: [ledger.take(failing()) for _ in range(200)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.take(failing()).count == 801
