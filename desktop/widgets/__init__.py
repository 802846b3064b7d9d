"""What the window is made of; each widget knows its own job and no other widget's."""
