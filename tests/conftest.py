"""What every test stands on: which database, a key ring of its own, and the cast."""

import base64
import json
import os
import tempfile
from pathlib import Path

SCRATCH = Path(tempfile.mkdtemp(prefix="same-circle-tests-"))
os.environ.setdefault("DATA_DIR", str(SCRATCH))
os.environ["KEY_FILE"] = str(SCRATCH / "keys.json")
os.environ.setdefault("WORKER_INSIDE", "False")
Path(os.environ["KEY_FILE"]).write_text(
    json.dumps({"active": "k1", "keys": {"k1": base64.b64encode(bytes(range(32))).decode()}})
)
if os.environ.get("TEST_ON", "sqlite") == "real":
    from tests.servers import start_for_tests

    start_for_tests()
else:
    os.environ["DATABASE_URL"] = f"sqlite:///{SCRATCH / 'test.sqlite3'}"

pytest_plugins = ["tests.databases", "tests.casting"]
