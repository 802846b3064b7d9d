"""Graphs with the signatures of public exports, whose right answer is known in closed form."""
