"""The Linux packages: one frozen folder, as .deb and as .tar.xz with an installer for ~/.local."""
