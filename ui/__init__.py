"""The windows: show values, turn gestures into handelingen. No rules, no files, no database."""
