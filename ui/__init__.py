"""The windows."""

import gc

# Cycles are looked for after 50 000 new objects, not after 700. Starting makes a million that all stay (modules, classes,
# widgets): walking them again and again was a quarter of the time to the first paint, and of the waits of a long read.
# What is dropped is freed by counting all the same.
gc.set_threshold(50_000, 10, 10)
