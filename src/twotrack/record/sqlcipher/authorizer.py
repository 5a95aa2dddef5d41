"""What SQL may not do on a connection of the record, whoever wrote it: make a copy in plain, write a file, load code, change
the key or loosen how the connection is set up. SQLite asks before it compiles a statement."""

_OK, _DENY = 0, 1
_PRAGMA, _ATTACH, _FUNCTION = 19, 24, 31
_FUNCTIONS = {"sqlcipher_export", "load_extension", "fts3_tokenizer"}
_ASKING = frozenset(  # these change nothing
    [
        "cipher_integrity_check",
        "cipher_version",
        "compile_options",
        "data_version",
        "database_list",
        "foreign_key_check",
        "foreign_key_list",
        "freelist_count",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "page_count",
        "page_size",
        "quick_check",
        "table_info",
        "table_list",
        "table_xinfo",
    ]
)
_SETTING = frozenset(  # these change nothing outside of this connection, and nothing that keeps words secret
    ["cache_size", "defer_foreign_keys", "foreign_keys", "legacy_alter_table", "optimize", "wal_checkpoint"]
)
_ASKED_ONLY = frozenset(
    ["journal_mode", "secure_delete", "synchronous", "temp_store", "trusted_schema", "user_version"]
)


def authorize(action: int, one: str | None, two: str | None, _database: str | None, _trigger: str | None) -> int:
    """SQLite's question: 0 where the action may be done, 1 where the statement is refused.

    VACUUM attaches a nameless database of its own, which SQLCipher keeps in memory. Other pragmas than those listed write
    statements with their values to a file (cipher_profile, cipher_log), set another key (rekey) or folder, or turn off what
    the connection was made with.
    """
    if action == _ATTACH and one not in ("", None):
        return _DENY
    if action == _FUNCTION and (two or "").lower() in _FUNCTIONS:
        return _DENY
    if action == _PRAGMA and not _is_harmless((one or "").lower(), two):
        return _DENY
    return _OK


def _is_harmless(pragma: str, value: str | None) -> bool:
    return pragma in _ASKING or pragma in _SETTING or (pragma in _ASKED_ONLY and value is None)
