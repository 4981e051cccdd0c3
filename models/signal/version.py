"""Which version of the front end this is; apart from it, so that whoever checks a file needs no filters."""

FRONTEND_ID = "ecg-frontend-1"
"""Version of `models.signal.frontend`; weights fitted behind another one are refused."""
