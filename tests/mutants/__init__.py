"""`make mutants`: small changes to the code, and whether the tests notice them.

The changes are Cosmic Ray's operators, used through its API, and three of our own; the sampling,
the choice of tests and the running are here, because Cosmic Ray itself tries every change with
every test. Nothing here changes the working tree: each change is made in a copy.
"""
