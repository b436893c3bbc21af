"""The library's schema, revision by revision; run by Alembic, imported only for old files."""
