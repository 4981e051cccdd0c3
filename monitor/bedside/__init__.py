"""The bedside as a class room and a ward use it: teaching, scenarios, beds; no Qt."""
