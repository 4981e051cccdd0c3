"""How well a score tells ectopic beats from others, at every threshold and at the frozen one."""
