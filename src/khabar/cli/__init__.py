"""The command line: a thin surface over jobs, questions and exporters."""
