"""guide: what an agent with a shell has to know to help you study."""

from typing import Annotated

from llmroadmap.commands import COMMANDS, declaration, today
from llmroadmap.core.errors import UsageProblem
from llmroadmap.declaration import Command, Option
from llmroadmap.prompts import Prompts
from llmroadmap.results.guide import GuideCommand, GuideResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="completion",
    examples=(
        "llmroadmap guide",
        "llmroadmap guide --skill",
        "llmroadmap guide --agents-md",
    ),
)

# What an agent needs to teach; the last one writes, and only on the learner's word.
TAUGHT = ("next", "show", "find", "status", "note")


def run(
    workspace: Workspace,
    prompts: Prompts,
    skill: Annotated[bool, Option("--skill", help="guide.skill")] = False,
    agents_md: Annotated[bool, Option("--agents-md", help="guide.agents_md")] = False,
) -> GuideResult:
    """Return the commands, the rules and today's state; of a file to keep, no state."""
    if skill and agents_md:
        raise UsageProblem("one-of", "--skill, --agents-md", "guide")
    return GuideResult(
        file="skill" if skill else "agents-md" if agents_md else "",
        commands=[_command(name) for name in TAUGHT],
        today=None if skill or agents_md else today.run(workspace, prompts),
    )


def _command(name: str) -> GuideCommand:
    declared = declaration(name)
    words = [each.metavar.strip("[]") for each in declared.arguments if name != "status"]
    return GuideCommand(" ".join(["llmroadmap", name, *words, "--json"]), COMMANDS[name].help["en"])
