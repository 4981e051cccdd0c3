"""The journal of alarms on the disk: its lines, its strips, its files."""
