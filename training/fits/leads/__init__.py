"""The choice of how the scores of several leads are put together."""
