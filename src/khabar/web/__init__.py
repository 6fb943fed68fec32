"""The pages: a store to look at in a browser, in Arabic and English, without any network and without JavaScript."""
