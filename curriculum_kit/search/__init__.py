"""Search in Indonesian: word forms and the index of the website."""
