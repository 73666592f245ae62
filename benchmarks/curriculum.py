"""A large curriculum for measuring: the real modules, copied under new numbers with more sessions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

MODULES = Path(__file__).parents[1] / "modules"
_NAME = re.compile(r"^:name: (\S+)$", re.MULTILINE)


def write_curriculum(root: Path, modules: int = 15, sessions: int = 166) -> None:
    """Write a curriculum with so many modules and sessions into the folder `root`, which must not exist."""
    shutil.copytree(MODULES, root)
    originals = sorted(path.parent.name for path in root.glob("*/module.yaml"))
    shared = [number * sessions // modules for number in range(modules + 1)]
    for number in range(modules):
        original = originals[number % len(originals)]
        target = root / f"uji-{number + 1:02}"
        shutil.copytree(root / original, target)
        _write_sessions(target, shared[number + 1] - shared[number])
        record = (target / "module.yaml").read_text("utf-8")
        record = re.sub(r"^number: \d+", f"number: {100 + number}", record, flags=re.MULTILINE)
        record = re.sub(r"^(  code: )\S+", rf"\g<1>CK-UJI-{number + 1:02}", record, flags=re.MULTILINE)
        (target / "module.yaml").write_text(record, "utf-8")
    for original in originals:
        shutil.rmtree(root / original)
    shutil.rmtree(root / "programmes")


def _write_sessions(module: Path, wanted: int) -> None:
    files = sorted((module / "sessions").glob("*.md"))
    ids = [file.stem for file in files]
    for number in range(len(files), wanted):
        source = files[number % len(files)]
        text = source.read_text("utf-8")
        for name in _NAME.findall(text):
            text = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", f"{name}-{number}", text)
        ids.append(f"{number + 1:02}-{source.stem[3:]}-{number}")
        (module / "sessions" / f"{ids[-1]}.md").write_text(text, "utf-8")
    record = (module / "module.yaml").read_text("utf-8")
    listed = "".join(f"  - {id_}\n" for id_ in ids[:wanted])
    for extra in ids[wanted:]:
        (module / "sessions" / f"{extra}.md").unlink()
    record = re.sub(r"^sessions:\n(  - .*\n)+", lambda _: f"sessions:\n{listed}", record, flags=re.MULTILINE)
    (module / "module.yaml").write_text(record, "utf-8")
