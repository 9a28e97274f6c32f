"""What of an exhibit may appear on a screen, and how: pure, bytes in and bytes out. Who calls it decides where it runs."""
