"""What has been played: held in memory for a while, spooled to disk, read back."""
