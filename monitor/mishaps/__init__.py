"""What goes wrong unexpectedly: counted, and kept in a log without a patient's data."""
