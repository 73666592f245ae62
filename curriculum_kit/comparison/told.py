"""What the comparison of releases says of each thing, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from curriculum_kit.comparison.model import Detail, Sentence, State
from curriculum_kit.edition import labels
from curriculum_kit.overview.difference import Difference
from curriculum_kit.overview.sentences import says_values, sentence

_SAID_BY: dict[str, frozenset[str]] = {
    "module-title": frozenset({"title"}),
    "module-number": frozenset({"number"}),
    "programme-title": frozenset({"title"}),
    "programme-session-new": frozenset({"sessions"}),
    "programme-session-gone": frozenset({"sessions"}),
    "programme-order": frozenset({"sessions"}),
    "fact-value": frozenset({"value"}),
    "fact-status": frozenset({"status"}),
    "fact-checked": frozenset({"checked_on"}),
}
"""The fields that a sentence already tells."""
_ALWAYS = frozenset({"programme-order"})
"""What no detail says."""
_IN_FULL = frozenset({"programme-text", "module-competence", "module-materials"})
"""What the details say as far as there is anything to say: other names for the same sessions are none."""


class Told:
    """The differences by thing."""

    def __init__(self, found: Iterable[Difference]) -> None:
        """Sort them by the thing that they are about."""
        self._of: dict[tuple[str, str, str], list[Difference]] = {}
        for difference in found:
            kind = difference.what.partition("-")[0]
            self._of.setdefault((kind, difference.scope, difference.id), []).append(difference)

    def of(self, kind: str, scope: str, id: str) -> Sequence[Difference]:
        """What differs in a thing, without that it is new or gone."""
        found = self._of.get((kind, scope, id), ())
        return [each for each in found if each.what not in {f"{kind}-new", f"{kind}-gone"}]

    def fields(self, kind: str, scope: str, id: str) -> frozenset[str]:
        """The fields of a thing that its sentences tell already."""
        return frozenset().union(*(_SAID_BY.get(each.what, ()) for each in self.of(kind, scope, id)))

    def sentences(self, kind: str, scope: str, id: str, details: Sequence[Detail]) -> Iterator[Sentence]:
        """What is said of a thing. That something differs is not said again where the details show what."""
        for each in self.of(kind, scope, id):
            is_vague = not says_values(each.what) and each.what not in _ALWAYS
            if not (is_vague and (details or each.what in _IN_FULL)):
                yield Sentence(sentence(each, labels.FACT_STATUSES), each.for_trainers)


def state_of(old: str, new: str) -> State:
    """What has become of a thing with these ids."""
    if not old:
        return State.NEW
    return State.CHANGED if new else State.GONE
