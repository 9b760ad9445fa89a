"""What the command line prints: one module for each thing that it shows."""
