"""What lives as long as the application: windows, start, links between them, trouble."""
