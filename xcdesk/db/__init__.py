"""The bottom of the core: the database handle, the parent of every table, column types, migrations."""
