"""One edition: what one audience gets. Sphinx renders the text, Jinja2 templates lay it out as website and books."""
