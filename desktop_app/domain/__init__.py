"""The words of the product as frozen values and their rules; standard library only."""
