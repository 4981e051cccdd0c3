from monitor.bedside.ward.lags import LONGEST_S, Lags


def test_a_quantile_is_over_all_samples_and_rounded_up() -> None:
    lags = Lags()
    assert lags.quantile(0.99) is None
    lags.add(0.1004, weight=98)
    lags.add(0.5, weight=2)
    assert lags.quantile(0.5) == 0.101
    assert lags.quantile(0.98) == 0.101
    assert lags.quantile(0.99) == 0.5


def test_a_lag_is_never_below_nothing_nor_beyond_the_longest() -> None:
    lags = Lags()
    lags.add(-1)
    assert lags.quantile(1) == 0
    lags.add(1e9)
    assert lags.quantile(1) == LONGEST_S
