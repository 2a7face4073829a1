def check(history):
    return []
