"""``ecg-train digits``: fit one digit model or all, measure them, write what the lab ships."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.write import check_target
from models.digits.catalogue import ENTRIES, NORMAL_ONLY, UNPUNISHED
from training.digits.studies import STUDIES, study
from training.engine.options import json_option, reproducible_option, results_options, written
from training.engine.results import write_section

if TYPE_CHECKING:
    from assets.databases.mnist import Mnist
    from training.digits.fits.fit import Fitted

OUT = Path("runs") / "digits"
"""Folder for weights, where not told otherwise."""

_GROUPS = ("all", "anomaly", "figures", "refit", "times")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command ``digits``."""
    parser = subparsers.add_parser(
        "digits",
        parents=[results_options()],
        help="fit the digit lab's models on MNIST and measure them",
        description="Fit the digit lab's models on MNIST. An interrupted fit goes on where it was after its "
        "last epoch, that of a study some seconds earlier; what is already fitted with this seed and these "
        "epochs is taken as it is.",
    )
    parser.add_argument(
        "model",
        metavar="MODEL",
        choices=(*ENTRIES, UNPUNISHED.name, *_GROUPS, *STUDIES),
        help="all: every one of those named last, with codes and figures; anomaly: the ten that never saw "
        "one digit; figures: measure those in DIR again; refit: fit all that the lab ships anew in DIR, "
        "the heartbeats too, measure nothing and say what it took; times: say what each fit of DIR took, "
        "where its file tells; "
        "a study that measures on its own, and fits what only it needs: "
        + (", ".join(STUDIES) or "none")
        + " (from ten minutes to an hour each; likelihood fits nothing); or one of "
        + ", ".join(ENTRIES)
        + f"; {UNPUNISHED.name}, which ships to be compared with, goes to DIR/comparison",
    )
    parser.add_argument(
        "--epochs", type=int, metavar="N", help="passes (default: each model's own, as shipped)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="same seed, same weights (default 1)"
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="folder that holds mnist/ (default: ECG_MONITOR_DATA, else the cache and a download)",
    )
    json_option(parser, "losses and figures")
    parser.add_argument(
        "--out", type=written, default=OUT, metavar="DIR", help=f"folder for the weights (default {OUT})"
    )
    parser.add_argument("--fresh", action="store_true", help="begin anew, whatever is in DIR")
    parser.add_argument(
        "--threads",
        type=int,
        default=1,
        metavar="N",
        help="threads of torch (default 1); part of what fixes a fit",
    )
    reproducible_option(parser)


def run(args: argparse.Namespace) -> int:
    """Do what ``ecg-train digits`` was asked for.

    Parameters
    ----------
    args : argparse.Namespace
        As parsed by the sub-command.

    Returns
    -------
    int
        0.

    Raises
    ------
    AssetError
        If MNIST cannot be had.
    ValueError
        If an argument is out of range, a training runs away, or weights are missing or damaged.
    OSError
        If a file cannot be written.
    """
    _check(args)
    if args.model == "times":
        return _times(args)
    from assets.databases.fetch import fetch_mnist
    from assets.databases.mnist import load_mnist
    from training.digits.fits.fit import NAMES, fit
    from training.engine.compute import prepare

    prepare(args.threads, reproducible=args.reproducible)
    mnist = load_mnist(fetch_mnist(data_dir=args.data_dir))
    if args.model in STUDIES:
        return _study(args, mnist)
    if args.model == "refit":
        from training.digits.refit import refit

        data = args.data_dir
        try:
            refit(mnist, args.out, data_dir=data, seed=args.seed, fresh=args.fresh, say=_tell)
        except FloatingPointError as error:
            raise ValueError(f"refit: {error}") from None
        return _times(args)
    if args.model == "figures":
        names: list[str] = []
    elif args.model == "all":
        names = list(NAMES)
    else:
        names = [e.name for e in NORMAL_ONLY] if args.model == "anomaly" else [args.model]

    begun = time.perf_counter()
    fitted: dict[str, Fitted] = {}
    measure = _measurer(mnist)
    for number, name in enumerate(names, start=1):
        label = f"{name} ({number}/{len(names)})" if len(names) > 1 else name
        with _Bar(label) as bar:
            try:
                fitted[name] = fit(
                    name, mnist, args.out,
                    epochs=args.epochs, seed=args.seed, fresh=args.fresh, report=bar.step, measure=measure,
                )  # fmt: skip
            except FloatingPointError as error:
                raise ValueError(f"{name}: {error}") from None
        bar.told(fitted[name])

    report: dict[str, Any] = {"models": {name: _as_json(one) for name, one in fitted.items()}}
    if len(fitted) == 1:
        report = _as_json(next(iter(fitted.values())))
    if args.model in ("all", "figures"):
        report["figures"] = _figures(args.out, mnist, fitted, args.results)
    report["seconds"] = round(time.perf_counter() - begun, 1)
    sys.stderr.write(f"{report['seconds']} s in all.\n")
    if args.json is not None:
        args.json.write(json.dumps(report, indent=1) + "\n")
    return 0


