"""The evaluation as one page that can be sent: tables, curves, strips, and what went wrong."""

from __future__ import annotations

import base64
import html
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from assets.write import write_text
from training.evaluation.detectors.live import MAIN, StreamMaker
from training.evaluation.detectors.run import ScoreRun
from training.evaluation.detectors.score import digest
from training.evaluation.report import pictures
from training.evaluation.report.cases import gather, worst_false_alarms, worst_misses
from training.evaluation.report.tables import Rows
from training.evaluation.scores.assessment import Assessment

PAGE = "report.html"

_STYLE = """
:root { --ink: #1c2733; --faint: #5f6c79; --line: #dde3e9; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 1120px; background: #fff; color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 19px; line-height: 1.3; margin: 44px 0 8px; }
p { max-width: 76ch; margin: 0 0 12px; }
.faint, figcaption, footer { color: var(--faint); font-size: 13px; }
.scroll { overflow-x: auto; margin: 0 0 12px; }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; width: 100%; }
th, td { padding: 5px 10px; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--faint); border-bottom: 2px solid var(--line); }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tr.main td { font-weight: 600; background: #eef7f8; }
figure { margin: 0; }
img { max-width: 100%; height: auto; display: block; }
.cases { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 500px), 1fr)); gap: 20px; }
footer { margin-top: 48px; border-top: 1px solid var(--line); padding-top: 12px; overflow-wrap: anywhere; }
"""

_PROTOCOL = (
    "The inter-patient split is that of de Chazal et al. 2004; models and thresholds come from DS1 alone. "
    "Each record's first five minutes are for getting to know the patient and are not assessed. A beat's "
    "score is the greatest from 0.1 s before to 0.35 s after its R peak, later by the detector's declared "
    "delay; an alarm is counted once a second, and is false unless it comes within a second after a beat "
    "that is not normal. Every score is indexed by the time at which it was known."
)


def write_report(
    folder: Path,
    scores: ScoreRun,
    assessments: Mapping[str, Assessment],
    captioned: Sequence[tuple[str, Rows]],
    maker: StreamMaker,
    split: str,
    data_dir: Path | None,
) -> Path:
    """Write the report as one page with its pictures within.

    Parameters
    ----------
    folder : Path
        Where to; it exists.
    scores : ScoreRun
        The scores that were assessed.
    assessments : mapping of str to Assessment
        By detector.
    captioned : sequence of (str, rows)
        The tables.
    maker : StreamMaker
        The pipeline.
    split : str
        Name of the inter-patient split, or of the records.
    data_dir : Path or None
        Local mirror.

    Returns
    -------
    Path
        The page.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    best = assessments[MAIN]
    at = best.operating["frozen"]
    thresholds = {name: maker(360.0).thresholds[name] for name in ("forecast", "reconstruction", MAIN)}
    parts = [
        f"<h1>Ectopic beats in {split}, {len(assessments[MAIN].records)} records</h1>",
        f"<p>{html.escape(_summary(best))}</p>",
        f'<p class="faint">{html.escape(_PROTOCOL)}</p>',
    ]
    for caption, rows in captioned[:1]:
        parts += [f"<h2>{html.escape(caption)}</h2>", _table(rows)]
    parts += [
        "<h2>Curves</h2>",
        _image(pictures.curves(assessments), "ROC and precision-recall curves, V against N"),
    ]
    for caption, rows in captioned[1:]:
        parts += [f"<h2>{html.escape(caption)}</h2>", _table(rows)]
    parts += [
        "<h2>The records as strips</h2>",
        _image(
            pictures.strips(scores.truths, scores.scores(MAIN), at.threshold, MAIN),
            "Score of each record against time",
        ),
    ]
    for title, label, places in (
        ("The worst misses", "Missed", worst_misses(scores, MAIN, at.threshold)),
        ("The worst false alarms", "False alarm", worst_false_alarms(scores, MAIN, at.threshold)),
    ):
        parts.append(f'<h2>{title}</h2><p class="faint">{_CASES}</p><div class="cases">')
        for place in places:
            drawn = gather(place, label, scores, thresholds, maker, data_dir)
            parts.append(_image(pictures.case(drawn), drawn.caption))
        parts.append("</div>" if places else "</div><p>There is none.</p>")
    weights = "; ".join(f"{kind} {digest(path)[:12]}" for kind, path in maker.paths().items())
    libraries = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy", "torch"))
    parts.append(
        f"<footer>Weights (SHA-256): {weights}. Versions: {libraries}. Data: MIT-BIH Arrhythmia Database, "
        "Moody and Mark 2001, PhysioNet. For teaching and research; not a medical device.</footer>"
    )
    page = folder / PAGE
    head = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>ECG Monitor: evaluation on {split}</title><style>{_STYLE}</style></head><body>\n"
    )
    write_text(page, head + "\n".join(parts) + "\n</body></html>\n")
    return page


_CASES = (
    "The shaded span is the beat's window, or that about the alarm. Above: the signal, what forecast and "
    "reconstruction expected, and the reference's beats. Below: the scores in units of their thresholds."
)


def _summary(assessment: Assessment) -> str:
    ranking, at = assessment.rankings["V"], assessment.operating
    frozen = at["frozen"]
    return (
        f"{MAIN.capitalize()}, the score that raises alerts, tells V from N beats with an AUC of "
        f"{ranking.auc:.3f} and an average precision of {ranking.precision:.3f}. It finds "
        f"{at['1/min'].sensitivity:.1%} of the V beats at one false alarm a minute and "
        f"{at['0.1/min'].sensitivity:.1%} at one in ten minutes; at the threshold frozen on DS1 "
        f"{frozen.sensitivity:.1%}, {frozen.runs_found} of {frozen.runs} runs, with "
        f"{frozen.alarms_per_minute:.2f} false alarms a minute."
    )


def _table(rows: Rows) -> str:
    head, *body = rows
    lines = ["<tr>" + "".join(f"<th>{html.escape(cell)}</th>" for cell in head) + "</tr>"]
    for row in body:
        mark = ' class="main"' if row[0] == MAIN else ""
        lines.append(f"<tr{mark}>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>")
    return '<div class="scroll"><table>' + "\n".join(lines) + "</table></div>"


def _image(png: bytes, description: str) -> str:
    data = base64.b64encode(png).decode("ascii")
    source = f"data:image/png;base64,{data}"
    return f'<figure><img alt="{html.escape(description)}" src="{source}"></figure>'
