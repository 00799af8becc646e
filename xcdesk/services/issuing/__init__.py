"""What the office issues: figures, composed text, numbers and the register."""
