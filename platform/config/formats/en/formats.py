"""How times and dates are written in English."""

TIME_FORMAT = "g:i A"
DATE_FORMAT = "F j, Y"
DATETIME_FORMAT = "F j, g:i A"
