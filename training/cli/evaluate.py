"""``ecg-train evaluate`` and ``ecg-train score``."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from assets.databases.mitbih import DS1, DS2

SPLITS = {"DS1": DS1, "DS2": DS2}
KINDS = ("forecaster", "autoencoder", "beats")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both sub-commands to ``ecg-train``."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="folder that holds mitdb/ (default: ECG_MONITOR_DATA, else the cache and PhysioNet)",
    )
    for kind in KINDS:
        shared.add_argument(
            f"--{kind}", type=Path, metavar="FILE", help="weights (default: the shipped ones)"
        )
    evaluation = commands.add_parser(
        "evaluate",
        parents=[shared],
        help="assess the live pipeline, and plainer detectors beside it, on patients it has not seen",
    )
    evaluation.add_argument("--split", choices=tuple(SPLITS), default="DS2", help="records (default DS2)")
    evaluation.add_argument("--json", type=Path, metavar="FILE", help="also write all figures as JSON")
    evaluation.add_argument("--report", type=Path, metavar="DIR", help="also write a report with pictures")
    evaluation.add_argument(
        "--baselines",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="assess the plainer detectors too (default; takes some twelve minutes a split on one core)",
    )
    evaluation.add_argument(
        "--robustness",
        action="store_true",
        help="assess the pipeline inverted, at other gains, on the second lead, at 250 Hz and in noise too",
    )
    evaluation.add_argument("--jobs", type=_positive, default=1, metavar="N", help="records at a time")
    score = commands.add_parser(
        "score", parents=[shared], help="write the live pipeline's score of records, a NumPy file each"
    )
    score.add_argument(
        "records", nargs="+", metavar="RECORD", help="catalogue number, demo, or the path of a WFDB record"
    )
    score.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the files")
    score.add_argument(
        "--channel",
        default="ectopy",
        help="ectopy (default), premature, forecast, reconstruction, or combined",
    )


def run(arguments: argparse.Namespace) -> None:
    """Carry either sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    import torch

    torch.set_num_threads(1)
    if arguments.command == "score":
        _score(arguments)
    else:
        _evaluate(arguments)


def frozen_thresholds() -> dict[str, float]:
    """Thresholds of the scores whose weights carry none: 1 false alarm a minute on DS1.

    As ``ecg-train evaluate --split DS1 --json FILE`` finds them.
    """
    text = (resources.files("training.evaluation") / "thresholds.json").read_text(encoding="utf-8")
    return {name: float(value) for name, value in json.loads(text).items()}


def _score(arguments: argparse.Namespace) -> None:
    from tqdm import tqdm

    from assets.records.open import open_record
    from training.evaluation.score import write_scores

    maker = _pipeline(arguments)
    bar = tqdm(arguments.records, desc="score", unit="record", file=sys.stderr)
    meta = write_scores(
        (open_record(name, data_dir=arguments.data_dir) for name in bar),
        arguments.out,
        maker,
        maker.paths(),
        arguments.channel,
    )
    sys.stdout.write(
        f"Wrote {len(meta['records'])} records to {arguments.out}; delay {meta['latency_s']:.3f} s.\n"
    )


def _evaluate(arguments: argparse.Namespace) -> None:
    from training.evaluation.assess import Assessment, assess
    from training.evaluation.live import COMBINED, MAIN, LivePipeline
    from training.evaluation.protocol import Detector
    from training.evaluation.report.tables import markdown, tables
    from training.evaluation.run import ScoreRun

    if arguments.json is not None and not arguments.json.parent.is_dir():
        raise ValueError(f"There is no folder {arguments.json.parent} to write {arguments.json.name} into.")
    if arguments.report is not None:
        arguments.report.mkdir(parents=True, exist_ok=True)
    maker = _pipeline(arguments)
    names = SPLITS[arguments.split]
    frozen = {**frozen_thresholds(), COMBINED: 1.0, **maker(360.0).thresholds}
    detectors: list[Detector] = [LivePipeline(maker)]
    if arguments.baselines:
        from training.evaluation.baselines import all_baselines

        detectors += all_baselines()
    with _Bar(arguments.split, len(names)) as bar:
        scores = ScoreRun(names, detectors, arguments.data_dir, jobs=arguments.jobs, progress=bar.step)
    with scores:
        assessments: dict[str, Assessment] = {}
        for name in scores.names:
            assessments[name] = assess(scores.truths, scores.scores(name), frozen.get(name))
        points = _points(scores)
        captioned = tables(assessments, points, MAIN)
        figures: dict[str, Any] = {
            "split": arguments.split,
            "records": list(names),
            "detectors": {name: v.as_json() | points[name].as_json() for name, v in assessments.items()},
        }
        if arguments.robustness:
            rows, conditions = _robustness(arguments, maker, frozen, assessments)
            captioned.append(("The pipeline under other conditions: V against N, frozen thresholds", rows))
            figures["robustness"] = conditions
        sys.stdout.write(markdown(captioned))
        if arguments.json is not None:
            text = json.dumps(_plain(figures), indent=1) + "\n"
            arguments.json.write_text(text, encoding="utf-8")
        if arguments.report is not None:
            from training.evaluation.report.page import write_report

            page = write_report(
                arguments.report, scores, assessments, captioned, maker, arguments.split, arguments.data_dir
            )
            sys.stdout.write(f"Wrote {page}.\n")


def _points(scores: Any) -> dict[str, Any]:
    """Point-level figures of each score."""
    from training.evaluation.metrics.vus import point_level

    return {name: point_level(scores.truths, scores.scores(name)) for name in scores.names}


def _robustness(
    arguments: argparse.Namespace, maker: Any, frozen: Mapping[str, float], clean: Mapping[str, Any]
) -> tuple[list[list[str]], dict[str, Any]]:
    """The table of the conditions, and the same as figures."""
    from training.evaluation.assess import assess
    from training.evaluation.live import LivePipeline
    from training.evaluation.report.tables import condition_row
    from training.evaluation.robustness import CONDITIONS
    from training.evaluation.run import ScoreRun

    names = SPLITS[arguments.split]
    pipeline = [name for name in clean if name in frozen and name in LivePipeline.names]
    rows = [["condition", *pipeline], condition_row("as recorded", [clean[name] for name in pipeline])]
    figures: dict[str, Any] = {}
    for label, condition in CONDITIONS.items():
        with _Bar(label, len(names)) as bar:
            scores = ScoreRun(
                names,
                [LivePipeline(maker)],
                arguments.data_dir,
                change=condition,
                jobs=arguments.jobs,
                progress=bar.step,
            )
        with scores:
            assessments = {n: assess(scores.truths, scores.scores(n), frozen[n]) for n in pipeline}
        rows.append(condition_row(label, [assessments[name] for name in pipeline]))
        figures[label] = {name: one.as_json() for name, one in assessments.items()}
    return rows, figures


def _pipeline(arguments: argparse.Namespace) -> Any:
    """What makes the pipeline; the weights are read at once, so that bad ones are named before any work."""
    from training.evaluation.live import StreamMaker

    maker = StreamMaker(*(getattr(arguments, kind) for kind in KINDS))
    maker(360.0)
    return maker


def _plain(value: Any) -> Any:
    """The same with None for numbers that are not finite, which JSON does not know."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


class _Bar:
    """Records done, on the error stream."""

    def __init__(self, label: str, total: int) -> None:
        from tqdm import tqdm

        self._bar = tqdm(total=total, desc=label, unit="record", file=sys.stderr)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def step(self) -> None:
        """One more."""
        self._bar.update()


def _positive(text: str) -> int:
    """Read a whole number of at least 1."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return value
