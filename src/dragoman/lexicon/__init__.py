"""What words mean here: predicates, reporting cues, titles, kin, organization words. Data and its loaders."""
