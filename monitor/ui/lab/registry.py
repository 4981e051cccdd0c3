"""The panes of the digit lab: one line each, from which the page, the command line and the tests follow."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.phrase import phrase

if TYPE_CHECKING:
    from monitor.ui.lab.pane import Pane


@dataclass(frozen=True)
class PaneSpec:
    """A pane of the lab.

    Attributes
    ----------
    name : str
        What the program and the command line call it: its file's name, with hyphens.
    text : str
        What its pill says.
    help : str
        What a learner does there, in one sentence.
    source : str
        Its class, ``module:class``, read when the pane is first shown.
    group : str
        Under which of `GROUPS` its pill stands.
    """

    name: str
    text: str
    help: str
    source: str
    group: str

    def load(self) -> type[Pane]:
        """Give the pane's class."""
        module, _, name = self.source.partition(":")
        found: type[Pane] = getattr(importlib.import_module(module), name)
        return found


GROUPS: dict[str, str] = {
    phrase("Course"): phrase("Five short lessons, and what a teacher needs."),
    phrase("Space"): phrase("Where codes lie, and what lies between them."),
    phrase("Learning"): phrase("What happens while a network learns."),
    phrase("Family"): phrase("The autoencoders beside each other."),
    phrase("Use"): phrase("What an autoencoder is good for."),
    phrase("Generate"): phrase("New digits, and how likely a model thinks them."),
    phrase("Time"): phrase("Networks that remember."),
    phrase("Heart"): phrase("The same with beats of an ECG."),
}
"""The row above the pills, and what is found under each; one without a pane has no button."""

_PANES = "monitor.ui.lab.panes"

