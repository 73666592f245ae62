"""The search of the website beside other engines, on the golden set."""
