"""What can happen in a room. Every service that writes is one unit; none is told of before it is committed."""

from chat.services.asking import ask_help, report
from chat.services.committing import Outcome, commit_posts
from chat.services.deciding import dismiss, mask, release, remove, restore, return_to_writer, withdraw, withdraw_own
from chat.services.marking import Mark, mark_all_read, mark_read
from chat.services.posting import Going, Said, say, say_all
from chat.services.prepared import Prepared
from chat.services.preparing import Saying, prepare
from chat.services.reacting import react

__all__ = [
    "Going",
    "Mark",
    "Outcome",
    "Prepared",
    "Said",
    "Saying",
    "ask_help",
    "commit_posts",
    "dismiss",
    "mark_all_read",
    "mark_read",
    "mask",
    "prepare",
    "react",
    "release",
    "remove",
    "report",
    "restore",
    "return_to_writer",
    "say",
    "say_all",
    "withdraw",
    "withdraw_own",
]
