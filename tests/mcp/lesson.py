"""A lesson with the official Python SDK, run by a Python that has it: newest or previous major.

Its words are the server's command; what was said comes out as one JSON object.
"""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from mcp import ClientSession, StdioServerParameters, stdio_client


def text_of(result: Any) -> str:
    return str(result.content[0].text)


def facts_of(result: Any) -> Any:
    return json.loads(text_of(result).partition("```json\n")[2].partition("\n```")[0])


def is_error(result: Any) -> bool:
    """The newest major writes its fields in snake case."""
    return bool(result.is_error if hasattr(result, "is_error") else result.isError)


async def teach(session: ClientSession) -> dict[str, Any]:
    tools = [tool.name for tool in (await session.list_tools()).tools]
    step = facts_of(await session.call_tool("next", {}))["steps"][0]
    shown = facts_of(await session.call_tool("show", {"id": step["id"]}))
    prompts = [prompt.name for prompt in (await session.list_prompts()).prompts]
    lesson = (await session.get_prompt("teach-next")).messages[0].content.text
    noted = await session.call_tool("note", {"id": step["id"], "text": "Colab needs an account"})
    said = {"id": step["id"], "because": "I set up Colab and an account"}
    ticked = facts_of(await session.call_tool("tick", said))
    bulk = await session.call_tool("tick", {"id": "s1", "because": "I learned all of it"})
    quiz = facts_of(await session.call_tool("quiz", {}))["finished_last"]
    status = facts_of(await session.call_tool("status", {}))
    found = facts_of(await session.call_tool("find", {"words": "colab"}))
    forecast = facts_of(await session.call_tool("when", {}))
    resource = (await session.list_resources()).resources[0]
    today = (await session.read_resource(resource.uri)).contents[0].text
    return {
        "tools": tools,
        "step": step["id"],
        "title": shown["title"],
        "prompts": prompts,
        "lesson": lesson,
        "noted": not is_error(noted),
        "next": ticked["next"][0]["id"],
        "bulk": is_error(bulk),
        "notes": quiz[0]["notes"],
        "done": status["done"],
        "found": found["total"],
        "hours_left": forecast["hours_left"],
        "today": today if str(resource.uri) == "llmroadmap://today" else "",
    }


async def lesson(command: list[str], environ: Mapping[str, str]) -> dict[str, Any]:
    server = StdioServerParameters(command=command[0], args=command[1:], env=dict(environ))
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        return await teach(session)


async def negotiated(command: list[str], environ: Mapping[str, str]) -> str | None:
    """The version that the newest SDK's own client agrees on; the previous one has no such client."""
    try:
        from mcp import Client
    except ImportError:
        return None
    server = StdioServerParameters(command=command[0], args=command[1:], env=dict(environ))
    async with Client(server) as client:
        return str(client.session.protocol_version)


said = asyncio.run(lesson(sys.argv[1:], os.environ))
agreed = asyncio.run(negotiated(sys.argv[1:], os.environ))
json.dump({"sdk": version("mcp"), "negotiated": agreed, **said}, sys.stdout)
