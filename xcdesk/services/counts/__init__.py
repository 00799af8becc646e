"""The one place that counts, and the filter that finds the rows behind a figure."""
