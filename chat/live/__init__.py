"""Live delivery: one hub per process, sockets and long-polls. See README.md."""
