"""Vietnamese text: articles, importers, the segmenter, the library and exporters."""
