"""The monitor's page: strips, lanes, banner, alerts, transport."""
