"""Public databases: what is known of them, and how their files are fetched and checked."""
