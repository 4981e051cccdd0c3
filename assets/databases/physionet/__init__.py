"""Any open record of PhysioNet by its name: ``afdb/04015``."""
