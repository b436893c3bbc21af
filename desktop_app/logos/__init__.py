"""Pictures that people put on papers, checked and in colours that every paper takes; no format."""
