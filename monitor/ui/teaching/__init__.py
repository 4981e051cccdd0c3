"""The page "Class": learners mark what they see, are asked, are held against the detector, and look back."""
