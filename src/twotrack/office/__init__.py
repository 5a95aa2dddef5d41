"""The pages for those who keep the record. A Django app."""
