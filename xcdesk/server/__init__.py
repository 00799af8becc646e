"""Several desks on one PostgreSQL server: moving an office there and back, roles and what each may do."""
