"""Tables, one module per aggregate."""
