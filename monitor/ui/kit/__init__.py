"""What all pages are made of: colours, parts, painting, words."""
