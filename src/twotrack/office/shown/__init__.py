"""What the pages show: rows in sight gathered into plain values, one module a page. No module here writes."""
