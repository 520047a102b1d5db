//! Content proves itself: model answers reach band 4, samples their band, and what must not earn anything does not.
