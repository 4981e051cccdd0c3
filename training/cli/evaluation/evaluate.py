"""``ecg-train evaluate``: the live pipeline and plainer detectors, assessed on annotated records."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from assets.databases import svdb
from assets.databases.mitbih import DS1, DS2
from assets.write import check_target
from models.contract.fits import RETRAINED
from training.archive.options import STATUS, archive_options, is_archive
from training.engine.options import json_option, positive, results_options, written
from training.engine.results import has_section, read_section, write_section
from training.evaluation.detectors.options import make_pipeline, pipeline_options

if TYPE_CHECKING:
    from training.evaluation.detectors.live import StreamMaker
    from training.evaluation.detectors.run import ScoreRun
    from training.evaluation.report.tables import Rows
    from training.evaluation.scores.assessment import Assessment

SPLITS = {"DS1": DS1, "DS2": DS2, "SVDB": svdb.DEVELOPMENT}
"""The inter-patient split (`assets.databases.mitbih`), and the half of SVDB that is not a test."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "evaluate",
        parents=[pipeline_options(), results_options(), archive_options()],
        help="assess the live pipeline, its alerts, and plainer detectors, on patients it has not seen",
        epilog=STATUS,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="an archive: annotated records, folders, patterns or lists of them, whose tables go to --out",
    )
    parser.add_argument("--out", type=written, metavar="DIR", help="folder for the tables of an archive")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--split", choices=tuple(SPLITS), default="DS2", help="records (default DS2)")
    chosen.add_argument(
        "--database",
        dest="split",
        type=str.upper,
        choices=("SVDB",),
        help="the same as --split SVDB: the half of the Supraventricular Database that fits may use",
    )
    chosen.add_argument(
        "--records",
        nargs="+",
        metavar="RECORD",
        help="these records: names of the catalogue or paths, annotated",
    )
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", help="these scores alone: of the pipeline or of the baselines"
    )
    json_option(parser, "all figures")
    parser.add_argument("--report", type=written, metavar="DIR", help="also write a report with pictures")
    parser.add_argument(
        "--baselines",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="assess the plainer detectors too (default; takes some four minutes a split on one core), "
        "or keep their rows of --results",
    )
    parser.add_argument(
        "--robustness",
        action="store_true",
        help="assess the pipeline inverted, at other gains, on the second lead, at 250 Hz and in noise too",
    )
    parser.add_argument(
        "--freeze",
        action="store_true",
        help="with --split DS1: write the baselines' thresholds at one false alarm a minute",
    )
    parser.add_argument("--jobs", type=positive, default=1, metavar="N", help="records at a time")


