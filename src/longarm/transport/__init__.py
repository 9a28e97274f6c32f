"""The only part of longarm that opens network connections."""
