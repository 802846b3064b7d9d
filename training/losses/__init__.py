"""What a step is judged by: loss terms and the task that weighs them."""
