"""A ward: many beds, each with its stream, analysis, alarms and heart rate, analysed together."""
