"""Measurements behind README's figures; ``python -m tests.benchmarks`` runs them all."""
