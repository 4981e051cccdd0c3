"""What disturbs a signal: noise, leads off or exchanged, gaps; added to any source while it plays."""
