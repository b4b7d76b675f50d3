"""What today and status have in common: other versions of the progress."""

from llmroadmap.storage.workspace import Workspace


def copies_waiting(workspace: Workspace) -> int:
    """Count the other versions of the progress that wait to be joined."""
    file = workspace.file
    if not (file.names_beside() or file.may_have_lost()):
        return 0
    from llmroadmap.sync.copies import waiting  # only where there may be one

    return waiting(file)
