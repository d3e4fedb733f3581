"""What the world is divided into: PLOVER and CAMEO, countries and regions, and how names are compared."""
