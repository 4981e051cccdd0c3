"""Everything a user can do: the tables behind shortcuts, tabs, hints and the help page."""
