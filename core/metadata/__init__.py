"""EXIF, XMP, IPTC: what comes with a photo, and what a result says of itself."""
