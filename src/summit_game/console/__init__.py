"""The facilitator's commands (R9.6). Plain text and the screen list the same ones."""
