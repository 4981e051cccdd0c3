"""Which files from outside open, and whether what they hold is read as the field's own library reads it."""
