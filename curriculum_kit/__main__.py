"""`python -m curriculum_kit` is `ck`."""

from curriculum_kit.cli import main

if __name__ == "__main__":
    main(prog_name="ck")
