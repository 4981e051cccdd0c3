"""What a text file does not say is asked, beside a preview of what comes of the answers."""
