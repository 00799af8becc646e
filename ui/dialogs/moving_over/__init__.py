"""The office's own ledgers moved over: what each sheet means, its preview, and the comparison at the end."""
