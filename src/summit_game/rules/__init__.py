"""Rule modules: one file is one module is one chapter of `rules.md` (R10 to R18)."""
