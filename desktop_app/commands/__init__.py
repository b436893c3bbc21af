"""What organisers do without a window, a file for each sort of command."""
