"""The questions of the command line and the pages as JSON under ``/api/v1``: paged, with entity tags, described by
OpenAPI. Reading needs nothing; writing needs the token the server was started with."""
