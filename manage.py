#!/usr/bin/env python3
"""Runs management commands. `platform/` is a source root: it goes on the path, it is never imported."""

import os
import sys
from pathlib import Path


def main() -> None:
    sys.path.insert(1, str(Path(__file__).resolve().parent / "platform"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from core.scoping import whole

    with whole("whoever runs a command looks after the installation"):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