def _times(args: argparse.Namespace) -> int:
    """Say what the fits of a folder took: file by file of those that ship, of others group by group."""
    from assets.shipped import digits_folder, weights_file
    from models.kinds import LAB
    from training.digits import refit
    from training.digits.times import markdown, times

    if args.out.resolve() == digits_folder().resolve():
        files = [*sorted(args.out.glob("*.safetensors")), *(weights_file(name) for name in LAB)]
        found = times(*files)
        section, command = "digits-times", "ecg-train digits times --out assets/digits"
        table = markdown(found)
    else:
        groups = refit.fitted(args.out)
        found = [one for rows in groups.values() for one in rows if one is not None]
        section, command = "digits-refit", "ecg-train digits refit"
        table = refit.markdown(groups, refit.earlier(args.out))
    if not found:
        raise ValueError(f"There are no weights in {args.out}.")
    sys.stdout.write(f"{table}\n")
    if args.json is not None:
        args.json.write(json.dumps([asdict(one) for one in found], indent=1) + "\n")
    if args.results is not None:
        write_section(args.results, section, command, table)
    return 0


def _study(args: argparse.Namespace, mnist: Mnist) -> int:
    """Do a study, print its tables, write what was asked for."""
    begun = time.perf_counter()
    args.out.mkdir(parents=True, exist_ok=True)
    try:
        done = study(args.model, mnist, args.out, seed=args.seed, fresh=args.fresh, say=_tell)
    except FloatingPointError as error:
        raise ValueError(f"{args.model}: {error}") from None
    report = {**done.json, "seconds": round(time.perf_counter() - begun, 1)}
    sys.stdout.write(f"{done.markdown}\n")
    _tell(f"{report['seconds']} s in all.")
    if args.json is not None:
        args.json.write(json.dumps(report, indent=1) + "\n")
    if args.results is not None:
        write_section(args.results, f"digits-{args.model}", f"ecg-train digits {args.model}", done.markdown)
    return 0


def _check(args: argparse.Namespace) -> None:
    if args.epochs is not None and args.epochs < 1:
        raise ValueError("--epochs must be at least 1.")
    if args.threads < 1:
        raise ValueError("--threads must be at least 1.")
    if not 0 <= args.seed < 2**32:
        raise ValueError("--seed must lie between 0 and 2**32 - 1.")
    check_target(args.results)
    if args.epochs is not None and args.model in (*STUDIES, "refit"):
        raise ValueError(f"--epochs does not go with {args.model}: it chooses its own.")
    if args.results is not None and args.model not in ("all", "figures", "refit", "times", *STUDIES):
        raise ValueError(
            "Results are of all digit models, or of a study: --results goes with all, figures, refit, times"
            + "".join(f", {name}" for name in STUDIES)
            + "."
        )


def _measurer(mnist: Mnist) -> Any:
    import numpy as np
    import torch

    from training.digits.figures.checks import metrics

    x = torch.from_numpy(mnist.test.pixels())
    labels = torch.from_numpy(mnist.test.labels.astype(np.int64))
    return lambda name, network: metrics(name, network, x, labels)


def _figures(out: Path, mnist: Mnist, fitted: dict[str, Fitted], results: Path | None) -> dict[str, Any]:
    """Measure all that is in a folder, write codes and figures into it, print the table."""
    from training.digits.figures.checks import Check
    from training.digits.figures.codes import write_codes
    from training.digits.figures.report import markdown, measure
    from training.digits.figures.writing import write_figures
    from training.digits.fits.fit import NAMES, read_fitted, weights_path

    networks, cards = {}, {}
    known = _known_comparisons(out)
    for name in NAMES:
        if name in known and not weights_path(out, name).is_file():
            continue  # not shipped, and measured when it was fitted
        one = fitted.get(name)
        fit_or_file = one or read_fitted(name, out)
        networks[name], cards[name] = fit_or_file.network, fit_or_file.card
    figures = measure(networks, cards, mnist, lambda what: _tell(f"measuring: {what}"), tuple(known.values()))
    write_codes(out, networks, mnist.test)
    write_figures(out, figures)
    table = markdown([Check(**row) for row in figures["checks"]])
    sys.stdout.write(f"{table}\n")
    if results is not None:
        write_section(results, "digits", "ecg-train digits figures", table)
    return figures


def _known_comparisons(out: Path) -> dict[str, dict[str, Any]]:
    """Figures, by name, of the models for comparison that an earlier measurement in a folder kept."""
    from assets.errors import AssetError
    from models.digits.figures import FILE, read_figures

    try:
        return {row["model"]: dict(row) for row in read_figures(out / FILE)["comparison"]}
    except AssetError:
        return {}  # nothing has been measured there


def _as_json(one: Fitted) -> dict[str, Any]:
    card = one.card
    return {
        "model": one.entry.name,
        "seed": card.seed,
        "epochs": card.epochs,
        "train_loss": list(card.train_loss),
        "metrics": dict(card.metrics),
        "weights": str(one.path),
        "seconds": round(one.seconds, 1),
    }


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")


class _Bar:
    """A bar over the steps of one fit, on the error stream."""

    def __init__(self, label: str) -> None:
        from tqdm import tqdm

        self._label = label
        self._bar = tqdm(desc=label, unit="step", file=sys.stderr, leave=False, mininterval=0.5)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *failure: object) -> None:
        self._bar.close()

    def step(self, step: Any, epochs: int) -> None:
        if self._bar.total is None:
            self._bar.total = epochs * step.steps
            self._bar.initial = self._bar.n = (step.epoch - 1) * step.steps
        self._bar.update()
        self._bar.set_postfix(
            epoch=f"{step.epoch}/{epochs}", loss=f"{step.losses['loss']:.4g}", refresh=False
        )

    def told(self, one: Fitted) -> None:
        losses = " ".join(f"{loss:.4g}" for loss in one.card.train_loss)
        figures = ", ".join(f"{name} {value:.4g}" for name, value in one.card.metrics.items())
        loss = f"loss {losses}; " if losses else ""
        _tell(f"{self._label}: {loss}{figures}; {one.seconds:.0f} s")
