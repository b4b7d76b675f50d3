import re

import pytest

from conftest import Run

URL = "https://github.com/me/attention"


def test_several_are_kept_and_shown(small: Run) -> None:
    data = small(f"proof a.code {URL} --json").data
    assert (data["added"], data["proofs"]) == (True, [URL])
    small("proof a.code https://me.example/post")
    assert small("show a.code --json").data["proofs"] == [URL, "https://me.example/post"]
    assert URL in small("show a.code").out
    assert "2 proofs" in small("status").out
    assert small("status --json").data["proofs"] == 2
    listed = {step["id"]: step["proofs"] for step in small("list a --json").data["steps"]}
    assert (listed["a.code"], listed["a.1"]) == (2, 0)


def test_the_list_has_a_small_sign(small: Run) -> None:
    small(f"proof a.code {URL}")
    rows = [row for row in small("list a").out.splitlines() if "a.code" in row]
    assert len(rows) == 1 and re.search(r"Build it [◆+]  ", rows[0])


def test_the_same_address_twice_changes_nothing(small: Run) -> None:
    small(f"proof a.code {URL}")
    again = small(f"proof a.code {URL} --json").data
    assert (again["added"], again["proofs"]) == (False, [URL])


@pytest.mark.parametrize(
    "url", ["notes.md", "file:///etc/passwd", "javascript:alert(1)", "https://"]
)
def test_only_addresses_on_the_web(small: Run, url: str) -> None:
    ran = small(["proof", "a.code", url, "--json"])
    assert (ran.status, ran.error["code"]) == (2, "address-refused")


def test_done_reminds_of_it_once(small: Run) -> None:
    assert "llmroadmap proof a.code URL" in small("done a.code").out
    small("reopen a.code")
    small(f"proof a.code {URL}")
    assert "proof" not in small("done a.code").out
    assert "proof" not in small("done a.1").out


@pytest.mark.parametrize("given", ["github.com/me/x", "https://github.com/me/x"])
def test_the_beginning_may_be_left_out(small: Run, given: str) -> None:
    assert small(f"proof a.1 {given} --json").data["url"] == "https://github.com/me/x"


def test_an_address_alone_is_of_the_step_in_progress(small: Run) -> None:
    small("start a.2")
    data = small("proof github.com/me/x --json").data
    assert (data["id"], data["proofs"]) == ("a.2", ["https://github.com/me/x"])


def test_without_an_address_it_asks_for_one(small: Run) -> None:
    error = small("proof a.1 --json").error
    assert (error["code"], error["reason"]) == ("usage", "missing-argument")


@pytest.mark.parametrize(
    ("given", "advice"),
    [("github.com", "https://github.com"), ("ftp://a.b", "https://"), ("x", "https://")],
)
def test_an_address_without_its_beginning_is_completed(small: Run, given: str, advice: str) -> None:
    error = small(["proof", "a.1", given, "--json"]).error
    assert error["code"] == "address-refused"
    assert advice in error["hint"]
    assert "roadmap" not in error["hint"]
