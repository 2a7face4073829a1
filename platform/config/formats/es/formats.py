"""How times and dates are written in Spanish, as people in the United States read them."""

TIME_FORMAT = "g:i A"
DATE_FORMAT = r"j \d\e F \d\e Y"
DATETIME_FORMAT = r"j \d\e F, g:i A"
