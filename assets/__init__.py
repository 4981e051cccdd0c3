"""Files, and the one door to them: bundled data, the catalogue, downloads, and reading of records."""
