"""From a scenario's text to a scenario, with the line of every fault."""
