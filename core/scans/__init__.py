"""From a scanned page to its prints: found, straightened, cut; arrays in, values out."""
