"""What is learnt from: records, own recordings, and their variation."""
