"""SQLCipher under Django: the stock SQLite backend on sqlcipher3's DB-API.

Differences from the stock backend, each for a rule of confidentiality:

- the key comes from the keyring, never from the settings, so that no settings dump can show it;
- the confidential database opens in a cleared context alone;
- the public database has foreign keys enforced, so that a public row cannot point at a confidential one: there is no such
  row in its file. In the confidential one they are off, because its rows name public rows by id; `twotrack check`
  proves that each id resolves;
- what could write a plain copy, load code or loosen the connection is refused (authorizer.py).
"""

import datetime
import decimal
from contextlib import suppress
from typing import Any

from django.db.backends.sqlite3 import base as stock
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.db.utils import OperationalError
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database  # noqa: N812  (Django's own name for it)

from twotrack.record import keyring
from twotrack.record.sqlcipher.authorizer import authorize

_CACHE = "cache_size = -65536"  # KiB of decrypted pages in memory: deciphering a page again costs more than reading it

for _name, _converter in (
    ("bool", b"1".__eq__),
    ("date", stock.decoder(parse_date)),
    ("time", stock.decoder(parse_time)),
    ("datetime", stock.decoder(parse_datetime)),
    ("timestamp", stock.decoder(parse_datetime)),
):
    Database.register_converter(_name, _converter)
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(datetime.date, stock.adapt_date)
Database.register_adapter(datetime.datetime, stock.adapt_datetime)


class Connection(Database.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection that loads no code from files."""

    def enable_load_extension(self, enabled: bool) -> None:  # noqa: ARG002  (sqlite3's signature)
        """Refused: an extension is code that could write anything anywhere."""
        raise OperationalError("connections of a record load no extensions")


class Cursor(Database.Cursor):  # type: ignore[misc]  # sqlcipher3 has no types
    """Django's placeholders (%s) as SQLite's (?), as the stock cursor does."""

    def execute(self, query: str, params: Any = None) -> Any:
        """Run one statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, dict) else None
        return super().execute(_convert(query, names), params)

    def executemany(self, query: str, param_list: Any) -> Any:
        """Run one statement for each set of parameters."""
        rows = list(param_list)
        names = list(rows[0]) if rows and isinstance(rows[0], dict) else None
        return super().executemany(_convert(query, names), rows)

    def close(self) -> None:
        """Give back what it holds; where the connection was closed before, nothing is left to give back."""
        with suppress(Database.ProgrammingError):
            super().close()


def _convert(query: str, names: list[str] | None) -> str:
    if names is None:
        return str(stock.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))
    return query % {name: f":{name}" for name in names}


class DatabaseWrapper(stock.DatabaseWrapper):
    """A connection to one of the record's two databases."""

    Database = Database

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file with its key; raises OperationalError where the key does not fit."""
        keyring.require_clearance(self.alias)
        if self.alias not in keyring.KEYS:
            raise OperationalError("the record is locked")
        connection = Database.connect(**conn_params, factory=Connection)
        connection.execute("PRAGMA cipher_log_level = NONE")  # else its errors go to standard error
        if (key := keyring.KEYS[self.alias]) is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except Database.DatabaseError as error:
            connection.close()
            if "not a database" not in str(error):
                raise
            raise Database.OperationalError("wrong key, or not a Twotrack database") from error
        register_functions(connection)
        connection.execute(f"PRAGMA foreign_keys = {'ON' if self.alias == keyring.PUBLIC else 'OFF'}")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        for command in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "secure_delete = ON",
            "trusted_schema = OFF",
            _CACHE,
        ):
            connection.execute(f"PRAGMA {command}").fetchall()
        connection.set_authorizer(authorize)
        keyring.WRAPPERS.add(self)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002  (Django's signature)
        """A cursor, in a cleared context alone where the database is the confidential one."""
        keyring.require_clearance(self.alias)
        return self.connection.cursor(factory=Cursor)

    def disable_constraint_checking(self) -> bool:
        """As stock for the public database; the confidential one checks none."""
        return super().disable_constraint_checking() if self.alias == keyring.PUBLIC else True

    def enable_constraint_checking(self) -> None:
        """As stock for the public database; the confidential one checks none."""
        if self.alias == keyring.PUBLIC:
            super().enable_constraint_checking()

    def check_constraints(self, table_names: Any = None) -> None:
        """As stock for the public database; the confidential one is proved by `twotrack check`."""
        if self.alias == keyring.PUBLIC:
            super().check_constraints(table_names)
