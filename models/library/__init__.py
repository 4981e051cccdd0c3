"""The public face: open a source, push it through the pipeline, take the alerts; draw a stretch of it."""
