"""The first start: three doors, each with a short tour that points at real controls."""
