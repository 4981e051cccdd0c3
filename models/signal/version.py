"""What is fixed about the front end: its version and its rate; who asks for these alone needs no filters."""

FRONTEND_ID = "ecg-frontend-1"
"""Version of `models.signal.frontend`; weights fitted behind another one are refused."""

MODEL_FS = 120.0
"""Rate of the rows that the models see, Hz."""
