"""The component page: every part that pages use, in every state, drawn by the templates that the pages use.

It exists in development only. Each module here makes the examples of one family; nothing in them is anybody's.
"""
