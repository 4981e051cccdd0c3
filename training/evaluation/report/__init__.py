"""The evaluation as a page: tables, curves, cases."""
