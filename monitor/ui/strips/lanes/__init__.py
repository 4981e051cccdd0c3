"""The lanes under the strips: what has a threshold, against time, and the line to drag."""
