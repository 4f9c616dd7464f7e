"""De regels, elk op één plaats; de handelingen, de schermen en de wijzer vragen het hier."""
