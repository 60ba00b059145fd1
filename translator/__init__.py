"""Everything that makes English: engines, the embedded model, terms, checks, the pipeline."""
