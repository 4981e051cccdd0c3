"""The files that a run without a window is asked for besides its JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.sources.source import SourceInfo
from assets.text_output import TextOutput
from assets.write import check_new, check_target
from models.alerts.events import Event, joined_leads
from models.beats.scores import BeatScores
from monitor.alerts.annotations import alerts_file, beats_file, write_alerts, write_beat_labels
from monitor.alerts.export import write_beats, write_csv


@dataclass(frozen=True)
class Outputs:
    """Where to write; None for what is not asked for.

    Attributes
    ----------
    csv : TextOutput or None
        The alerts as CSV.
    beats : TextOutput or None
        The beats as CSV.
    annotations : Path or None
        Folder of the WFDB annotation files.
    """

    csv: TextOutput | None = None
    beats: TextOutput | None = None
    annotations: Path | None = None

    @property
    def on_stdout(self) -> bool:
        """Whether one of them goes to standard output."""
        return any(one.path is None for one in self._texts)

    @property
    def _texts(self) -> list[TextOutput]:
        return [one for one in (self.csv, self.beats) if one is not None]

    def check(self) -> None:
        """Refuse what cannot be written, before anything is opened.

        Raises
        ------
        WriteError
            Naming the first of them.
        """
        for one in self._texts:
            one.check()
        if self.annotations is not None:
            check_target(self.annotations / "annotations")

    def check_names(self, info: SourceInfo) -> None:
        """Refuse the record's own files, and annotation files that exist: these are named by the record.

        Raises
        ------
        WriteError
            Naming the first of them.
        """
        for one in self._texts:
            one.check_apart(info.files)
        if self.annotations is not None:
            check_new(alerts_file(self.annotations, info))
            check_new(beats_file(self.annotations, info))

    def write(
        self, events: Sequence[Event], beats: BeatScores, info: SourceInfo, leads: Sequence[int]
    ) -> Iterator[str]:
        """Write the files, and say of each what is in it.

        Raises
        ------
        ExportError
            If one cannot be written.
        """
        lead, name = leads[0], joined_leads([info.leads[lead].name for lead in leads])
        alerts, labels = f"{len(events)} alerts", f"{len(beats)} beats"
        if self.csv is not None:
            write_csv(self.csv, events, info, info.leads[lead].name)
            yield f"{alerts} written to {self.csv}."
        if self.beats is not None:
            write_beats(self.beats, {name: beats}, events, info)
            yield f"{labels} written to {self.beats}."
        if self.annotations is None:
            return
        if len(events):
            yield f"{alerts} written to {write_alerts(self.annotations, events, info, lead)}."
        if len(beats):
            path = write_beat_labels(self.annotations, beats, events, info, lead, name)
            yield f"{labels} written to {path}."
        else:
            yield "No beat was found: there is none to annotate."
        if info.offset:
            yield (
                "Annotations count samples as the whole record does, in which this excerpt begins at "
                f"{info.offset}."
            )
