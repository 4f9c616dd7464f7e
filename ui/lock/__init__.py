"""When the kluis locks by itself, and what of it is left: nothing."""
