"""Work of the lab in processes of its own, and the panes that have it done."""
