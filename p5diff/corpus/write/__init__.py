"""Write: whole files, or none."""
