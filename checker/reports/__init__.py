"""Report → what people get: one small module a format, each with ``render(report)``, imported only when asked for."""
