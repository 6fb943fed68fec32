"""The same events from far more articles than one machine reads: on Daft, natively or on a Ray cluster.

:func:`khabar.batch.running.run` extracts piece by piece, links block by block and writes Parquet by day;
:func:`khabar.batch.loading.load` takes that into a store.
"""