def run(arguments: argparse.Namespace) -> int:
    """Carry the sub-command out; the exit status.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    if arguments.paths:
        _check_archive(arguments)
        from training.archive.run import run_archive

        return run_archive(arguments, "evaluate", arguments.paths)
    if is_archive(arguments, ()) or arguments.out is not None:
        raise ValueError("--workers, --scheduler and --out are for an archive: name its PATHs.")
    import torch

    from training.evaluation.baselines.registry import BASELINES, make_baselines
    from training.evaluation.beats import LEARN_S
    from training.evaluation.detectors.live import COMBINED, FUSED, MAIN, LivePipeline
    from training.evaluation.detectors.run import ScoreRun
    from training.evaluation.ec57 import MULTIPLES
    from training.evaluation.protocol import Detector
    from training.evaluation.thresholds import frozen_thresholds

    torch.set_num_threads(1)
    _check(arguments)
    maker = make_pipeline(arguments)
    names: Sequence[str] = arguments.records or SPLITS[arguments.split]
    label = f"{len(names)} records" if arguments.records else arguments.split
    only: Sequence[str] = arguments.only or (
        *LivePipeline.names,
        FUSED,
        *(BASELINES if arguments.baselines else ()),
    )
    live = LivePipeline(maker, MULTIPLES)
    detectors: list[Detector] = [live] if set(only) & {*LivePipeline.names, FUSED} else []
    detectors += make_baselines([name for name in BASELINES if name in only], LEARN_S)
    frozen = {**frozen_thresholds(), COMBINED: 1.0, **maker(360.0).thresholds}
    frozen[FUSED] = frozen[MAIN]
    with _Bar(label, len(names)) as bar:
        scores = ScoreRun(
            names, detectors, arguments.data_dir, jobs=arguments.jobs, progress=bar.step, only=only
        )
    with scores:
        for name, warnings in scores.warnings.items():
            sys.stderr.writelines(f"Record {name}: {warning}\n" for warning in warnings)
        _tell(arguments, label, names, scores, maker, frozen)
    return 0


def _check_archive(arguments: argparse.Namespace) -> None:
    """Refuse what an archive does not know, before any work."""
    is_archive(arguments, ())
    if arguments.out is None:
        raise ValueError("An archive's tables need a folder: name it with --out.")
    names = ("records", "only", "json", "report", "robustness", "freeze", "results")
    for name in names:
        if getattr(arguments, name):
            raise ValueError(f"An archive is assessed as it is: --{name} goes without PATHs.")
    if arguments.split != "DS2":
        raise ValueError("Name an archive's PATHs or a split, not both.")


def _check(arguments: argparse.Namespace) -> None:
    """Refuse what does not go together, before any work."""
    from training.evaluation.baselines.registry import BASELINES
    from training.evaluation.detectors.live import FUSED, MAIN, LivePipeline

    check_target(arguments.results)
    known = (*LivePipeline.names, FUSED, *BASELINES)
    for name in arguments.only or ():
        if name not in known:
            raise ValueError(f"There is no score {name!r}; there are {', '.join(known)}.")
    plain = set(arguments.only) & set(BASELINES) if arguments.only else arguments.baselines
    if arguments.report is not None and MAIN not in (arguments.only or known):
        raise ValueError(f"The report is about {MAIN}, which --only leaves out.")
    if arguments.robustness and not set(arguments.only or known) & set(LivePipeline.names):
        raise ValueError("Robustness is that of the pipeline, of which --only leaves nothing.")
    if arguments.freeze and (arguments.records or arguments.split != "DS1"):
        raise ValueError("Thresholds are frozen on DS1 alone: --freeze needs --split DS1.")
    if arguments.freeze and not plain:
        raise ValueError("There is nothing to freeze without a baseline.")
    if arguments.results is not None and (arguments.records or arguments.only):
        raise ValueError("Results are of a whole split: --results goes without --records and --only.")
    if arguments.results is not None and any(getattr(arguments, kind) is not None for kind in RETRAINED):
        raise ValueError("Results are those of the shipped weights: --results goes without other ones.")
    if arguments.report is not None:
        arguments.report.mkdir(parents=True, exist_ok=True)


def _tell(
    arguments: argparse.Namespace,
    label: str,
    names: Sequence[str],
    scores: ScoreRun,
    maker: StreamMaker,
    frozen: Mapping[str, float],
) -> None:
    """Assess the scores, and write whatever was asked for."""
    from training.evaluation.alerts import assess_alerts
    from training.evaluation.baselines.registry import BASELINES
    from training.evaluation.detectors.live import FUSED, MAIN
    from training.evaluation.drawn import summed_up
    from training.evaluation.ec57 import compare_beats
    from training.evaluation.metrics.vus import point_level
    from training.evaluation.report.alerts import alert_tables, ec57_tables
    from training.evaluation.report.kept import keep_rows
    from training.evaluation.report.rhythm import rhythm_tables
    from training.evaluation.report.tables import drawn_tables, markdown, tables
    from training.evaluation.scores.assess import assess

    assessments: dict[str, Assessment] = {
        name: assess(scores.truths, scores.scores(name), frozen.get(name)) for name in scores.names
    }
    points = {name: point_level(scores.truths, scores.scores(name)) for name in scores.names}
    main = next((name for name in (FUSED, MAIN) if name in assessments), next(iter(assessments)))
    captioned = tables(assessments, points, main)
    figures: dict[str, Any] = {
        "split": None if arguments.records else arguments.split,
        "records": list(names),
        "warnings": {name: list(warnings) for name, warnings in scores.warnings.items()},
        "detectors": {name: one.as_json() | points[name].as_json() for name, one in assessments.items()},
    }
    if scores.told is not None:
        told = scores.told
        alerts = assess_alerts(scores.truths, [one.alerts for one in told])
        beats = compare_beats(scores.truths, [one.beats for one in told], [one.labels for one in told])
        captioned += [*alert_tables(alerts), *ec57_tables(beats)]
        figures["alerts"], figures["ec57"] = alerts.as_json(), beats.as_json()
    if scores.rhythms is not None:
        captioned += rhythm_tables(scores.rhythms)
        figures["rhythms"] = scores.rhythms.as_json()
    if scores.drawn:
        captioned += drawn_tables(scores.drawn)
        figures["drawn"] = {
            channel: summed_up([*each.values()]) | {"records": {n: one.as_json() for n, one in each.items()}}
            for channel, each in scores.drawn.items()
        }
    conditions: list[tuple[str, Rows]] = []
    if arguments.robustness:
        rows, figures["robustness"] = _robustness(arguments, names, maker, frozen, assessments)
        conditions.append(("The pipeline under other conditions: V against N, frozen thresholds", rows))
    sys.stdout.write(markdown([*captioned, *conditions]))
    seen = _seen(arguments)
    if learnt := [name for name in names if name in seen]:
        sys.stdout.write(
            f"\nThe models have learnt from {_these(names, learnt)}: there these figures flatter them.\n"
        )
    if arguments.json is not None:
        text = json.dumps(_plain(figures), indent=1) + "\n"
        arguments.json.write(text)
    if arguments.results is not None:
        command = f"ecg-train evaluate --split {arguments.split}"
        plain = command if arguments.baselines else f"{command} --no-baselines"
        section = f"evaluation-{arguments.split}"
        text = markdown(captioned)
        if not arguments.baselines and has_section(arguments.results, section):
            # They do not change with the program's weights, and take as long again.
            text = keep_rows(read_section(arguments.results, section), text, BASELINES)
        write_section(arguments.results, section, plain, text)
        if conditions:
            section = f"robustness-{arguments.split}"
            write_section(arguments.results, section, f"{command} --robustness", markdown(conditions))
    if arguments.freeze:
        from training.evaluation.thresholds import FILE, POINT, freeze

        kept = freeze({name: one.operating[POINT].threshold for name, one in assessments.items()})
        sys.stdout.write(f"Wrote {len(kept)} thresholds to {FILE}.\n")
    if arguments.report is not None:
        from training.evaluation.report.page import write_report

        page = write_report(
            arguments.report, scores, assessments, [*captioned, *conditions], maker, label, arguments.data_dir
        )
        sys.stdout.write(f"Wrote {page}.\n")


def _robustness(
    arguments: argparse.Namespace,
    names: Sequence[str],
    maker: StreamMaker,
    frozen: Mapping[str, float],
    clean: Mapping[str, Assessment],
) -> tuple[Rows, dict[str, Any]]:
    """The table of the conditions, and the same as figures."""
    from training.engine.pool import workers
    from training.evaluation.detectors.live import LivePipeline
    from training.evaluation.detectors.run import ScoreRun, Together
    from training.evaluation.report.tables import condition_row
    from training.evaluation.robustness import CONDITIONS
    from training.evaluation.scores.assess import assess

    pipeline = [name for name in clean if name in LivePipeline.names]
    rows = [["condition", *pipeline], condition_row("as recorded", [clean[name] for name in pipeline])]
    figures: dict[str, Any] = {}
    with workers(arguments.jobs) if arguments.jobs > 1 else nullcontext() as pool:
        for label, condition in CONDITIONS.items():
            with _Bar(label, len(names)) as bar:
                scores = ScoreRun(
                    names,
                    [],
                    arguments.data_dir,
                    change=condition,
                    jobs=arguments.jobs,
                    progress=bar.step,
                    only=pipeline,
                    together=Together(maker, pool),
                )
            with scores:
                found = {n: assess(scores.truths, scores.scores(n), frozen[n]) for n in pipeline}
            rows.append(condition_row(label, [found[name] for name in pipeline]))
            figures[label] = {name: one.as_json() for name, one in found.items()}
    return rows, figures


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


def _seen(arguments: argparse.Namespace) -> set[str]:
    """Records that the models at work have learnt from, or that choices were made on."""
    from models.kinds import kind

    seen = set(DS1)  # that of the QRS detector, whose weights are always the shipped ones
    for name in RETRAINED:
        known = kind(name)
        card = known.load(getattr(arguments, name) or known.shipped_file).card
        seen |= {*card.records, *getattr(card, "validation_records", ())}
    return seen


def _these(names: Sequence[str], learnt: Sequence[str]) -> str:
    """Name some of the records, or say that they are all."""
    if len(learnt) == len(names) > 3:
        return "all of these records"
    return " ".join(learnt) if len(learnt) <= 5 else f"{len(learnt)} of these records"
