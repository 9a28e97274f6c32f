"""The desk: what caseworkers do all day. Each screen is a file that parses, calls one function of `casework`, and renders."""
