"""Ways out of a curriculum beside books and websites."""
