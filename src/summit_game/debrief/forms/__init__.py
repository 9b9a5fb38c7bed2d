"""A debrief written down: `sections` says what, in `blocks`; `text`, `markdown` and `page` (with `charts`, `tracks` and
`svg`) say it in their own way; `sheets` and `data` hold the same facts as a table and as JSON."""
