"""Simulated patients, judged by what did not make them: detectors, the monitor's analysis, textbooks."""
