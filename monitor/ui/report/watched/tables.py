"""Figures of the report in words and tables."""

from __future__ import annotations

import math
from collections.abc import Sequence

from models.alarms.conditions import A_MINUTE, Condition
from models.alerts.kinds import Kind, Priority
from models.alerts.reasons import Channel
from models.judging.labels import BeatClass
from models.library.account import Account
from models.scenario.source import told_artefact
from models.signal.states import StateKind
from monitor.about import DISCLAIMER
from monitor.keeping.summary import HOUR_S, RATE_INTERVALS, Figures, Summary
from monitor.keeping.variability import Unread
from monitor.ui.kit.figures import day_and_time, in_figures, time_of_day
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock, lasting
from monitor.ui.report.sheet import MARGIN_MM, Column, Sheet
from monitor.ui.report.words import SIGNS

LEFT_MM, RIGHT_MM = MARGIN_MM, MARGIN_MM + 140.0
NAME_MM, VALUE_MM = 62.0, 68.0
SIZE_MM, LINE_MM = 3.2, 5.2
NO_FIGURE = "–"
MOST_ARTEFACTS = 8
"""So many are told one by one; an export of the samples tells all."""

PRIORITIES = (Priority.HIGH, Priority.MEDIUM, Priority.LOW)
"""The alarms of each have a column."""


def disclaimer() -> str:
    """What this is not."""
    return tr(DISCLAIMER)


def figure(value: float, digits: int = 0, unit: str = "") -> str:
    """A number with its unit; a dash where there is none."""
    return f"{in_figures(value, f',.{digits}f')}{unit}" if math.isfinite(value) else NO_FIGURE


def percent(share: float, digits: int = 1) -> str:
    """A share in per cent."""
    return figure(100 * share, digits, " %")


def at_clock(account: Account, sample: int) -> str:
    """Where in the source, as a time."""
    return clock(max(0.0, sample / account.fs), 0)


def about(account: Account) -> list[str]:
    """What the report is about: the source and the stretch, and no word of a patient."""
    info = account.info
    leads = listed(info.lead_names)
    said = [
        tr("Source: {source}, at {fs:g} Hz; analysed: {lead}").format(
            source=info.identity, fs=info.fs, lead=account.lead
        ),
        tr("Signals: {leads}").format(leads=leads),
        tr("From {start} to {stop}, {length}; of this {analysed} were analysed").format(
            start=at_clock(account, account.start),
            stop=at_clock(account, account.stop),
            length=long(account.seconds),
            analysed=long(account.analysed_s),
        ),
        *_recorded(account),
        *_disturbed(account),
        tr(
            "Beats are told by shape and moment, by models that err: V are unlike the usual ones, S came "
            "early. No diagnosis is made."
        ),
    ]
    thresholds = {e.thresholds[Channel.ECTOPY] for e in account.alerts if Channel.ECTOPY in e.thresholds}
    levels = sorted({in_figures(threshold, ".2f") for threshold in thresholds})
    if levels and levels != ["1.00"]:
        words = tr("By the sensitivity that was set, beats are V from {levels} times the usual threshold on.")
        said.append(words.format(levels=listed(levels[:5]) + (", …" if len(levels) > 5 else "")))
    return said


def _recorded(account: Account) -> list[str]:
    """When it was recorded, where the record says so."""
    first, last = account.info.moment(account.start), account.info.moment(account.stop)
    if first is None or last is None:
        return []
    words = tr(
        "Recorded from {start} to {stop} by the record's own clock, which the trend and its table follow"
    )
    return [words.format(start=day_and_time(first), stop=day_and_time(last))]


def _disturbed(account: Account) -> list[str]:
    """Which artefacts were added to the signal, each from when to when."""
    found = account.artefacts
    if not found:
        return []
    said = [tr("Artefacts were added to the signal; traces and figures are of it with them:")]
    for one in found[:MOST_ARTEFACTS]:
        said.append(
            tr("– {artefact} ({leads}): from {start} to {stop}").format(
                artefact=tr(told_artefact(one.setting.kind, one.setting.amount)),
                leads=listed(one.setting.leads),
                start=clock(one.start / account.fs),
                stop=clock(one.stop / account.fs),
            )
        )
    if len(found) > MOST_ARTEFACTS:
        said.append(tr("– and {n} more").format(n=len(found) - MOST_ARTEFACTS))
    return said


def at_row(account: Account, sample: int) -> str:
    """Where a row of a table begins: the time of day where it is known, else the time in the source."""
    moment = account.info.moment(sample)
    return at_clock(account, sample) if moment is None else time_of_day(moment)


