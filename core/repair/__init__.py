"""Repair of damage: scratches, cracks, dust, hairs found on L* and filled, nothing else touched."""
