"""The Retraining page: fit the models anew, watch, compare, adopt."""
