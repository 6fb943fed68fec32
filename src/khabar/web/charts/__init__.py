"""Charts drawn on the server as SVG, so that they show without JavaScript, in print and to readers of screens."""
