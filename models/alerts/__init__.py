"""From samples to scores and alerts, live and headless alike; no Qt."""
