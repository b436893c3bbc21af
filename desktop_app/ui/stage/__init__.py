"""The stage: what the room sees, its small mirror, and which screen it is on."""
