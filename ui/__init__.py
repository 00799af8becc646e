"""The windows."""

import gc

# Cycles are looked for after 100 000 new objects, not after 700. Starting makes 65 000 that stay (modules,
# classes, widgets), and walking them again and again was a quarter of the time to the first paint.
# What is dropped is freed by counting all the same; cycles wait a little longer.
gc.set_threshold(100_000, 5, 5)
