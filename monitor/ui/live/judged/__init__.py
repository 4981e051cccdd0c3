"""What the reference annotations say of the alerts: when it is counted, and in words."""
