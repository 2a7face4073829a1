"""The product's settings, in an environment made for tests.

pytest-django reads the settings before any conftest is loaded, so what they are to find is made here: a data folder
and a key ring of this process, and with TEST_ON=real a PostgreSQL and a Redis of its own.
"""

import atexit
import base64
import json
import os
import shutil
import tempfile
from pathlib import Path

SCRATCH = Path(tempfile.mkdtemp(prefix="same-circle-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
ON_REAL_SERVERS = os.environ.get("TEST_ON", "sqlite") == "real"

os.environ["DATA_DIR"] = str(SCRATCH)
os.environ["KEY_FILE"] = str(SCRATCH / "keys.json")
os.environ["WORKER_INSIDE"] = "False"
Path(os.environ["KEY_FILE"]).write_text(
    json.dumps({"active": "k1", "keys": {"k1": base64.b64encode(bytes(range(32))).decode()}})
)
(SCRATCH / "static").mkdir()  # what serves static files warns of a folder that is missing
if ON_REAL_SERVERS:
    from tests.servers import start_for_tests

    start_for_tests()
else:
    os.environ["DATABASE_URL"] = f"sqlite:///{SCRATCH / 'same-circle.sqlite3'}"
    os.environ["REDIS_URL"] = ""

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES  # noqa: E402

if not ON_REAL_SERVERS:
    # A file, as in the embedded form: in memory, SQLite refuses at once where it should wait for a lock.
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}

PASSWORD_HASHERS = ["tests.hashers.QuickArgon2"]
RULES_WATCHED = False
