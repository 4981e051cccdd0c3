"""The autoencoder family on handwritten digits: networks, latent tools, and the figures measured on them.

`catalogue` lists the models and loads their weights when asked; importing it loads neither weights nor torch.
"""
