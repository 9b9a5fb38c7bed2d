"""Every fault of `tests/faults.toml`, mended or not: `python scripts/faults.py [OWNER or ID …]`.

A fault is mended if there are tests that are marked with its id and all of them pass, or if it is about tests or papers
and was mended by hand (`by_hand` says how). Slow ones are run too, long ones
with `--long`. Exit code 1 if one of those asked for is not mended.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[1]
FAULTS = tomllib.loads((REPO / "tests" / "faults.toml").read_text(encoding="utf-8"))


class Results:
    """A plugin of pytest that keeps to the tests of some faults and remembers how they ended."""

    def __init__(self, wanted: list[str]) -> None:
        self.wanted = wanted
        self.ids: dict[str, list[str]] = {}
        """Test -> the faults that it holds."""
        self.ended: dict[str, set[str]] = defaultdict(set)
        """Fault -> how its tests ended."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            self.ids[item.nodeid] = [mark.args[0] for mark in item.iter_markers("fault") if mark.args[0] in self.wanted]
        items[:] = [item for item in items if self.ids[item.nodeid]]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            for fault in self.ids[report.nodeid]:
                self.ended[fault].add(report.outcome)


def main(asked: list[str]) -> int:
    """Run what is asked for and print a line for each fault."""
    long = "--long" in asked
    names = [each for each in asked if each != "--long"]
    wanted = [
        fault
        for fault, about in FAULTS.items()
        if not names or {fault, fault.split(".")[0], about["owner"]} & set(names)
    ]
    results = Results(wanted)
    kinds = "slow or not slow" if long else "not long"
    pytest.main(["-n0", "-q", "--no-header", "--tb=line", "-m", kinds, str(REPO / "tests")], plugins=[results])
    left = 0
    for fault in wanted:
        ended, about = results.ended[fault], FAULTS[fault]
        mended = ended == {"passed"} or "by_hand" in about
        word = (
            "by hand"
            if "by_hand" in about
            else "mended"
            if mended
            else "NOT MENDED"
            if ended - {"skipped"}
            else "not tried"
            if ended
            else "NO TEST"
        )
        left += not mended
        how = f" ({about['by_hand']})" if "by_hand" in about else ""
        print(f"{fault:<7} {word:<10} {about['owner']:<14} {about['severity']:<6} {about['met']}{how}")
    print(f"{len(wanted) - left} of {len(wanted)} are mended.")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