def long(seconds: float) -> str:
    """A length of minutes or hours."""
    if seconds < 120:
        return lasting(seconds)
    minutes = round(seconds / 60)
    return (
        tr("{minutes} h {minutes_2} min").format(minutes=minutes // 60, minutes_2=minutes % 60)
        if minutes >= 120
        else tr("{minutes} min").format(minutes=minutes)
    )


def _line(sheet: Sheet, x_mm: float, name: str, value: str) -> None:
    sheet.words(name, x_mm, sheet.y_mm, NAME_MM, SIZE_MM, colour="#404040")
    sheet.words(value, x_mm + NAME_MM, sheet.y_mm, VALUE_MM, SIZE_MM)
    sheet.y_mm += LINE_MM


def _head(sheet: Sheet, x_mm: float, words: str) -> None:
    sheet.words(words, x_mm, sheet.y_mm, NAME_MM + VALUE_MM, 4.2, bold=True)
    sheet.y_mm += 1.7 * 4.2


def draw_figures(sheet: Sheet, account: Account, told: Summary, x_mm: float) -> None:
    """Heart rate, beats by kind, what they come to."""
    whole = told.whole
    rates = whole.rates
    _head(sheet, x_mm, tr("Heart rate and beats"))
    _line(sheet, x_mm, tr("Heart rate, mean"), figure(rates.mean, 0, tr(A_MINUTE)))
    for name, rate, at in (
        (tr("Lowest, {n} intervals in a row"), rates.low, rates.low_at),
        (tr("Highest, {n} intervals in a row"), rates.high, rates.high_at),
    ):
        value = figure(rate, 0, tr(A_MINUTE))
        if at >= 0:
            value = tr("{rate} at {time}").format(rate=value, time=at_clock(account, at))
        _line(sheet, x_mm, name.format(n=RATE_INTERVALS), value)
    _line(sheet, x_mm, tr("Beats"), in_figures(whole.n_beats, ","))
    for name, kind in (
        (tr("Normal (N)"), BeatClass.NORMAL),
        (tr("Ectopic (V)"), BeatClass.ECTOPIC),
        (tr("Early, of usual shape (S)"), BeatClass.PREMATURE),
    ):
        n = whole.beats.get(kind, 0)
        value = tr("{n:,}, {share} of those classified").format(n=n, share=percent(whole.burden(kind), 2))
        _line(sheet, x_mm, name, value)
    _line(sheet, x_mm, tr("Not classified (Q)"), in_figures(whole.beats.get(BeatClass.UNKNOWN, 0), ","))
    _line(sheet, x_mm, tr("Pairs, runs of V"), _counts(whole, Kind.PAIR, Kind.RUN))
    _line(sheet, x_mm, tr("Pairs, runs of S"), _counts(whole, Kind.PREMATURE_PAIR, Kind.PREMATURE_RUN))
    pauses = whole.alerts.get(Kind.PAUSE, 0)
    said = in_figures(pauses, ",")
    if pauses:
        said = tr("{n:,}, the longest {length:.1f} s").format(n=pauses, length=whole.pause_s)
    _line(sheet, x_mm, tr("Pauses"), said)


def _counts(told: Figures, pair: Kind, run: Kind) -> str:
    return listed(in_figures(told.alerts.get(kind, 0), ",") for kind in (pair, run))


def draw_variability(sheet: Sheet, told: Summary, x_mm: float) -> None:
    """Rhythm and signal, and the variability with what speaks against reading it."""
    whole, share = told.whole, told.whole.share
    _head(sheet, x_mm, tr("Rhythm and signal, share of the time with a signal"))
    for name, kind in (
        (tr("Irregular: atrial fibrillation?"), StateKind.IRREGULAR),
        (tr("Bigeminy"), StateKind.BIGEMINY),
        (tr("Trigeminy"), StateKind.TRIGEMINY),
        (tr("Ventricular flutter or fibrillation?"), StateKind.FLUTTER),
        (tr("Signal too noisy on all leads"), StateKind.UNUSABLE),
    ):
        _line(sheet, x_mm, name, percent(share.get(kind, 0.0)))
    words = tr("{length}, {share} of what was analysed") if whole.silent_s else "{length}"
    silent = words.format(length=long(whole.silent_s), share=percent(whole.silent))
    _line(sheet, x_mm, tr("Time without a signal on any lead"), silent)
    sheet.gap(2)
    said = told.variability
    _head(sheet, x_mm, tr("Heart rate variability, of normal beats alone"))
    value = tr("{n:,}, {share} of all").format(n=said.intervals, share=percent(said.share))
    _line(sheet, x_mm, tr("Normal intervals"), value)
    sdnn = tr("{figure}, {figure_2} ms, {percent}").format(
        figure=figure(said.sdnn_ms), figure_2=figure(said.rmssd_ms), percent=percent(said.pnn50)
    )
    _line(sheet, x_mm, tr("SDNN, RMSSD, pNN50"), sdnn)
    powers = tr("{figure}, {figure_2} ms², {figure_3}").format(
        figure=figure(said.low_ms2),
        figure_2=figure(said.high_ms2),
        figure_3=figure(said.ratio, 2),
    )
    _line(sheet, x_mm, tr("LF, HF, LF/HF"), powers)
    for words in _how(said.pieces):
        sheet.words(words, x_mm, sheet.y_mm, NAME_MM + VALUE_MM, 2.8, colour="#606060")
        sheet.y_mm += 4.4
    for reason in said.unread:
        sheet.words(
            unread_words(reason), x_mm, sheet.y_mm, NAME_MM + VALUE_MM, 2.8, bold=True, colour="#b00020"
        )
        sheet.y_mm += 4.4


def _how(pieces: int) -> list[str]:
    if not pieces:
        return [tr("Compare only stretches of the same length: SDNN grows with it.")]
    return [
        tr("Powers: Lomb and Scargle, mean of {n} pieces of 5 min.").format(n=pieces),
        tr("Compare only stretches of the same length: SDNN grows with it."),
    ]


def unread_words(reason: Unread) -> str:
    """Why a variability must not be read."""
    return {
        Unread.FEW: tr("Not to be read: too few normal intervals."),
        Unread.ECTOPY: tr("Not to be read: too many beats are not normal."),
        Unread.IRREGULAR: tr("Not to be read: the rhythm was irregular."),
        Unread.SHORT: tr("No powers: no 5 minutes are normal enough."),
    }[reason]


def draw_alarms(sheet: Sheet, rows: Sequence[tuple[Condition, int, float, float]], fs: float) -> None:
    """Alarms by condition."""
    columns = (
        Column(tr("Priority"), 34),
        Column(tr("Alarm"), 110),
        Column(tr("Number"), 30, number=True),
        Column(tr("Together"), 40, number=True),
        Column(tr("Longest"), 40, number=True),
    )
    sheet.table(
        columns,
        [
            [
                f"{SIGNS[condition.priority]} {tr(condition.priority.value)}",
                tr(condition.title),
                in_figures(n, ","),
                lasting(together / fs),
                lasting(longest / fs),
            ]
            for condition, n, together, longest in rows
        ],
    )


def by_words(bin_s: float) -> str:
    """By which time the table goes."""
    if bin_s >= HOUR_S:
        return tr("By the hour")
    return tr("By ten minutes") if bin_s > 60 else tr("By the minute")


def draw_rows(sheet: Sheet, account: Account, told: Summary) -> None:
    """The table by the hour."""
    columns = (
        Column(tr("From"), 24),
        Column(tr("Beats"), 22, number=True),
        Column(tr("Rate, mean"), 26, number=True),
        Column(tr("lowest"), 20, number=True),
        Column(tr("highest"), 20, number=True),
        Column("V", 18, number=True),
        Column("S", 18, number=True),
        Column(tr("Pairs"), 18, number=True),
        Column(tr("Runs"), 18, number=True),
        Column(tr("Pauses"), 20, number=True),
        Column(tr("AF?"), 20, number=True),
        *(Column(SIGNS[priority], 14, number=True) for priority in PRIORITIES),
    )
    sheet.table(columns, [_row(account, row) for row in told.rows])


def _row(account: Account, row: Figures) -> list[str]:
    def n(*kinds: Kind) -> str:
        return f"{sum(row.alerts.get(kind, 0) for kind in kinds) or NO_FIGURE}"

    by = row.by_priority()
    irregular = row.share.get(StateKind.IRREGULAR, 0.0)
    return [
        at_row(account, row.start),
        in_figures(row.n_beats, ","),
        *(figure(value) for value in (row.rates.mean, row.rates.low, row.rates.high)),
        *(f"{row.beats.get(kind, 0) or NO_FIGURE}" for kind in (BeatClass.ECTOPIC, BeatClass.PREMATURE)),
        n(Kind.PAIR, Kind.PREMATURE_PAIR),
        n(Kind.RUN, Kind.PREMATURE_RUN),
        n(Kind.PAUSE),
        percent(irregular, 0) if irregular else NO_FIGURE,
        *(f"{by.get(priority, 0) or NO_FIGURE}" for priority in PRIORITIES),
    ]
