"""Sources of samples and the one clock that paces them; no Qt."""
