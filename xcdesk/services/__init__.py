"""What the office can do: plain functions in, plain rows out."""
