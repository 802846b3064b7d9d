"""The window around editor and queue: actions, menus, dialogs, preferences."""
