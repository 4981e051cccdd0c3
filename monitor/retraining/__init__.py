"""Fitting the models anew from within the monitor: what is asked for, what is kept. No Qt."""
