"""The user's marks by record: which a fit will follow, and which it leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from assets.phrase import phrase
from models.contract.marks import MISSED, NORMAL, Mark, left_out
from monitor.ui.kit.joins import labelled
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, small
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.words import clock
from monitor.ui.session.keeping.marks import UserMarks, counted

WORDS = {NORMAL: phrase("normal for this patient"), MISSED: phrase("missed")}

NONE_YET = phrase("None yet: mark alerts in Review, and a fit can follow them.")

LIST_PX = 84
"""Height of the list, in logical pixels."""

_OF_THIS = Qt.ItemDataRole.UserRole
_TICKABLE = Qt.ItemFlag.ItemIsUserCheckable


class MarksList(QWidget):
    """Marks in a tree, a branch a record; a tick says that a fit is to follow a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: UserMarks | None = None
        self._off: set[Mark] = set()
        self._used: Collection[str] = ()
        self._filling = False
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setFixedHeight(LIST_PX)
        self.tree.setAccessibleName(tr("Marks set in review"))
        self.tree.itemChanged.connect(self._on_ticked)
        self.tree.currentItemChanged.connect(lambda *_: self._show_words())
        self.words = small(tr(NONE_YET))
        self.words.setWordWrap(True)
        self.remove_button = button(tr("Remove"), self.remove)
        self.remove_button.setToolTip(tr("Take the chosen mark, or all of the chosen record, away for good."))
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.tree, self.remove, context=Qt.ShortcutContext.WidgetShortcut
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        said = QHBoxLayout()
        said.addWidget(self.words, 1)
        said.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(said)
        layout.addWidget(self.tree)
        self._fill()

    def show_marks(self, marks: UserMarks) -> None:
        """List the marks, and go on listing them as they change."""
        if self._marks is None:
            self._marks = marks
            marks.changed.connect(self._fill)
        self._fill()

    def use(self, sources: Collection[str]) -> None:
        """Say which signals the fit opens, by identity."""
        if set(sources) != set(self._used):
            self._used = set(sources)
            self._fill()

    @property
    def sources(self) -> set[str]:
        """Identities of the signals that have marks."""
        return {mark.source for mark in self._all()}

    @property
    def followed(self) -> set[Mark]:
        """The marks that are ticked and of a signal that the fit opens."""
        return {m for m in self._all() if m not in self._off and m.source in self._used}

    def remove(self) -> None:
        """Take the chosen mark, or those of the chosen record, away."""
        item = self.tree.currentItem()
        if item is not None and self._marks is not None:
            self._marks.remove([mark for _, mark in _leaves(item)])

    def _all(self) -> tuple[Mark, ...]:
        return self._marks.all() if self._marks is not None else ()

    def _fill(self) -> None:
        chosen = self.tree.currentItem()
        kept = chosen.data(0, _OF_THIS) if chosen is not None else None
        self._filling = True
        self.tree.clear()
        branches: dict[str, QTreeWidgetItem] = {}
        for mark in self._all():
            branch = branches.get(mark.source)
            if branch is None:
                branch = branches[mark.source] = QTreeWidgetItem(self.tree)
                branch.setFlags(branch.flags() | _TICKABLE | Qt.ItemFlag.ItemIsAutoTristate)
                branch.setData(0, _OF_THIS, mark.source)
                branch.setToolTip(0, plain_tip(mark.source))
            place = (
                clock(mark.sample / mark.fs, 1)
                if mark.fs
                else tr("sample {sample}").format(sample=mark.sample)
            )
            leaf = QTreeWidgetItem(branch, [f"{place}  {tr(WORDS[mark.mark])}"])
            leaf.setFlags(leaf.flags() | _TICKABLE)
            leaf.setCheckState(0, Qt.CheckState.Unchecked if mark in self._off else Qt.CheckState.Checked)
            leaf.setData(0, _OF_THIS, mark)
            leaf.setToolTip(
                0,
                plain_tip(
                    tr("{source}, sample {sample}, lead {lead}").format(
                        source=mark.source, sample=mark.sample, lead=mark.lead or tr("not known")
                    )
                ),
            )
            if mark == kept:
                self.tree.setCurrentItem(leaf)
        for source, branch in branches.items():
            here = [mark for _, mark in _leaves(branch)]
            out = "" if source in self._used else tr(", left out")
            branch.setText(0, f"{labelled(here[0].record, counted(here))}{out}")
            branch.setExpanded(source in self._used or len(branches) == 1)
            if source == kept:
                self.tree.setCurrentItem(branch)
        self._filling = False
        self.tree.setVisible(bool(branches))
        self.remove_button.setVisible(bool(branches))
        self._show_words()

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        if self._filling:
            return
        for leaf, mark in _leaves(item):
            (self._off.discard if leaf.checkState(0) == Qt.CheckState.Checked else self._off.add)(mark)
        self._show_words()

    def _show_words(self) -> None:
        self.remove_button.setEnabled(self.tree.currentItem() is not None)
        every, said = self._all(), []
        if every:
            said.append(
                tr("The fit follows {n} of {counted}.").format(n=len(self.followed), counted=counted(every))
            )
            said.append(tr(left_out(every, self._used)))
        if self._marks is not None:
            said.append(tr(self._marks.problem))
        self.words.setText(" ".join(filter(None, said)) or tr(NONE_YET))


def _leaves(item: QTreeWidgetItem) -> Iterator[tuple[QTreeWidgetItem, Mark]]:
    """The marks at or below an item of the tree, with their items."""
    items = [item, *(item.child(i) for i in range(item.childCount()))]
    for one in items:
        if one is not None and isinstance(mark := one.data(0, _OF_THIS), Mark):
            yield one, mark
