"""duizhao: checks self-examination submissions (对照检查材料) for form, completeness and concreteness."""

__version__ = "0.1.0"
