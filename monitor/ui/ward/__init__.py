"""The ward: many beds on one page, and any of them opened with everything."""
