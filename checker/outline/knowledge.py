"""What recognition knows: the packs and the models. Given to it, never fetched by it, so that two of them can differ in one process."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from checker.linear import Linear, models
from checker.outline.campaign import Aspects
from checker.packs import Pack


@dataclass(frozen=True, eq=False)
class Knowledge:
    """``packs`` by id, ``generic`` among them, and the linear models by name (None: the shipped ones)."""

    packs: Mapping[str, Pack]
    given: Mapping[str, Linear] | None = None

    @property
    def base(self) -> Pack:
        """The pack that says how parts are called where no campaign is known."""
        return self.packs["generic"]

    @cached_property
    def campaigns(self) -> tuple[Pack, ...]:
        """Every pack but the generic one."""
        return tuple(p for p in self.packs.values() if p.id != "generic")

    @cached_property
    def aspects(self) -> Aspects:
        """The dimensions that any campaign knows."""
        return Aspects(rule for pack in self.campaigns for rule in pack.all_dimensions)

    @property
    def models(self) -> Mapping[str, Linear]:
        return models() if self.given is None else self.given
