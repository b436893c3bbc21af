"""Documents as pages on the screen and on paper."""
