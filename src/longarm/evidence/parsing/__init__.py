"""What importers share: bytes accounted for, JSON and XML walked through a window of the file, times as they were written."""
