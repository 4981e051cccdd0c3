"""The fit of what tells supraventricular beats and an irregular rhythm."""
