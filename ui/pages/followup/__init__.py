"""Follow-up 督办: findings, complaints and commitments on a board, in a table, on the wall, in the ledger."""
