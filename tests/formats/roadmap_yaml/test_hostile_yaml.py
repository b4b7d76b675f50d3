"""The generated bad inputs that may lie beside the project; each ends in a tree or in problems."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import shared_folder
from llmroadmap.formats.roadmap_yaml.schema import problems

# Where our answer is not the expected one, and why.
DIFFERENT = {
    "43-value-tag.yaml": "accept",  # scalars stay text: a title of `=` is a title
    "14-utf16le-bom.yaml": "error",  # either was right; UTF-8 only, said so
    "41-merge-keys.yaml": "error",  # either was right; no aliases, so nothing to merge
}
# Reasons that must be among those given.
REASONS = {
    "01-billion-laughs.yaml": "yaml-alias",
    "06-duplicate-keys.yaml": "yaml-duplicate-key",
    "07-duplicate-ids.yaml": "duplicate-id",
    "10-tabs.yaml": "yaml-tab",
    "15-utf16be-nobom.yaml": "yaml-utf16",
    "16-latin1.yaml": "yaml-not-utf8",
    "17-nul.yaml": "yaml-control-character",
    "21-link-schemes.yaml": "address-scheme",
    "27-long-title.yaml": "too-long",
    "29-python-tag.yaml": "yaml-tag",
    "31-two-documents.yaml": "yaml-documents",
    "32-empty.yaml": "yaml-empty",
    "33-comments-only.yaml": "yaml-empty",
    "34-top-list.yaml": "expected-mapping",
    "36-needs-cycle.yaml": "needs-cycle",
    "38-complex-keys.yaml": "yaml-key",
    "39-unclosed-quote.yaml": "yaml-unclosed-quote",
    "42-json-surrogates.yaml": "yaml-escape",
    "44-segfault-flow.yaml": "yaml-too-deep",
}


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    maker = shared_folder() / "hostile" / "make.py"
    if not maker.exists():
        pytest.skip("the generator of hostile inputs is not here")
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(maker), str(folder)], check=True, capture_output=True)
    return folder


def _expected(cases: Path) -> Iterator[tuple[Path, str]]:
    with (cases / "CASES.tsv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["file"].startswith("yaml/"):
                path = cases / row["file"]
                yield path, DIFFERENT.get(path.name, row["expect"])


def test_every_hostile_file_gets_the_right_answer(cases: Path) -> None:
    wrong = []
    for path, expected in _expected(cases):
        errors, _ = problems(path.read_bytes())
        codes = {problem.code for problem in errors}
        fits = bool(errors) == (expected == "error")
        if not fits or REASONS.get(path.name, "") not in codes | {""}:
            wrong.append((path.name, expected, codes))
    assert not wrong
