"""Networks of the shapes that other colorizers have, written from their papers; random weights.

They serve to measure cost alone: what such a network takes in time, memory and room on the disk.
"""
