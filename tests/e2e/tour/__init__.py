"""The tour: every page in every state that matters, and those who look at it. `docs/design.md` says how to add one."""
