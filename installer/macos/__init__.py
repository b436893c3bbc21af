"""The macOS bundle: icons and Info.plist are made anywhere; a Mac builds, signs and packs it."""
