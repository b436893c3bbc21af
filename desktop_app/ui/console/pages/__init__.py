"""One page per kind of step; each shows a Session and gives it commands."""
