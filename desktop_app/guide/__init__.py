"""The facilitator’s guide: its chapters as values, and as HTML."""
