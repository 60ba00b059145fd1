"""The tables of the library.

A sentence is stored once, by its text, with its translation; articles place sentences. So the
same sentence in two articles is translated once, and reader, batch and evaluation share it.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 1

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", String, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("title_derived", Boolean, nullable=False),
    Column("source", String, nullable=False),
    Column("published", Date),
    Column("origin", String, nullable=False),
    Column("images", JSON, nullable=False),
    Column("leftovers", JSON, nullable=False),
    Column("digest", String, nullable=False, unique=True),
    Column("added_at", DateTime, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
    Column("target", Text),
    Column("score", Float),
    Column("recipe", String, index=True),
    Column("terms", JSON),
    Column("checks", JSON),
    Column("translated_at", DateTime),
)

placements = Table(
    "placements",
    metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("block", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("gap", Text, nullable=False),
    Column("sentence_id", ForeignKey("sentences.id"), nullable=False),
    Index("placements_by_sentence", "sentence_id"),
)

# The bytes that an article was read from, compressed; apart, since pages never need them.
originals = Table(
    "originals",
    metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# Folded source and target of each sentence; rowid is the sentence's id. FTS5 folds marks by
# itself but not đ, so both sides of a search are folded by corpus.folding.
CREATE_SEARCH = "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(source, target)"
