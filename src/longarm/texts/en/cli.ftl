# What the command line says of its own arguments.
cli-usage = usage:
cli-arguments = arguments
cli-options = options
cli-fault = { $fault }. More: { $command } --help
cli-required = missing: { $what }
cli-not-known = nothing here is called { $what }
cli-no-choice = { $what } cannot be { $given }; it is one of { $choices }
cli-no-value = { $what } needs a value after it
cli-bad-value = { $given } is no value for { $what }
cli-takes-none = { $what } takes no value, and was given { $given }
cli-not-both = { $what } and { $other } do not go together
cli-one-of = one of these is needed: { $what }
cli-ambiguous = { $what } may mean { $choices }
cli-no-command = there is no command { $word }. All of them: longarm --help
cli-no-command-near = there is no command { $word }. Did you mean { $near }?
cli-system = { $what }: { $why }. Nothing more was done.
cli-not-text = The name of a file is no text in UTF-8. Give the file another name.
