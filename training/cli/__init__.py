"""``ecg-train``, a file a command, by what a command does: fit, judge, or neither."""
