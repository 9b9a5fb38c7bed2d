"""What people read, by key: the catalogue, and the pseudo-language that shows what was not translated."""
