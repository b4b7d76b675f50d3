"""What `check` says of each problem in a roadmap file: what is wrong, and what would mend it.

`CODE.closest` is the hint where a nearest known word was found. Placeholders are the facts of the
problem; the place in the file is shown beside it.
"""

from collections.abc import Mapping

Wording = tuple[str, str]

PROBLEMS: dict[str, dict[str, Wording]] = {
    # The file as text and as YAML.
    "yaml-empty": {
        "en": ("The file is empty.", "llmroadmap new writes a small roadmap to start from."),
        "zh": ("文件是空的。", "用 llmroadmap new 写出一份简短的模板，在它上面改。"),
    },
    "yaml-too-large": {
        "en": ("The file is larger than {limit} MB.", "Split it into several roadmaps."),
        "zh": ("文件超过 {limit} MB。", "拆成几份学习路线。"),
    },
    "yaml-utf16": {
        "en": ("The file is UTF-16, not UTF-8.", "Save it as UTF-8 in your editor."),
        "zh": ("文件是 UTF-16 编码，不是 UTF-8。", "在编辑器里另存为 UTF-8。"),
    },
    "yaml-not-utf8": {
        "en": (
            "The file is not UTF-8: there is the byte {byte} here.",
            "Save it as UTF-8 in your editor.",
        ),
        "zh": ("文件不是 UTF-8 编码：这里是字节 {byte}。", "在编辑器里另存为 UTF-8。"),
    },
    "yaml-control-character": {
        "en": ("There is an invisible control character here: {character}.", "Delete it."),
        "zh": ("这里有一个看不见的控制字符：{character}。", "删掉它。"),
    },
    "yaml-tab": {
        "en": ("There is a tab here.", "Use spaces; in a text, write \\t between double quotes."),
        "zh": ("这里有一个制表符。", "改用空格；正文里要用时，在双引号中写 \\t。"),
    },
    "yaml-syntax": {
        "en": ("This is not valid YAML: {detail}.", "Look at this line and the one above it."),
        "zh": ("这里不是有效的 YAML（{detail}）。", "看这一行和上一行。"),
    },
    "yaml-colon": {
        "en": (
            "There can be no “key: value” here.",
            "Put text that contains a colon in quotes; if it is a key, check its indentation.",
        ),
        "zh": ("这里不能出现“key: value”。", "含冒号的文字加引号；如果是键，检查缩进。"),
    },
    "yaml-no-colon": {
        "en": ("This line has no colon.", "Write “key: value”, or move the text under its key."),
        "zh": ("这一行没有冒号。", "写成“key: value”，或把文字缩进到所属的键下面。"),
    },
    "yaml-unclosed-quote": {
        "en": ("The quote that opens here is never closed.", "Add the closing quote."),
        "zh": ("这里开始的引号没有结束。", "补上后引号。"),
    },
    "yaml-unclosed-bracket": {
        "en": (
            "The bracket that opens here is never closed, or a comma is missing in it.",
            "Close it, put commas between its entries, and quote text that contains brackets.",
        ),
        "zh": (
            "这里开始的括号没有结束，或里面少了逗号。",
            "补上括号，各项之间加逗号；文字里有括号时加引号。",
        ),
    },
    "yaml-alignment": {
        "en": (
            "This line does not line up with those it belongs to.",
            "Give the keys of one entry, and the dashes of one list, the same indentation.",
        ),
        "zh": ("这一行没有和同级的各行对齐。", "同一条目的键、同一列表的短横线，缩进要一致。"),
    },
    "yaml-after-value": {
        "en": (
            "Something follows a value that is already complete.",
            "Put the whole value in quotes; write ' within single quotes twice.",
        ),
        "zh": ("值已经结束，后面又多了内容。", "给整个值加引号；单引号里的 ' 要写两遍。"),
    },
    "yaml-first-character": {
        "en": ("Text without quotes may not begin with {character}.", "Put it in quotes."),
        "zh": ("不加引号的文字不能以 {character} 开头。", "加引号。"),
    },
    "yaml-escape": {
        "en": (
            "A backslash and this character mean nothing together.",
            "Write the character itself, or use single quotes.",
        ),
        "zh": ("反斜杠后面的写法不表示任何字符。", "直接写出这个字符，或改用单引号。"),
    },
    "yaml-documents": {
        "en": (
            "A second document begins here.",
            "A roadmap is one document: remove the line of dashes.",
        ),
        "zh": ("这里开始了第二个文档。", "一份学习路线只能有一个文档：删掉分隔的短横线。"),
    },
    "yaml-anchor": {
        "en": ("Roadmaps have no anchors (&{name}).", "Text that begins with & needs quotes."),
        "zh": ("学习路线文件不支持锚点（&{name}）。", "以 & 开头的文字加引号。"),
    },
    "yaml-alias": {
        "en": (
            "Roadmaps have no aliases (*{name}).",
            "Write the text out; text that begins with * needs quotes.",
        ),
        "zh": ("学习路线文件不支持别名（*{name}）。", "写出内容本身；以 * 开头的文字加引号。"),
    },
    "yaml-tag": {
        "en": ("Roadmaps have no tags ({tag}).", "Text that begins with ! needs quotes."),
        "zh": ("学习路线文件不支持标签（{tag}）。", "以 ! 开头的文字加引号。"),
    },
    "yaml-duplicate-key": {
        "en": (
            "“{key}” is given twice; the first is in line {other_line}.",
            "Keep one of the two.",
        ),
        "zh": ("“{key}”写了两次，第一次在第 {other_line} 行。", "只留一处。"),
    },
    "yaml-key": {
        "en": (
            "A list or a mapping stands where a key is expected.",
            "Text that begins with a bracket needs quotes.",
        ),
        "zh": ("这里应是一个键，却写了列表或映射。", "以括号开头的文字加引号。"),
    },
    "yaml-too-deep": {
        "en": (
            "Brackets or indentations nest deeper than {limit} levels.",
            "Make the tree flatter.",
        ),
        "zh": ("括号或缩进嵌套超过 {limit} 层。", "减少层级。"),
    },
    "yaml-too-many-nodes": {
        "en": ("The file has more than {limit} values.", "Split it into several roadmaps."),
        "zh": ("文件里的值超过 {limit} 个。", "拆成几份学习路线。"),
    },
    # Keys and values.
    "format-unknown": {
        "en": ("“format” is “{value}”; this program knows {known}.", "Write “format: {known}”."),
        "zh": ("“format”是“{value}”，本程序认识的是 {known}。", "写“format: {known}”。"),
    },
    "format-newer": {
        "en": (
            "This roadmap has format {value}; this program knows {known}.",
            "A newer version of llmroadmap reads it.",
        ),
        "zh": (
            "这份学习路线的格式是 {value}，本程序认识的是 {known}。",
            "用更新版本的 llmroadmap 读取。",
        ),
    },
    "missing-key": {
        "en": (
            "“{key}” is missing.",
            "Add it; every roadmap, stage and item has an id and a title, every link a url.",
        ),
        "zh": ("缺少“{key}”。", "补上：学习路线、阶段和条目都要有 id 和 title，链接要有 url。"),
    },
    "unknown-key": {
        "en": (
            "“{key}” is not a key of the format.",
            "The keys here: {known}.",
        ),
        "zh": ("格式里没有“{key}”这个键。", "这里可用的键：{known}。"),
    },
    "unknown-key.closest": {
        "en": ("“{key}” is not a key of the format.", "Did you mean “{closest}”?"),
        "zh": ("格式里没有“{key}”这个键。", "是不是想写“{closest}”？"),
    },
    "misplaced-key": {
        "en": ("“{key}” does not belong here.", "It is a key of the entries of “{there}”."),
        "zh": ("“{key}”不能写在这里。", "它是“{there}”里各条的键。"),
    },
    "expected-mapping": {
        "en": (
            "Lines of “key: value” are expected here.",
            "Check the indentation, and the dash before a list's entry.",
        ),
        "zh": ("这里应是若干行“key: value”。", "检查缩进，以及列表各条前的短横线。"),
    },
    "expected-list": {
        "en": (
            "“{key}” should be a list.",
            "Write “{key}: [one, two]”, or one entry a line with a dash.",
        ),
        "zh": ("“{key}”应是列表。", "写“{key}: [一, 二]”，或每行一条，前面加短横线。"),
    },
    "expected-text": {
        "en": (
            "“{key}” should be text.",
            "Write text, or one text for each language: {{en: …, zh: …}}.",
        ),
        "zh": ("“{key}”应是文字。", "写一段文字，或每种语言一段：{{en: …, zh: …}}。"),
    },
    "text-empty": {
        "en": ("“{key}” is empty.", "Write something, or remove the key."),
        "zh": ("“{key}”是空的。", "写上内容，或删掉这个键。"),
    },
    "too-long": {
        "en": ("“{key}” has {length} characters; {limit} are allowed.", "Shorten it."),
        "zh": ("“{key}”有 {length} 个字符，最多 {limit} 个。", "缩短。"),
    },
    "empty": {
        "en": ("“{key}” has nothing in it.", "Give it at least one entry."),
        "zh": ("“{key}”里什么都没有。", "至少写一条。"),
    },
    "unknown-kind": {
        "en": ("“{value}” is not a kind.", "The kinds: {known}."),
        "zh": ("没有“{value}”这种类型。", "可用的类型：{known}。"),
    },
    "unknown-kind.closest": {
        "en": ("“{value}” is not a kind.", "Did you mean “{closest}”?"),
        "zh": ("没有“{value}”这种类型。", "是不是想写“{closest}”？"),
    },
    "unknown-order": {
        "en": ("“order” can't be “{value}”.", "Write “sequence” or “parallel”."),
        "zh": ("“order”不能是“{value}”。", "写“sequence”（依次）或“parallel”（并行）。"),
    },
    "unknown-repeat": {
        "en": ("“repeat” can't be “{value}”.", "Write “daily” or “weekly”."),
        "zh": ("“repeat”不能是“{value}”。", "写“daily”（每天）或“weekly”（每周）。"),
    },
    "minutes-invalid": {
        "en": ("“{value}” is not a number of minutes.", "Write a whole number from 1 to {limit}."),
        "zh": ("“{value}”不是分钟数。", "写 1 到 {limit} 之间的整数。"),
    },
    "flag-invalid": {
        "en": ("“{key}” can't be “{value}”.", "Write “true” or “false”."),
        "zh": ("“{key}”不能是“{value}”。", "写“true”或“false”。"),
    },
    "id-invalid": {
        "en": (
            "“{value}” can't be an id.",
            "An id has up to 64 of a–z, 0–9 and hyphens, and begins with no hyphen.",
        ),
        "zh": (
            "“{value}”不能用作 id。",
            "id 最多 64 个字符，只用小写字母、数字和连字符，不以连字符开头。",
        ),
    },
    "id-reserved": {
        "en": (
            "“{id}” can't be a roadmap's id: Windows gives no file this name.",
            "Choose another.",
        ),
        "zh": ("“{id}”不能用作学习路线的 id：Windows 不允许文件叫这个名字。", "换一个。"),
    },
    "full-id-invalid": {
        "en": (
            "“{value}” is not a full id.",
            "Write the ids from the course down, joined with dots: cs224n.8.",
        ),
        "zh": ("“{value}”不是完整的 id。", "从课程写起，逐级用点连接，如 cs224n.8。"),
    },
    "address-scheme": {
        "en": (
            "“{value}” is not a web address.",
            "Write the whole address, with https:// or http:// in front.",
        ),
        "zh": ("“{value}”不是网址。", "写完整的网址，以 https:// 或 http:// 开头。"),
    },
    "address-invalid": {
        "en": (
            "“{value}” is not an address that can be opened.",
            "It may have no spaces, backslashes or invisible characters, and no @ before the host.",
        ),
        "zh": (
            "“{value}”不是能打开的网址。",
            "网址里不能有空格、反斜杠或看不见的字符，主机名前不能有 @。",
        ),
    },
    "language-invalid": {
        "en": ("“{value}” is not a language.", "Write a code such as en, zh or zh-TW."),
        "zh": ("“{value}”不是语言代码。", "写 en、zh、zh-TW 这样的代码。"),
    },
    "unknown-value": {
        "en": ("“{key}” can't be “{value}”.", "Compare with what llmroadmap new prints."),
        "zh": ("“{key}”不能是“{value}”。", "对照 llmroadmap new 输出的模板来改。"),
    },
    # Ids and how the parts belong together.
    "duplicate-id": {
        "en": (
            "The id {id} is given twice; the first is in line {other_line}.",
            "Give one of the two another id.",
        ),
        "zh": ("id {id} 用了两次，第一次在第 {other_line} 行。", "给其中一个换个 id。"),
    },
    "duplicate-course-id": {
        "en": (
            "The id {id} is taken by a stage or a course in line {other_line}.",
            "Ids of stages, and of the items directly in them, are unique in the whole roadmap.",
        ),
        "zh": (
            "id {id} 已被第 {other_line} 行的阶段或课程占用。",
            "阶段的 id，以及阶段下一级条目的 id，在整份学习路线里不能重复。",
        ),
    },
    "too-deep": {
        "en": ("Items nest deeper than {limit} levels.", "Make the tree flatter."),
        "zh": ("条目嵌套超过 {limit} 层。", "减少层级。"),
    },
    "group-empty": {
        "en": (
            "{id} has an empty list of items.",
            "Add items, or remove “items” to make it a step.",
        ),
        "zh": ("{id} 的“items”是空的。", "加上条目；如果它是一个步骤，就删掉“items”。"),
    },
    "minutes-on-group": {
        "en": (
            "{id} has items, and takes as long as they do.",
            "Remove “minutes”, or give it to the steps.",
        ),
        "zh": ("{id} 包含条目，用时由它们相加而来。", "删掉“minutes”，或写到各个步骤上。"),
    },
    "repeat-on-group": {
        "en": ("{id} has items, so it can be no habit.", "Give “repeat” to one of the steps."),
        "zh": ("{id} 包含条目，不能是习惯。", "把“repeat”写到其中的步骤上。"),
    },
    "habit-on-group": {
        "en": (
            "{id} has items, so its kind can't be habit.",
            "Choose another kind, or remove the items.",
        ),
        "zh": ("{id} 包含条目，类型不能是 habit。", "换一种类型，或去掉条目。"),
    },
    "order-on-step": {
        "en": ("{id} has no items to put in order.", "Remove “order”, or add items."),
        "zh": ("{id} 没有条目，谈不上顺序。", "删掉“order”，或加上条目。"),
    },
    "habit-without-repeat": {
        "en": (
            "{id} is of the kind habit, but says not how often.",
            "Add “repeat: daily” or “repeat: weekly”.",
        ),
        "zh": (
            "{id} 的类型是 habit，却没写多久一次。",
            "加上“repeat: daily”（每天）或“repeat: weekly”（每周）。",
        ),
    },
    "need-unknown": {
        "en": (
            "{id} needs {need}, which is not in this roadmap.",
            "Write a full id, from the course down: cs224n.8.",
        ),
        "zh": ("{id} 的先修 {need} 不在这份学习路线里。", "写完整的 id，从课程写起，如 cs224n.8。"),
    },
    "need-unknown.closest": {
        "en": ("{id} needs {need}, which is not in this roadmap.", "Did you mean {closest}?"),
        "zh": ("{id} 的先修 {need} 不在这份学习路线里。", "是不是想写 {closest}？"),
    },
    "need-self": {
        "en": ("{id} needs itself.", "Remove it from its “needs”."),
        "zh": ("{id} 把自己列为先修。", "从“needs”里删掉。"),
    },
    "need-ancestor": {
        "en": (
            "{id} needs {need}, which it is a part of.",
            "Name the steps of {need} that come first.",
        ),
        "zh": ("{id} 把自己所在的 {need} 列为先修。", "写出 {need} 里应该先学的步骤。"),
    },
    "need-descendant": {
        "en": (
            "{id} needs {need}, which is a part of it.",
            "Remove it; the order inside {id} is that of its items.",
        ),
        "zh": ("{id} 把自己里面的 {need} 列为先修。", "删掉；{id} 内部的先后由条目的次序决定。"),
    },
    "need-habit": {
        "en": ("{id} needs {need}, a habit, which is never finished.", "Remove it from “needs”."),
        "zh": ("{id} 的先修 {need} 是习惯，永远不会“完成”。", "从“needs”里删掉。"),
    },
    "needs-cycle": {
        "en": (
            "These wait for each other: {circle}. So {never} steps are never offered.",
            "Remove one of these needs.",
        ),
        "zh": ("它们互相等待：{circle}。因此有 {never} 步永远轮不到。", "去掉其中一个先修。"),
    },
    "deadlock": {
        "en": (
            "{id} needs {need}, which comes only after it: {circle}. So {never} steps are never offered.",
            "Move {need} to the front, remove the need, or make the order parallel.",
        ),
        "zh": (
            "{id} 的先修 {need} 排在它之后：{circle}。因此有 {never} 步永远轮不到。",
            "把 {need} 提前、去掉这个先修，或把顺序改为并行（“order: parallel”）。",
        ),
    },
    "was-in-use": {
        "en": (
            "{id} is given as a former id, but line {other_line} has it now.",
            "Remove it here, or rename the item there.",
        ),
        "zh": (
            "{id} 写作旧 id，但第 {other_line} 行正在用它。",
            "在这里删掉，或给那里的条目改名。",
        ),
    },
    "was-twice": {
        "en": (
            "{id} is given as a former id twice; the first is in line {other_line}.",
            "Only steps that one step was split into share it: keep one.",
        ),
        "zh": (
            "{id} 两次写作旧 id，第一次在第 {other_line} 行。",
            "只有由一步拆成的几步可以共用旧 id：这里只留一处。",
        ),
    },
    "retired-in-use": {
        "en": (
            "{id} is retired, but line {other_line} has it.",
            "Remove it from “retired”, or give the item a new id.",
        ),
        "zh": (
            "{id} 已列为停用，但第 {other_line} 行正在用它。",
            "从“retired”里删掉，或给那个条目换新 id。",
        ),
    },
    "retired-moved": {
        "en": (
            "{id} is retired, and in line {other_line} a former id of an item.",
            "Keep one: “was” if progress should follow, else “retired”.",
        ),
        "zh": (
            "{id} 已列为停用，第 {other_line} 行又把它写作旧 id。",
            "只留一处：进度要跟过去就留“was”，否则留“retired”。",
        ),
    },
    "retired-twice": {
        "en": ("{id} is retired twice; the first is in line {other_line}.", "Keep one of the two."),
        "zh": ("{id} 两次列为停用，第一次在第 {other_line} 行。", "只留一处。"),
    },
    # Doubts.
    "need-uncounted": {
        "en": (
            "{id} needs {need}, in which nothing counts, so it never waits for it.",
            "Remove it from “needs”, or make {need} count.",
        ),
        "zh": (
            "{id} 的先修 {need} 里没有必学的步骤，所以不会等它。",
            "从“needs”里删掉，或让 {need} 成为必学。",
        ),
    },
    "need-twice": {
        "en": ("{id} names {need} twice in its “needs”.", "Once is enough."),
        "zh": ("{id} 的“needs”里两次写了 {need}。", "写一次就够。"),
    },
    "optional-on-habit": {
        "en": ("{id} is a habit; it counts in no percentage anyway.", "Remove “optional”."),
        "zh": ("{id} 是习惯，本来就不计入百分比。", "删掉“optional”。"),
    },
    "needs-on-habit": {
        "en": (
            "{id} is a habit; it is due while its stage is under way, whatever it needs.",
            "Remove “needs”.",
        ),
        "zh": ("{id} 是习惯，只要所在阶段在进行就要打卡，不看先修。", "删掉“needs”。"),
    },
    "stage-uncounted": {
        "en": ("Nothing in stage {id} counts.", "Add steps, or make some of its steps count."),
        "zh": ("阶段 {id} 里没有必学的步骤。", "加上步骤，或让其中一些成为必学。"),
    },
    "kind-without-minutes": {
        "en": (
            "Steps of the kind {kind} ({count}) have no estimate; each counts as 30 minutes.",
            "Add “{kind}” to “minutes” at the head of the file.",
        ),
        "zh": (
            "{count} 个 {kind} 类型的步骤没有估时，每个按 30 分钟算。",
            "在文件开头的“minutes”里加上“{kind}”。",
        ),
    },
    "title-blank": {
        "en": ("This title shows nothing.", "Write letters that can be seen."),
        "zh": ("这个标题什么都显示不出来。", "写上看得见的文字。"),
    },
    "title-long": {
        "en": (
            "This title has {length} characters; above {limit} it is hard to read in a list.",
            "Move a part of it to “about”.",
        ),
        "zh": (
            "这个标题有 {length} 个字符，超过 {limit} 个就不便在列表里看。",
            "把一部分移到“about”。",
        ),
    },
    "translation-missing": {
        "en": ("{id} has no title in {lang}; the others have.", "Add one."),
        "zh": ("{id} 没有 {lang} 标题，其他条目都有。", "补上。"),
    },
    "same-title": {
        "en": (
            "“{title}” is also the title in line {other_line}, beside it.",
            "Titles that differ tell the two apart.",
        ),
        "zh": ("“{title}”与同级的第 {other_line} 行标题相同。", "用不同的标题来区分。"),
    },
    "link-twice": {
        "en": (
            "{id} has this address twice; the first is in line {other_line}: {url}",
            "Keep one of the two.",
        ),
        "zh": ("{id} 两次列出这个网址，第一次在第 {other_line} 行：{url}", "只留一处。"),
    },
    "same-address": {
        "en": (
            "{id} in line {other_line} has the same address: {url}",
            "Was the line copied, and its address not changed?",
        ),
        "zh": ("第 {other_line} 行的 {id} 是同一个网址：{url}", "是不是复制了那一行，忘了改网址？"),
    },
    "more-problems": {
        "en": ("{count} more problems are not shown.", "Mend these first, then check again."),
        "zh": ("还有 {count} 个问题没有列出。", "先改好这些，再检查一遍。"),
    },
}


def problem_text(code: str, facts: Mapping[str, object], lang: str) -> Wording:
    """Return the message and the hint for a problem, in `lang` or else in English."""
    texts = PROBLEMS.get(f"{code}.closest" if facts.get("closest") else code, PROBLEMS[code])
    message, hint = texts.get(lang, texts["en"])
    known = str(facts.get("known", ""))
    told = {**facts, "known": known.replace(", ", "、") if lang == "zh" else known}
    return message.format_map(told), hint.format_map(told)
