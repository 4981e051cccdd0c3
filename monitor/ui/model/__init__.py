"""The model view: what the models see at one moment, and who remembers longer."""
