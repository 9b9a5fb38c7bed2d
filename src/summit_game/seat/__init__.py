"""What a person or a program at a delegation can see, be asked and do, as data. Front ends are pictures of it."""
