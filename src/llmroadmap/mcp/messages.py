"""JSON-RPC 2.0 over lines: one message a line, whatever comes in."""

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, TextIO

LONGEST_LINE = 1_000_000  # bytes
_MOST_AT_ONCE = 50  # messages in one line

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603

Answer = Callable[[str, dict[str, Any]], dict[str, Any]]


class Failed(Exception):
    """A request that cannot be answered; `code` is one of JSON-RPC's."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def serve(lines: BinaryIO, out: TextIO, answer: Answer) -> None:
    """Answer the messages of `lines` until they end. What is no message gets an error."""
    for line in _lines(lines):
        reply = _reply_to_line(line, answer)
        if reply is not None:
            out.write(json.dumps(reply, separators=(",", ":")) + "\n")
            out.flush()


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines; None for one that is too long, which is passed over."""
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE:
            if line.strip():
                yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)
        yield None


def _reply_to_line(line: bytes | None, answer: Answer) -> Any:
    if line is None:
        return _error(None, INVALID_REQUEST, f"The line has more than {LONGEST_LINE} bytes.")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return _error(None, PARSE_ERROR, "The line is not JSON.")
    if not isinstance(message, list):
        return _reply(message, answer)
    if not 0 < len(message) <= _MOST_AT_ONCE:
        return _error(None, INVALID_REQUEST, f"A batch has 1 to {_MOST_AT_ONCE} messages.")
    replies = [_reply(each, answer) for each in message]
    return [each for each in replies if each is not None] or None


def _reply(message: Any, answer: Answer) -> dict[str, Any] | None:
    """Return the reply to a message, None for one that wants none."""
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        return _error(None, INVALID_REQUEST, "This is no JSON-RPC 2.0 message.")
    number, method, params = message.get("id"), message.get("method"), message.get("params", {})
    if method is None and ("result" in message or "error" in message):
        return None  # an answer, and nothing was asked
    if isinstance(number, bool) or not isinstance(number, str | int | None):
        return _error(None, INVALID_REQUEST, "An id is a string or a whole number.")
    if not isinstance(method, str):
        return _error(number, INVALID_REQUEST, "There is no method.")
    if "id" not in message:
        return None  # a notification: nothing here depends on one
    if not isinstance(params, dict):
        return _error(number, INVALID_PARAMS, "The parameters have to be an object.")
    try:
        return {"jsonrpc": "2.0", "id": number, "result": answer(method, params)}
    except Failed as error:
        return _error(number, error.code, error.message)
    except Exception as error:  # noqa: BLE001 - one bad request must not end the conversation
        return _error(number, INTERNAL_ERROR, f"This failed unexpectedly: {type(error).__name__}.")


def _error(number: str | int | None, code: int, message: str) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "error": {"code": code, "message": message}}
