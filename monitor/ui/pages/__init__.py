"""What the window and its pages agree on: pages, their context, the tables of actions, what a user keeps."""
