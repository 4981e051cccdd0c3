"""``ecg-train``, one file a command."""
