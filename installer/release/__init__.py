"""What all packages share: what they are built from, licences, sums and the bill of materials."""
