"""Streams of the Lab Streaming Layer (LSL) as sources: found, described, put on a regular time base."""
