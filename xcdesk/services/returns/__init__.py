"""Which unit has sent its return for which month, which has not, and the text that reminds it."""
