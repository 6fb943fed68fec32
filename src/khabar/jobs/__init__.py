"""The runs that move articles through the layers: reading into a store, extracting rows, linking."""
