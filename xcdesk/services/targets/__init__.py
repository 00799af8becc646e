"""What the plan asks of each outlet and unit, from when on, and how far it is met."""
