"""A server of the Model Context Protocol on standard input and output, for assistants.

Our own: the official library takes half a second to import. `messages` is JSON-RPC over lines,
`server` the protocol, `tools`, `material` and `prompts` what an assistant may ask for, `quoting` how
it gets what others wrote.
"""
