"""Documents to print and to hand on."""
