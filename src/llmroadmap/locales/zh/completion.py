"""Texts of `completion`."""

TEXTS = {
    "help": "安装 Tab 补全",
    "written": "已写入：{path}",
    "line_added": "已在 {path} 末尾加一行",
    "already": "之前已安装：{path}",
    "add_line": "把这一行加到 {path}，脚本才会被读取：",
    "new_terminal": "新开一个 {shell} 后，按 Tab 会补全命令、选项和 id（旁边显示标题）。",
    "removed": "已删除：{path}",
    "line_removed": "已从 {path} 去掉那一行",
    "not_installed": "没有为 {shell} 安装过。",
    "option.what": "安装、卸载，或输出某个 shell 的脚本",
    "option.shell": "指定 shell（默认：当前 shell）",
    "option.yes": "直接在 shell 的启动文件里加一行，不再询问",
    "message.foreign-file": "{path} 已存在，而且不是 llmroadmap 写的。",
    "hint.foreign-file": "先把它移走，或只输出脚本：llmroadmap completion bash | zsh | fish",
}
