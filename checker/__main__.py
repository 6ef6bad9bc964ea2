"""``python -m checker`` is ``duizhao``."""

from checker.cli import main

main()
