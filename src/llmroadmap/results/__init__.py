"""What commands return: plain records, one module a command. Commands make them, views show them."""
