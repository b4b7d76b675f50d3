"""The program's entry."""

import gc
import os
import sys

from llmroadmap import COMPLETE, PROMPT_LINE

# Nothing that lives as short as this program profits from the collector; it costs 2 ms of each run.
gc.disable()


def main() -> None:
    """Run the command line of this process and end it."""
    try:
        status = 0 if _repeat(sys.argv[1:]) else _run()
    except KeyboardInterrupt:
        status = 130
    except Exception as error:
        if os.environ.get("LLMROADMAP_DEBUG"):
            raise
        from llmroadmap.crash import report  # only for what nobody thought of

        is_tab = sys.argv[1:2] == ["--complete"]  # Nothing may be said while somebody types.
        status = 0 if is_tab else report(error, sys.argv[1:], os.environ)
    # All files are closed or flushed; taking the interpreter down piece by piece costs 5 ms.
    os._exit(status)


def _repeat(words: list[str]) -> bool:
    """Say what a shell was told last, if it asks for that and it still holds; tell whether."""
    if words != PROMPT_LINE and words[:2] != COMPLETE:
        return False
    from llmroadmap.prompt_line import last_answer

    text = last_answer(os.environ, words)
    if text is None or sys.stdout is None:
        return False
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (OSError, ValueError):
        return False
    return True


def _run() -> int:
    from llmroadmap.terminal.streams import protect_streams

    protect_streams()
    if sys.argv[1:3] == COMPLETE:
        # A shell asks at every Tab: answered before anything of the command line is imported.
        from llmroadmap.completion.complete import main as complete

        status = complete(sys.argv[3:], os.environ, sys.stdout)
    elif sys.argv[1:2] == ["merge-driver"] and len(sys.argv) == 5:
        from llmroadmap.sync.merge_driver import merge_files  # git calls it, nobody else

        status = 0 if merge_files(*sys.argv[2:]) else 1
    else:
        from llmroadmap.cli import main as run

        status = run(sys.argv[1:], os.environ, sys.stdout, sys.stderr)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        status = status or 1
    return status


if __name__ == "__main__":
    main()
