"""``ecg-train compare``: old and new weights on one record."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path

from assets.write import check_target, write_bytes
from models.contract.fits import RETRAINED
from training.engine.options import data_options, json_option, progress_option, written


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command to ``ecg-train``."""
    parser = commands.add_parser(
        "compare", parents=[data_options()], help="compare old and new weights on a held-out record"
    )
    parser.add_argument("kind", choices=RETRAINED, help="what the weights are")
    parser.add_argument("--new", type=Path, required=True, metavar="FILE", help="new weights")
    parser.add_argument("--old", type=Path, metavar="FILE", help="old weights (default: the shipped ones)")
    parser.add_argument("--record", required=True, metavar="RECORD", help="name of the catalogue, or a path")
    parser.add_argument("--lead", metavar="NAME", help="lead (default: the first)")
    json_option(parser, "the figures")
    parser.add_argument("--scores", type=written, metavar="FILE", help="also write the scores (NumPy's npz)")
    progress_option(parser)


def run(arguments: argparse.Namespace) -> None:
    """Carry the sub-command out.

    Raises
    ------
    ValueError, OSError, assets.errors.AssetError
        If something asked for cannot be done.
    """
    import numpy as np
    import torch

    from assets.records.open import open_record
    from training.evaluation.compare import assess, score, spread

    check_target(arguments.scores)
    torch.set_num_threads(arguments.threads)
    record = open_record(arguments.record, data_dir=arguments.data_dir)
    lead = record.lead_index(arguments.lead) if arguments.lead else 0
    scored = {
        name: score(record, lead, arguments.kind, weights)
        for name, weights in (("old", arguments.old), ("new", arguments.new))
    }
    figures = {name: assess(record, one) for name, one in scored.items()}
    by_chance = spread(record, scored["old"], scored["new"])
    report = {
        "kind": arguments.kind,
        "record": record.name,
        "lead": record.leads[lead],
        "warnings": list(record.warnings),
        "spread": by_chance.as_json() if by_chance is not None else None,
        **{name: one.as_json() for name, one in figures.items()},
    }
    if arguments.json is not None:
        arguments.json.write(json.dumps(report, allow_nan=False, indent=1) + "\n")
    if arguments.scores is not None:
        arrays = {
            f"{name}_{field}": getattr(one, field)
            for name, one in scored.items()
            for field in ("index", "score", "expected")
        }
        packed = io.BytesIO()
        np.savez(packed, **arrays)
        write_bytes(arguments.scores, packed.getvalue())
    if arguments.progress == "json":
        return  # whoever reads the lines of a program reads the files
    sys.stderr.writelines(f"Record {record.name}: {warning}\n" for warning in record.warnings)
    lines = [f"{arguments.kind} on {record.name}, {record.leads[lead]}, after five minutes:"]
    for name, one in figures.items():
        if record.annotations is None:
            lines.append(
                f"  {name}: {one.alarms_per_minute:.2f} alarms a minute; which are false nobody knows "
                "without annotations"
            )
            continue
        ranks = f"AUC {one.auc:.4f}, average precision {one.average_precision:.4f}, " if one.auc else ""
        lines.append(
            f"  {name}: {ranks}{one.found} of {one.ventricular} V beats found, "
            f"{one.alarms_per_minute:.2f} false alarms a minute"
        )
    sys.stdout.write("\n".join(lines) + "\n")
