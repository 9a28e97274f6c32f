"""Where files of strangers are opened: a process of its own, without rights, that sees one file and dies after it.

`process` starts it, `walls` is what it does to itself before it sees a byte, `child` is its program. `picture` and
`reader` are what the rest of longarm calls. The file goes in and what was made of it comes out through pipes only.
"""
