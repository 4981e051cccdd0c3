"""Diffusion: noise poured over a digit's code step by step, and a network that takes it out again."""
