"""The SQLite file behind the library: opened safely, failures told in one line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from corpus.errors import CorpusError
from corpus.schema import CREATE_SEARCH, VERSION, metadata

BUSY_SECONDS = 30


class Database:
    """A library file; many threads and processes may read it, one writes at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file, made new where there is none.

        Raises CorpusError where it cannot be opened, is damaged, or is of a newer version.
        """
        self.path = path
        self._reader = _engine(path)
        # A transaction that begins by reading could not turn into a writing one while another
        # writes; so writers take the lock at once and wait for it in turn.
        self._writer = self._reader.execution_options(writes=True)
        self._prepare()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view of the file."""
        with self._told(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is stored or nothing."""
        with self._told(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()

    def _prepare(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(f"{self.path.parent}: cannot be made: {error.strerror}") from error
        with self.write() as connection:
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if found > VERSION:
                raise CorpusError(
                    f"{self.path}: made by a newer Song Ngữ (version {found} of the library, "
                    f"this one knows {VERSION}): update the program or name another --library"
                )
            metadata.create_all(connection)
            connection.exec_driver_sql(CREATE_SEARCH)
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            raise CorpusError(f"{self.path}: {_reason(error)}") from error


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, not by guesswork
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _reason(error: DatabaseError) -> str:
    cause = str(error.orig)
    if "locked" in cause:
        return f"another program has been writing to this library for {BUSY_SECONDS} s: try again"
    if "not a database" in cause or "malformed" in cause:
        return (
            f"the library is damaged ({cause}): move the file away and start again, "
            "or put a backup in its place"
        )
    return f"the library cannot be used: {cause}"
