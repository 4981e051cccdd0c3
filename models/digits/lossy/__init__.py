"""The variational lossy autoencoder: a decoder that sees its near pixels, so that the code keeps the rest."""
