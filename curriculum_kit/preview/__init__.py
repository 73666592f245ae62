"""The preview: pages follow what an author saves, and the last good ones stay while something is wrong.

One process watches, checks and answers the browser (`live`, `server`); each audience has a process of its own that
keeps its edition open (`edition`), because docutils keeps its directives per process.
"""
