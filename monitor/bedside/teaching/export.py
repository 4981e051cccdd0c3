"""Results as text: CSV for spreadsheets, JSON for programs; each says by which rules it was scored."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from assets.write import write_text
from models.judging.reference import MATCH_S
from monitor.alerts.export import cell
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.pairing import LATENCY_S, Pairs
from monitor.bedside.teaching.quiz import Quiz
from monitor.bedside.teaching.scoring import FASTEST_S, GRACE_S, PREMATURE_S, Result, Verdict
from monitor.bedside.teaching.truth import ASKED_S, Episode, Truth

RULES = {
    "right_until_after_end_s": GRACE_S,
    "no_reaction_below_s": FASTEST_S,
    "premature_within_s": PREMATURE_S,
    "asked_from_length_s": ASKED_S,
    "match_s": MATCH_S,
    "press_later_by_up_to_s": LATENCY_S,
}
"""The numbers of `monitor.bedside.teaching.scoring` and `monitor.bedside.teaching.pairing`."""

CLASS_COLUMNS = (
    "learner",
    "time_s",
    "sample",
    "answer",
    "verdict",
    "reaction_s",
    "truth",
    "episode_start_s",
    "episode_end_s",
)
"""A row a mark, and one an episode that was missed (verdict ``missed``)."""

QUIZ_COLUMNS = ("question", "learner", "truth", "answer", "right", "seconds", "from", "annotation")
"""A row an answer."""


def write_class_csv(path: Path, truth: Truth, results: Sequence[Result]) -> None:
    """Write what each learner marked, and what was missed.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    fs = truth.fs
    rows: list[list[object]] = []
    for result in results:
        for one in result.judged:
            mark = one.mark
            named = mark.finding.key if mark.finding else "now"
            rows.append(
                [
                    cell(result.learner),
                    f"{mark.sample / fs:.3f}",
                    mark.sample,
                    named,
                    one.verdict.value,
                    _number(one.reaction_s),
                    *_episode_cells(one.episode, fs),
                ]
            )
        for episode in result.missed:
            rows.append([cell(result.learner), "", "", "", "missed", "", *_episode_cells(episode, fs)])
    _write(path, CLASS_COLUMNS, rows)


def _episode_cells(episode: Episode | None, fs: float) -> list[str]:
    if episode is None:
        return ["", "", ""]
    return [episode.finding.key, f"{episode.start / fs:.3f}", f"{episode.end / fs:.3f}"]


def write_class_json(path: Path, name: str, truth: Truth, results: Sequence[Result]) -> None:
    """Write the results of a class with the rules by which they came about.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    fs = truth.fs
    _write_json(
        path,
        {
            "source": name,
            "fs": fs,
            "start_s": truth.start / fs,
            "stop_s": truth.stop / fs,
            "rules": RULES,
            "learners": [result_json(result, fs) for result in results],
        },
    )


def result_json(result: Result, fs: float) -> dict[str, Any]:
    """Describe a learner's result as JSON; times in seconds, null where there is none."""
    return {
        "learner": result.learner,
        "asked": result.asked,
        "named": result.named,
        "median_reaction_s": _rounded(result.reaction_s),
        **{verdict.value: result.count(verdict) for verdict in Verdict},
        "missed": [
            {"truth": one.finding.key, "start_s": round(one.start / fs, 3), "end_s": round(one.end / fs, 3)}
            for one in result.missed
        ],
        "ectopic_beats": pairs_json(result.beats),
        "noticed_s": [round(s, 3) for s in result.noticed_s],
    }


def pairs_json(pairs: Pairs) -> dict[str, Any]:
    """Describe marks held against beats as JSON."""
    return {
        "hits": len(pairs.hits),
        "missed": len(pairs.missed),
        "false": len(pairs.false),
        "sensitivity": _rounded(pairs.sensitivity),
        "positive_predictivity": _rounded(pairs.predictivity),
        "median_latency_s": _rounded(pairs.latency_s),
    }


def write_quiz_csv(path: Path, quiz: Quiz) -> None:
    """Write every answer of a quiz.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    _write(
        path,
        QUIZ_COLUMNS,
        (
            [
                answer.question + 1,
                cell(answer.learner),
                quiz.places[answer.question].finding.key,
                answer.finding.key,
                "yes" if quiz.right(answer) else "no",
                f"{answer.seconds:.2f}",
                cell(quiz.places[answer.question].title),
                cell(quiz.places[answer.question].words),
            ]
            for answer in quiz.answers
        ),
    )


def write_quiz_json(path: Path, quiz: Quiz, seed: int) -> None:
    """Write the results of a quiz, its strips and the table of what was taken for what.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    _write_json(
        path,
        {
            "seed": seed,
            "strips": [
                {
                    "source": place.source,
                    "start": place.start,
                    "stop": place.stop,
                    "fs": place.fs,
                    "truth": place.finding.key,
                    "annotation": place.words,
                }
                for place in quiz.places
            ],
            "learners": [
                {
                    "learner": one.learner,
                    "right": one.right,
                    "answered": one.answered,
                    "median_seconds": _rounded(one.seconds),
                }
                for one in quiz.results()
            ],
            "answers": [
                {
                    "question": answer.question + 1,
                    "learner": answer.learner,
                    "answer": answer.finding.key,
                    "right": quiz.right(answer),
                    "seconds": round(answer.seconds, 2),
                }
                for answer in quiz.answers
            ],
            "confusion": {
                truth.key: {told.key: n for (what, told), n in _in_order(quiz) if what is truth}
                for truth in Finding
            },
        },
    )


def _in_order(quiz: Quiz) -> list[tuple[tuple[Finding, Finding], int]]:
    order = {finding: i for i, finding in enumerate(Finding)}
    return sorted(quiz.confusion().items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))


def write_pairs_csv(path: Path, fs: float, pairs: dict[str, Pairs]) -> None:
    """Write what became of every beat and mark, of the learner and of the detector.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    rows: list[list[object]] = []
    for who, found in pairs.items():
        rows += [
            [cell(who), "hit", f"{beat / fs:.3f}", f"{mark / fs:.3f}", f"{(mark - beat) / fs:.3f}"]
            for beat, mark in found.hits
        ]
        rows += [[cell(who), "missed", f"{beat / fs:.3f}", "", ""] for beat in found.missed]
        rows += [[cell(who), "false", "", f"{mark / fs:.3f}", ""] for mark in found.false]
    _write(path, ("who", "what", "beat_s", "mark_s", "latency_s"), rows)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows(rows)
    write_text(path, table.getvalue())


def _write_json(path: Path, content: dict[str, Any]) -> None:
    write_text(path, json.dumps(content, indent=2, allow_nan=False) + "\n")
