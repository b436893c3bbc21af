"""The facilitator's window: frame, rail and one page per kind of step."""
