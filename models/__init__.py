"""The mathematics: the causal signal front end, the networks, their scores, and weights in and out."""
