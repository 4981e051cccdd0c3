"""The dialogs about what is kept or sent: export, recording, publishing."""
