"""Fills in a form with Poppler, as Evince and Okular do: SOURCE TARGET VALUES, the last as JSON.

Run by the Python of the system, for which Debian has Poppler's bindings (`gir1.2-poppler-0.18`, `python3-gi`).
A choice is told by its letter, a box to tick by `ya`.
"""

import json
import sys
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402  # the version is asked for before


def main(source: str, target: str, values: str) -> None:
    """Set each field that is named, and save a copy."""
    document = Poppler.Document.new_from_file(Path(source).as_uri(), None)
    left = json.loads(values)
    for number in range(document.get_n_pages()):
        page = document.get_page(number)
        for found in page.get_form_field_mapping():
            field = found.field
            name = field.get_name()
            if name not in left:
                continue
            if field.get_field_type() == Poppler.FormFieldType.TEXT:
                field.text_set_text(left.pop(name))
            elif field.button_get_button_type() == Poppler.FormButtonType.CHECK:
                field.button_set_state(left.pop(name) == "ya")
            elif field.get_alternate_ui_name().endswith(f" {left[name]}"):
                field.button_set_state(state=True)
                del left[name]
    if left:
        raise SystemExit(f"not found: {sorted(left)}")
    document.save(Path(target).as_uri())


if __name__ == "__main__":
    main(*sys.argv[1:])
