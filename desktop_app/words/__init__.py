"""Every sentence of the room, the documents and the command line, in one room."""
