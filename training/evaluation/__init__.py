"""How good a model is: predictors, metrics, tables, the model card."""
