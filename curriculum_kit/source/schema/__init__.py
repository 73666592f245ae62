"""The records of a curriculum on disk: frozen, strict about unknown keys, every value typed."""
