identify-region = “{ $region }” is no state. Use the two letters of ISO 3166-1, such as EG.
identify-region-near = “{ $region }” is no state. Did you mean { $near } ({ $name })?
identify-binary = { $file }: not text. For exports, archives and databases use “longarm read”, and give its output to this command.
identify-unreadable = { $file }: cannot be read ({ $why }). Check the path and that you may read it.
identify-bad-line = { $file }, line { $line }: not a message as “longarm read” prints it ({ $why }). Mend or remove that line.
identify-line-too-long = { $file }, line { $line }: longer than { $limit } MiB. A message is shorter: check the file.
identify-not-utf8 = { $file }: some bytes are not UTF-8 and could not be read as letters; numbers and links are found all the same.
