"""What a good curriculum keeps to: one file per rule, found by `frame`. Rules look at records and open no files."""

from __future__ import annotations

from curriculum_kit.rules.frame import Context, Rule, RuleFailed, rules, run

__all__ = ["Context", "Rule", "RuleFailed", "rules", "run"]
