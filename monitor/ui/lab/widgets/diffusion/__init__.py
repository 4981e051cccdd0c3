"""The three parts of the diffusion pane: noise in, noise out, and half a picture filled in."""
