"""What a person types, checked before the record sees it."""
