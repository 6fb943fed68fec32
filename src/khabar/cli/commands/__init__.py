"""One module for each subcommand, with a function ``command``. What a command needs is imported inside it: help
stays fast."""
