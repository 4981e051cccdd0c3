"""What the window has done in a process of its own: trainings and measurements, watched while they go on.

``python -m training.digits.live`` is started by the window, reads one request and then commands as lines of
JSON from its standard input, and tells its progress as lines of JSON on its standard output. It ends with its
work, or as soon as its input is closed: nothing is left behind where the window ends or is killed.
"""
