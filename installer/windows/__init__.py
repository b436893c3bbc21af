"""Make what is installed on Windows, on Debian: a folder, and an installer that holds it."""
