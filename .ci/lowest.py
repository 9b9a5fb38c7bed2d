"""Print pip constraints that pin every runtime dependency of pyproject.toml to its lower bound."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
for wanted in project["dependencies"]:
    name, bound = re.fullmatch(r"([\w.-]+)[>=]=([\d.]+).*", wanted).groups()
    print(f"{name}=={bound}")
