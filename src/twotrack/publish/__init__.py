"""The public record written out: a site and data files. Reads `record.public` and nothing else of the record."""
