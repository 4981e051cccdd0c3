"""What a tile says of a bed's alarms: what goes on before what is over."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import LifeCycle
from monitor.bedside.ward.bed import Bed, Said
from monitor.ui.kit.theme import DARK
from monitor.ui.ward import words
from monitor.ui.ward.tile import BedTile

FS = 250


def tachycardia(over=None):
    end = None if over is None else over * FS
    return Alarm(
        Condition.VENTRICULAR_TACHYCARDIA, 0, 2 * FS, end, end, value=170.0, limit=100.0, source="patient:vt"
    )


def rate(over=None):
    end = None if over is None else over * FS
    return Alarm(
        Condition.RATE_HIGH, 20 * FS, 22 * FS, end, end, value=141.0, limit=120.0, source="patient:vt"
    )


def bed_with(*news):
    """A bed with the alarms that a life cycle keeps of what happened at these seconds."""
    life = LifeCycle()
    for now_s, alarm in news:
        life.take([alarm], now_s)
    return SimpleNamespace(said=Said(alarms=life.items), failure="", info=None)


def test_what_goes_on_is_named_before_what_is_over_and_that_is_not_forgotten():
    bed = bed_with((2, tachycardia()), (10, tachycardia(over=10)), (40, rate()))
    assert bed.said.alarms[0].alarm.condition is Condition.VENTRICULAR_TACHYCARDIA
    assert words.short_alarm(bed, named=True) == "!! Heart rate high"
    said = words.alarm(bed, 41.0, named=True)
    assert said.startswith("!! Heart rate high")
    assert said.endswith("+  !!! Ventricular tachycardia · over")


def test_what_is_over_is_named_where_nothing_goes_on():
    bed = bed_with((2, tachycardia()), (10, tachycardia(over=10)))
    assert words.short_alarm(bed, named=True) == "!!! Ventricular tachycardia"
    assert words.alarm(bed, 11.0, named=True).endswith(" · over")
    bed = bed_with((22, rate()), (23, rate(over=23)))
    assert words.alarm(bed, 24.0, named=True).endswith(" · over"), "it is shown for a while yet"


def test_what_goes_on_and_is_the_most_urgent_is_named_alone():
    bed = bed_with((2, tachycardia()))
    assert " · " not in words.alarm(bed, 3.0, named=True)
    assert "+" not in words.alarm(bed, 3.0, named=True)


def test_the_figure_of_an_alarm_that_goes_on_is_that_of_now():
    asystole = Alarm(Condition.ASYSTOLE, 30 * FS, 34 * FS, value=4.0, limit=4.0, source="patient:asystole")
    bed = bed_with((34, asystole))
    bed.info = SimpleNamespace(fs=FS)
    for at_s in (36, 52):
        bed.said = replace(bed.said, analysed=at_s * FS)
        assert words.alarm(bed, float(at_s), named=True) == f"!!! Asystole: {at_s - 30:.1f} s"
    bed.said = bed_with((34, asystole), (60, replace(asystole, value=29.5, end=60 * FS, over=60 * FS))).said
    bed.said = replace(bed.said, analysed=90 * FS)
    assert words.alarm(bed, 90.0, named=True).startswith("!!! Asystole: 29.5 s"), "over: as long as it was"


@pytest.mark.parametrize("width", [200, 700])
def test_the_tile_has_the_colour_of_what_it_names_and_a_bar_for_what_is_over(qapp, qtbot, width):
    bed = Bed(1, "patient:vt", lambda: 0.0)
    tile = BedTile(bed, DARK)
    qtbot.addWidget(tile)
    tile.resize(width, 160)
    bed.said = bed_with((2, tachycardia()), (10, tachycardia(over=10)), (40, rate())).said
    tile.tell(named=True, now_s=41.0)
    assert tile.alarm.text().startswith("!! Heart rate high")
    assert ("over" in tile.alarm.text()) is (width > 400), "in full where there is room"
    assert tile._item.alarm.priority is Priority.MEDIUM
    bar = tile.grab().toImage().pixelColor(2, 80)
    assert bar.red() > bar.green() + 60, "red: somebody has to know of the tachycardia"
