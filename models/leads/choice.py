"""Which leads of a source are analysed together: every ECG lead where there are few, else three."""

from __future__ import annotations

from collections.abc import Sequence

from assets.sources.source import Lead, LeadKind

MOST_LEADS = 3
"""No more leads than this are analysed together: the cost grows with each, the gain less and less."""

TOGETHER = -1
"""Stands for the leads that are analysed together, where else the column of a lead would."""

PREFERRED = (("II", "MLII"), ("V1", "MCL1"), ("V5", "MV5"))
"""Of more leads these, if they are there: one that looks along the heart, one across, and one from the left,
as monitors with few electrodes show them."""


def leads_together(leads: Sequence[Lead]) -> tuple[int, ...]:
    """Choose the leads of a source that are analysed together.

    Parameters
    ----------
    leads : sequence of Lead
        One a column.

    Returns
    -------
    tuple of int
        Columns, the first of which counts most: all ECG leads in the source's order, or of more than
        `MOST_LEADS` the `PREFERRED` ones and then the first; empty where there is no ECG lead.
    """
    ecg = [i for i, lead in enumerate(leads) if lead.kind is LeadKind.ECG]
    if len(ecg) <= MOST_LEADS:
        return tuple(ecg)
    wanted = [next((i for i in ecg if leads[i].name.upper() in names), None) for names in PREFERRED]
    order = [i for i in wanted if i is not None]
    order += [i for i in ecg if i not in order]
    return tuple(order[:MOST_LEADS])
