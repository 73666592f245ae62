"""What a curriculum holds, as plain data: hours, alignment, facts by age, what there is to print, what is translated.

Each report is one pure function in a module of its name; `overview` makes them all. `curriculum_kit.report` writes
them as text and JSON, the edition as a page for trainers. A curriculum with mistakes is reported as far as it could be
read: what is missing is left out.
"""

from curriculum_kit.overview.built import Built, built_books, last_built
from curriculum_kit.overview.whole import Overview, overview

__all__ = ["Built", "Overview", "built_books", "last_built", "overview"]
