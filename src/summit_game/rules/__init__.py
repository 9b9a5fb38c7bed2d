"""Rule modules: one file or package is one module is one chapter of `rules.md` (R10 to R19)."""
