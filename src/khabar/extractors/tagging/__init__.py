"""Names by token classification: windows of text, the model's runtime, and what becomes of the names."""
