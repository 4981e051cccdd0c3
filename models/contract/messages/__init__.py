"""What a fit or another piece of work tells while it runs, and what it is told: JSON, one message a line.

Each message is an object whose ``event`` names it; the app, ``ecg-train all`` and whoever else watches
``--progress json`` read the same ones. What the app asks the digit lab's process for is named by ``do``.
Losses are in nats. A line that is none of these is refused in a sentence.
"""
