"""The line one types in at the table: the stamp of a contribution, an afspraak, and drafts."""
