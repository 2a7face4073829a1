"""What every test stands on: the database and its rules, and the cast. The environment is made by tests.settings."""

pytest_plugins = ["tests.databases", "tests.casting"]
