"""The coverage log: reports entered, changed, arranged, looked through; their evidence and charts."""
