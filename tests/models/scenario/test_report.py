"""A headless run tells what happened."""

import json

from models.scenario.opening import open_scenario
from models.scenario.report import scenario_json
from models.scenario.script import Deed


def test_it_says_when_what_happened_and_why():
    source = open_scenario("vt-vf-shock")
    source.read(round(50 * source.info.fs))
    source.do(Deed.SHOCK)
    source.read(500)
    told = json.loads(json.dumps(scenario_json(source), allow_nan=False))
    assert told["title"] == source.scenario.title
    assert not told["over"]
    assert [
        (one["at_s"], one["what"], one["step"]) for one in told["happened"] if one["what"] in ("step", "deed")
    ] == [
        (0.0, "step", "sinus"),
        (45.0, "step", "VT"),
        (50.0, "deed", "VT"),
        (51.0, "step", "after the shock"),
    ]
    assert told["happened"][-2]["why"] == "“shock”"
