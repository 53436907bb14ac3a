"""What things are: frozen values that every stage shares. Depends on nothing but errors."""
