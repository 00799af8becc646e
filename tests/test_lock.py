"""The lock file fits what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def wanted():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [
        Requirement(line) for line in project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    ]


@pytest.mark.parametrize("requirement", wanted(), ids=lambda requirement: requirement.name)
def test_the_lock_pins_every_dependency_within_its_range(requirement):
    pins = {canonicalize_name(name): version for name, version in PIN.findall(LOCK)}
    pinned = pins.get(canonicalize_name(requirement.name))
    assert pinned is not None, "not in requirements.lock; its first lines say how to write it again"
    assert pinned in requirement.specifier


def test_every_pin_carries_its_hashes():
    pinned = [block for block in re.split(r"\n(?=\S)", LOCK) if PIN.match(block)]
    assert pinned
    assert [block for block in pinned if "--hash=sha256:" not in block] == []
