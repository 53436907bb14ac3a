"""Units: both texts as the passes see them."""
