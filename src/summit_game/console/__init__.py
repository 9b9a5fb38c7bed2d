"""The facilitator's commands (R9.6), one class each. Plain text and the screen list the same ones."""
