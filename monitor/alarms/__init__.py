"""The alarms' life cycle, their journal, limits and sounds; no Qt."""
