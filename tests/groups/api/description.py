"""The description of the interface as a file: `python -m tests.groups.api.description` writes it."""

import json
import os

from tests.architecture.ours import ROOT

PAGE = ROOT / "docs" / "openapi.json"


def described() -> str:
    from groups.api.urls import api

    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    PAGE.write_text(described())
