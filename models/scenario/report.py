"""What a headless run tells of a scenario."""

from __future__ import annotations

from typing import Any

from models.scenario.source import ScenarioSource


def scenario_json(source: ScenarioSource) -> dict[str, Any]:
    """Title, whether it came to its end, and all that happened, in samples and seconds of the stream."""
    fs = source.info.fs
    return {
        "title": source.scenario.title,
        "over": source.truth.over,
        "happened": [
            {
                "at": one.at,
                "at_s": round(one.at / fs, 3),
                "what": one.what.value,
                "step": one.step,
                "words": one.words,
                "right": one.right,
                "why": one.why,
            }
            for one in source.happened
        ],
    }
