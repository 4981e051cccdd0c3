"""The signal before any network: front end, the patient's baseline, heart rate."""
