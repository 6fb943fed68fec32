"""The store's questions as tools of an assistant, over the Model Context Protocol (``khabar mcp``)."""
