"""Plots, bars and tables of the lab."""
