"""Texts of `edit`."""

TEXTS = {
    "help": "在编辑器里修改路线",
    "message.no-editor": "没有可用的编辑器。",
    "message.editor-failed": "编辑器“{command}”没能正常运行：{reason}。",
    "hint.no-editor": "设置 $VISUAL 或 $EDITOR。",
    "hint.editor-failed": "没有写入。$VISUAL 和 $EDITOR 决定用哪个编辑器。",
    "message.editor-failed-at-once": "编辑器“{command}”立刻就返回了，什么都还没写。",
    "hint.editor-failed-at-once": "带窗口的编辑器要加上等待选项：code --wait、gedit --wait、subl -w",
    "message.editor-failed-encoding": "编辑器“{command}”存下的不是 UTF-8。没有写入任何内容。",
    "hint.editor-failed-encoding": "另存为 UTF-8，然后：llmroadmap note 条目 - < 文件",
    "option.mine": "编辑自己对计划的改动",
    "own_changes": "改动 {n} 处",
    "template": (
        "# add:                          # 自己加的步骤\n"
        "#   - id: matrix                # 显示为 +matrix\n"
        "#     title: 复习矩阵求导\n"
        "#     after: hf.1.2             # 也可以用 before:，或 in: 某个阶段、课程\n"
        "#     minutes: 45\n"
        "#     links:\n#       - url: https://example.org\n"
        "# change:                       # 按步骤、课程、阶段的 id\n"
        "#   hf.3.2:\n"
        "#     minutes: 40\n"
        "#     optional: true            # 改为选学，不再计入\n"
        "#     due: 2027-03-31\n"
        "#     tags: [考试]\n"
        "#     note: 这次慢慢学。        # 和这一步一起显示\n"
        "#     links:                  # 代替计划里的链接\n#       - url: https://example.org/other\n"
        "#     needs: [hf.1]\n"
        "# mute: [bili]                  # 隐藏\n"
        "# kinds:                      # 每个视频按多少分钟算\n#   video: 60\n"
    ),
}
