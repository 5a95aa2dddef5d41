"""Documents in, findings out: pure functions, one finder a module. Knows no database and no Django."""
