"""What alerts and labels of beats are held to be, by one rule for the app and the evaluation."""
