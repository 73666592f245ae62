"""`python -m curriculum_kit` is `ck`."""

from curriculum_kit.cli import run

if __name__ == "__main__":
    run()
