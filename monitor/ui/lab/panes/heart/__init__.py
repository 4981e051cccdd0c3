"""The same with beats of an ECG."""
