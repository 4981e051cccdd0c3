"""What is seen of a heart's electricity: waves, beats as sums of them, and tones."""
