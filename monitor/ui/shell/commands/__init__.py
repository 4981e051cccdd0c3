"""What a user does from anywhere in the window: with the stream, the alerts, the files kept of them."""
