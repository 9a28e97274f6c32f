evidence-unreadable = { $file }: cannot be read ({ $why }). Check the path and that you may read it.
