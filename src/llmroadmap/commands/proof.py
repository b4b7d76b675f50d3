"""proof: keep the address of what came of a step."""

from typing import Annotated

from llmroadmap.commands._steps import On, day_given
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.addresses import AddressRefused, completed_address, is_web_address
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.declaration import Argument, Command, Item, Text
from llmroadmap.prompts import Prompts
from llmroadmap.results.proof import ProofResult
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="around",
    after="notes",
    examples=(
        "llmroadmap proof hf.3.code github.com/me/finetune",
        "llmroadmap proof github.com/me/finetune",
    ),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[str, Argument(Item(), help="item")],
    url: Annotated[str, Argument(Text("URL"), help="proof.url")] = "",
    on: On = "",
) -> ProofResult:
    """Keep an address; an item can have several."""
    day = day_given(on, workspace.today)
    if not url and is_web_address(completed_address(item)):
        item, url = ".", item
    if not url:
        raise UsageProblem("missing-argument", "URL", "proof", "proof.url", COMMAND.examples[0])
    url = completed_address(url)
    node = find_item(workspace, item, prompts.resolve_ambiguity, to_change=True)
    if not is_web_address(url):
        raise AddressRefused(url, is_given=True)
    draft: Draft = {"do": "proof", "item": workspace.roadmap.id_of(node), "url": url}
    if day:
        draft["on"] = day

    def decide(progress: Progress) -> list[Draft]:
        return [] if url in progress.details(node).get("proofs", ()) else [draft]

    recorded = workspace.record(decide)
    after = recorded.after
    own = item_ref(after, node, workspace.lang)
    return ProofResult(
        id=own.id,
        title=own.title,
        url=url,
        added=bool(recorded.events),
        proofs=list(after.details(node).get("proofs", ())),
    )
