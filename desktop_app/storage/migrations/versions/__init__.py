"""One module per revision, named after it; what a released one makes is never changed."""
