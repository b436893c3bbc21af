"""The library on disk: tables, units of work, migrations, backups and files read or written."""
