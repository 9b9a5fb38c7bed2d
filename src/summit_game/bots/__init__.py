"""Scripted opponents. A bot sees a `View` and its own random stream, nothing else."""