PANES: tuple[PaneSpec, ...] = (
    PaneSpec(
        "course", phrase("Lessons"), phrase("Predict, try, and see what happened."),
        f"{_PANES}.course.course:CoursePane", "Course",
    ),
    PaneSpec(
        "ideas", phrase("Map of the course"),
        phrase("See how the ideas hang together, and go to where each is seen."),
        f"{_PANES}.course.ideas:IdeasPane", "Course",
    ),
    PaneSpec(
        "teacher", phrase("For teachers"), phrase("Read what each lesson teaches, and the answers."),
        f"{_PANES}.course.teacher:TeacherPane", "Course",
    ),
    PaneSpec(
        "glossary", phrase("Words"), phrase("Read what MSE, AUROC, ELBO and the like mean, in a line each."),
        f"{_PANES}.course.glossary:GlossaryPane", "Course",
    ),
    PaneSpec(
        "map", phrase("Map"), phrase("Walk the latent plane and see where your digit lands."),
        f"{_PANES}.space.map:MapPane", "Space",
    ),
    PaneSpec(
        "holes", phrase("Point or cloud"), phrase("Compare a plain autoencoder's plane with a VAE's."),
        f"{_PANES}.space.holes:HolesPane", "Space",
    ),
    PaneSpec(
        "resample", phrase("Resample"), phrase("Draw from your digit's cloud, by chance or by hand."),
        f"{_PANES}.space.resample:ResamplePane", "Space",
    ),
    PaneSpec(
        "tug-of-war", phrase("Tug-of-war"), phrase("Turn beta while a VAE learns."),
        f"{_PANES}.learning.tug_of_war:TugOfWarPane", "Learning",
    ),
    PaneSpec(
        "lesson", phrase("The lesson"), phrase("Reproduce the course's five epochs."),
        f"{_PANES}.learning.lesson:LessonPane", "Learning",
    ),
    PaneSpec(
        "family", phrase("Family"), phrase("See every autoencoder rebuild your digit."),
        f"{_PANES}.family.family:FamilyPane", "Family",
    ),
    PaneSpec(
        "network", phrase("Network"),
        phrase("See your digit go through the layers, and ask a unit what it does."),
        f"{_PANES}.family.network:NetworkPane", "Family",
    ),
    PaneSpec(
        "denoise", phrase("Denoise"), phrase("Spoil your digit and have it cleaned."),
        f"{_PANES}.family.denoise:DenoisePane", "Family",
    ),
    PaneSpec(
        "write", phrase("Write me a 7"), phrase("Ask for a digit in any handwriting."),
        f"{_PANES}.use.write:WritePane", "Use",
    ),
    PaneSpec(
        "anomaly", phrase("Anomaly"), phrase("Leave a digit out and see whether the error finds it."),
        f"{_PANES}.use.anomaly:AnomalyPane", "Use",
    ),
    PaneSpec(
        "uses", phrase("Uses"), phrase("Measure what codes are good for."),
        f"{_PANES}.use.uses:UsesPane", "Use",
    ),
    PaneSpec(
        "search", phrase("Search"), phrase("Climb the map towards what the judge calls more like a 7."),
        f"{_PANES}.space.search:SearchPane", "Space",
    ),
    PaneSpec(
        "likelihood", phrase("Likelihood"), phrase("Watch the bounds close on how likely your digit is."),
        f"{_PANES}.generate.likelihood:LikelihoodPane", "Generate",
    ),
    PaneSpec(
        "lossy", phrase("What the code keeps"),
        phrase("Have one code drawn three times, and see what it kept."),
        f"{_PANES}.generate.lossy:LossyPane", "Generate",
    ),
    PaneSpec(
        "memory", phrase("Who remembers?"), phrase("Watch a plain RNN and an LSTM learn to keep a mark."),
        f"{_PANES}.time.memory:MemoryPane", "Time",
    ),
    PaneSpec(
        "lstm", phrase("LSTM lesson"), phrase("Teach an LSTM to say the next sample of an ECG."),
        f"{_PANES}.time.lstm:LstmPane", "Time",
    ),
    PaneSpec(
        "regularisers", phrase("Regularisers"),
        phrase("See what sparse, contractive and denoising networks gain by it."),
        f"{_PANES}.learning.regularisers:RegularisersPane", "Learning",
    ),
    PaneSpec(
        "losses", phrase("Losses"),
        phrase("Compare cross-entropy with the squared error, at a pixel and in a network."),
        f"{_PANES}.learning.losses:LossesPane", "Learning",
    ),
    PaneSpec(
        "overfitting", phrase("Overfitting"), phrase("Let a network learn too few digits by heart."),
        f"{_PANES}.learning.overfitting:OverfittingPane", "Learning",
    ),
    PaneSpec(
        "gradient", phrase("Vanishing gradient"),
        phrase("See which layers of a deep network are told anything."),
        f"{_PANES}.learning.gradient:GradientPane", "Learning",
    ),
    PaneSpec(
        "race", phrase("Race"),
        phrase("Let several ways to choose codes draw digits, and see who comes nearest."),
        f"{_PANES}.generate.race:RacePane", "Generate",
    ),
    PaneSpec(
        "heartbeats", phrase("Heartbeats"), phrase("Watch the beats that play land on a map of heartbeats."),
        f"{_PANES}.heart.heartbeats:HeartbeatsPane", "Heart",
    ),
    PaneSpec(
        "diffusion", phrase("Diffusion"),
        phrase("Pour noise over your digit, take it out again, fill in what is missing."),
        f"{_PANES}.generate.diffusion:DiffusionPane", "Generate",
    ),
)  # fmt: skip
"""In the order of their pills in a group. A new pane is a file in ``panes`` and an entry; README says how."""


def pane_spec(name: str) -> PaneSpec:
    """Give the pane of a name.

    Raises
    ------
    ValueError
        If there is no such pane; the message lists those that there are.
    """
    for spec in PANES:
        if spec.name == name:
            return spec
    known = ", ".join(spec.name for spec in PANES)
    raise ValueError(f"the digit lab has no pane {name!r}; there are {known}.")
