"""Pages and dialogs in less room than they would like."""
