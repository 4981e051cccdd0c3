"""The ward's page: many beds at a glance, the most urgent first on wish, and any of them opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from assets.errors import WriteError
from assets.write import check_folder
from monitor.bedside.ward.bed import Bed
from monitor.bedside.ward.opened import BedSource
from monitor.bedside.ward.pace import Pace, RealTime
from monitor.bedside.ward.presets import PRESETS, SIZES
from monitor.bedside.ward.ward import MOST_BEDS, Ward, by_priority
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, row
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import ControlsPage, GoesOn
from monitor.ui.ward.choosing import BedsDialog
from monitor.ui.ward.grid import Grid
from monitor.ui.ward.head import WardHead
from monitor.ui.ward.tile import BedTile
from monitor.ui.ward.words import failed
from monitor.ui.ward.worker import WardWorker

FOLDER = "recordings"
"""Key, in the settings, of the folder of recordings; all recordings of the window go there."""


@dataclass(frozen=True)
class _Beds(GoesOn):
    """What the next page goes on with: the ward, what analyses it, and what may not be at its end."""

    ward: Ward | None
    worker: WardWorker | None
    leaving: WardWorker | None


class WardPage(ControlsPage):
    """Many beds.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    new_pace: type[Pace] = RealTime
    """Makes the clock of a ward."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.ward: Ward | None = None
        self._worker: WardWorker | None = None
        self._leaving: WardWorker | None = None  # let go of, and perhaps not at its end
        self._running = False
        self._turn = 0
        self._dialog: BedsDialog | None = None
        self.tiles: dict[int, BedTile] = {}
        self.grid = Grid()
        self.head = WardHead(context)
        self.head.set_menu(self._menu())
        self._build()
        self.restyle(context.theme)
        self.refresh()

    @property
    def crowded(self) -> bool:
        """Beds have other patients than the monitor, while there are beds."""
        return self.ward is not None

    # Building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        presets = [
            button(
                tr("{size} beds: {name}").format(size=size, name=tr(name)),
                partial(self.open_beds, beds[:size]),
                primary=size == SIZES[1],
            )
            for name, beds in list(PRESETS.items())[:1]
            for size in SIZES
        ]
        presets.append(button(tr("Choose the beds…"), self.choose_beds))
        words = PlainLabel(tr("No bed is watched. A ward shows many patients at once; a click opens one."))
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        rows = QVBoxLayout(empty)
        rows.addStretch(1)
        rows.addWidget(words)
        for one in presets:
            one.setMinimumWidth(220)
            rows.addLayout(row(1, one, 1))
        rows.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.setSpacing(8)
        whole.addWidget(self.head)
        whole.addWidget(self._stack, 1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, beds in PRESETS.items():
            for size in SIZES:
                menu.addAction(
                    tr("{size} beds: {name}").format(size=size, name=tr(name)),
                    partial(self.open_beds, beds[:size]),
                )
        menu.addSeparator()
        menu.addAction(tr("Choose…"), self._context.actions["choose_beds"].trigger)
        menu.addAction(tr("End the ward"), self.end_ward)
        return menu

    # What the window calls -------------------------------------------------------------------------

    @property
    def ready(self) -> bool:
        """Whether the beds are open."""
        return self._worker is None or self._running

    def activate(self) -> None:
        """Watch the beds of last time, if there were any and none is watched now."""
        if self.ward is None:
            asked = self._remembered()
            if asked:
                self.open_beds(asked)
        self.refresh()
        if self.grid.tiles and self.focusWidget() is None:
            self.grid.tiles[0].setFocus()

    def frame(self) -> None:
        """Let strips go on, every other one each frame, and alarms flash."""
        if self.ward is None or not self._running or not self.isVisible():
            return
        self._turn ^= 1
        now = self.ward.time_s
        for i, tile in enumerate(self.grid.tiles):
            if i % 2 == self._turn:
                tile.frame(now)

    def refresh(self) -> None:
        """Bring words, figures and the order of the beds up to date."""
        ward = self.ward
        self._stack.setCurrentIndex(0 if ward is None else 1)
        if ward is None:
            self.head.tell(None, running=False)
            return
        for trouble in ward.take_troubles():
            self._context.fail(trouble)
        named = self.head.named
        for tile in self.grid.tiles:
            tile.tell(named=named, now_s=ward.time_s)
        if self.head.ordered and self._running:
            self._order(by_priority(ward.beds))
        self.head.tell(ward, running=self._running)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for tile in self.tiles.values():
            tile.restyle(theme)
        self.head.restyle(theme)

    def stop(self) -> None:
        """End the ward; the next start finds its beds."""
        worker = self._worker
        self._end()
        if worker is not None:
            worker.stop()

    def hand_over(self) -> object:
        """The ward, whose beds go on."""
        legacy = _Beds(self.ward, self._worker, self._leaving)
        self.ward = self._worker = self._leaving = None
        self.grid.show_tiles([])
        return legacy

    def take_over(self, legacy: object) -> None:
        """Go on watching the same beds."""
        assert isinstance(legacy, _Beds)
        self.ward, self._worker, self._leaving = legacy.ward, legacy.worker, legacy.leaving
        if self.ward is None or self._worker is None:
            return
        self._show_beds(self.ward)
        self._listen(self._worker)
        # What it told while nobody listened.
        self._running = self._worker.begun
        if self._worker.problem:
            self._on_failed(self._worker, self._worker.problem)
        self.refresh()

    # What a user can do ----------------------------------------------------------------------------

    def open_beds(self, asked: Sequence[str]) -> None:
        """Watch these sources, a bed each, in place of those that are watched."""
        asked = tuple(asked)[:MOST_BEDS]
        if not asked:
            return
        self._end()
        self._context.settings.remember(ward=list(asked))
        self.ward = Ward(asked, self.new_pace(), alarms=self._context.session.alarms.set_up)
        self._context.ward.named = self.head.named
        self._context.ward.attend(self.ward)
        tiles = self._show_beds(self.ward)
        home, data_dir = self._context.home, self._context.data_dir
        self._worker = WardWorker(self.ward, home.weights.ward, data_dir, self._leaving, home.texts)
        self._leaving = None
        self._listen(self._worker)
        self._worker.start()
        self.refresh()
        tiles[0].setFocus()

    def _show_beds(self, ward: Ward) -> list[BedTile]:
        """Show a tile for each bed."""
        tiles = [BedTile(bed, self._context.theme) for bed in ward.beds]
        for tile in tiles:
            tile.opened.connect(self._open)
            tile.acknowledged.connect(self._acknowledge)
            tile.recording_asked.connect(self._record_one)
            tile.moved.connect(lambda at, key: self.grid.neighbour(at, key).setFocus())
        self.tiles = {tile.bed.number: tile for tile in tiles}
        self.grid.show_tiles(tiles)
        return tiles

    def _listen(self, worker: WardWorker) -> None:
        worker.running.connect(self._on_running)
        worker.failed.connect(self._on_failed)
        worker.told.connect(self._on_told)

    def _on_told(self, worker: WardWorker, sentence: str) -> None:
        if worker is self._worker:
            self._context.say(tr(sentence))

    def choose_beds(self) -> None:
        """Ask for a source for each bed."""
        self._dialog = BedsDialog(self._remembered(), self.window())
        self._dialog.chosen.connect(self.open_beds)
        self._dialog.open()

    def end_ward(self) -> None:
        """Watch no bed any more."""
        self._end()
        self._context.settings.remember(ward=[])
        self.refresh()

    def sort_beds(self) -> None:
        """Put the most urgent beds first, or all in their order."""
        on = self._context.actions["sort_beds"].isChecked()
        self.head.sort_pill.setChecked(on)
        self._context.settings.remember(ward_sorted=on)
        if self.ward is not None:
            self._order(by_priority(self.ward.beds) if on else self.ward.beds)
        self.refresh()

    def hide_names(self) -> None:
        """Say which patients they are, or the numbers of the beds alone."""
        on = self._context.actions["hide_names"].isChecked()
        self.head.names_pill.setChecked(on)
        self._context.ward.named = not on
        self._context.settings.remember(ward_unnamed=on)
        self.refresh()

    def record_beds(self) -> None:
        """Record all beds into a folder, or end their recordings."""
        if self.ward is None:
            return
        recorded = [bed for bed in self.ward.beds if bed.recorder is not None]
        if recorded:
            for bed in recorded:
                self.ward.order(bed.stop_recording)
            self._context.say(tr("The recordings of {n} beds have ended.").format(n=len(recorded)))
            return
        beds = [bed for bed in self.ward.beds if bed.info is not None and not bed.ended]
        if not beds:
            self._context.say(tr("There is no bed to record: none is open."))
            return
        self._record(beds)

    def acknowledge_bed(self) -> None:
        """Acknowledge the alarms of the bed that has the focus; without one, of the most urgent bed."""
        if self.ward is None:
            return
        tile = self.focusWidget()
        if not isinstance(tile, BedTile):
            tile = self.tiles[by_priority(self.ward.beds)[0].number]
        self._acknowledge(tile)

    # Inside ----------------------------------------------------------------------------------------

    def _remembered(self) -> tuple[str, ...]:
        return tuple(name for name in self._context.settings.names("ward") if name)[: max(SIZES)]

    def _end(self) -> None:
        """Let go of the ward; an import or a download ends when it can, and nobody waits for it."""
        worker, self._worker = self._worker, None
        self._running = False
        if worker is not None:
            worker.ask_to_stop()
            self._leaving = worker
        self._context.ward.leave()
        self.ward = None
        self.tiles = {}
        self.grid.show_tiles([])

    def _on_running(self, worker: WardWorker) -> None:
        if worker is not self._worker:
            return
        self._running = True
        broken = [bed for bed in self.ward.beds if bed.failure] if self.ward is not None else []
        if broken:
            self._context.say(
                tr("{n} of the ward's beds could not be opened; each says why.").format(n=len(broken))
            )
        self.refresh()

    def _on_failed(self, worker: WardWorker, why: str) -> None:
        if worker is self._worker:
            self._end()
            self.refresh()
            self._context.fail(tr("The ward has stopped: {why}").format(why=why))

    def _open(self, tile: BedTile) -> None:
        """Open a bed in the monitor, with its past; the ward goes on."""
        bed = tile.bed
        if bed.info is None:
            self._context.say(
                failed(bed, named=self.head.named)
                or tr("Bed {number} is still being opened.").format(number=bed.number)
            )
            return
        self._context.session.open(BedSource(bed, named=self.head.named))
        self._context.show_page("monitor")
        self._context.session.play()

    def _acknowledge(self, tile: BedTile) -> None:
        done = tile.bed.acknowledge()
        said = (
            tr("{n} alarms of bed {number}").format(n=len(done), number=tile.bed.number)
            if len(done) != 1
            else done[0].title()
        )
        where = "" if len(done) != 1 else tr(" of bed {number}").format(number=tile.bed.number)
        self._context.say(
            tr("Acknowledged: {said}{where}.").format(said=said, where=where)
            if done
            else tr("Bed {number} has no new alarm.").format(number=tile.bed.number),
            topic="acknowledged",
        )
        self.refresh()

    def _record_one(self, tile: BedTile) -> None:
        bed = tile.bed
        if bed.recorder is not None and self.ward is not None:
            self.ward.order(bed.stop_recording)
        elif bed.info is not None:
            self._record([bed])

    def _record(self, beds: Sequence[Bed]) -> None:
        """Record these beds into a folder that is asked for."""
        kept = self._context.settings.names(FOLDER)
        folder = QFileDialog.getExistingDirectory(self, tr("Folder for recordings"), kept[0] if kept else "")
        if folder and self.ward is not None:
            try:
                check_folder(Path(folder))
            except WriteError as error:
                self._context.fail(complaint(error))
                return
            self._context.settings.remember(**{FOLDER: folder})
            for bed in beds:
                self.ward.order(partial(bed.record, Path(folder)))
            self._context.say(tr("{n} beds are recorded into {folder}.").format(n=len(beds), folder=folder))

    def _order(self, beds: Sequence[Bed]) -> None:
        tiles = [self.tiles[bed.number] for bed in beds]
        if tiles != self.grid.tiles:
            self.grid.show_tiles(tiles)


def make_page(context: Context) -> WardPage:
    """Make the page."""
    return WardPage(context)
