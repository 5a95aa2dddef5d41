"""What the templates say in words."""
