"""Other words for the same thing: as Taiwan says it, run together, or with a word that adds nothing.

Looked at only where nothing is called as was typed; what is found is a guess.
"""

import re
from unicodedata import normalize

from llmroadmap.core.lookup.text_index import is_unspaced
from llmroadmap.core.model.roadmap import Roadmap

# What is not only written in other characters but called otherwise.
_TAIWAN = dict(
    pair.split("=")
    for pair in [
        "網路=网络",
        "資料庫=数据库",
        "資料=数据",
        "程式=程序",
        "演算法=算法",
        "記憶體=内存",
        "佇列=队列",
        "堆疊=栈",
        "指標=指针",
        "字串=字符串",
        "字元=字符",
        "函式=函数",
        "遞迴=递归",
        "迴圈=循环",
        "雜湊=哈希",
        "最佳化=优化",
        "陣列=数组",
        "介面=接口",
        "快取=缓存",
        "組合語言=汇编",
        "檔案=文件",
        "位元=比特",
        "連結串列=链表",
        "鏈結串列=链表",
        "支援=支持",
        "最佳=最优",
        "迴歸=回归",
        "梯度下降法=梯度下降",
        "矩陣=矩阵",
        "向量資料庫=向量数据库",
        "代理人=智能体",
        "提示語=提示词",
    ]
)
_TAIWAN_WORD = re.compile("|".join(sorted(_TAIWAN, key=len, reverse=True)))
_BITS = re.compile(r"([0-9]+|[一二两四八]|十六|三十二) ?(?:比特|bits|bit)")
_BIT_NUMBERS = {"一": 1, "二": 2, "两": 2, "四": 4, "八": 8, "十六": 16, "三十二": 32}
# Nouns that say only what sort of thing it is: 汇编语言 is 汇编.
_ADDS_NOTHING = re.compile(
    "(?<=..)(语言|算法|技术|方法|问题|原理|基础|知识|概念|教程|课程|系统|理论|实战|实践|工具|操作|法|题)$"
)
_SHORTEST_JOINED = 6
_LONGEST_JOINED = 40


def in_our_words(name: str) -> str:
    """Return `name` in the words of the mainland and with bits as they are written: 8bit."""
    plain = normalize("NFKC", name) if not name.isascii() else name
    words = _TAIWAN_WORD.sub(lambda found: _TAIWAN[found[0]], plain)
    bits = _BITS.sub(lambda found: f" {_BIT_NUMBERS.get(found[1], found[1])}bit ", words)
    return " ".join(bits.split())


def without_empty_noun(word: str) -> str:
    """Return a Chinese word without a noun at its end that adds nothing, or the word."""
    return _ADDS_NOTHING.sub("", word) if is_unspaced(word) else word


def nodes_written_apart(roadmap: Roadmap, word: str) -> list[int]:
    """Return the nodes with words that were typed as one: huggingface, linkedlist."""
    if not (_SHORTEST_JOINED <= len(word) <= _LONGEST_JOINED and word.isascii() and word.isalpha()):
        return []
    pattern = re.compile(" " + " ?".join(word))
    nodes = set()
    for text in (roadmap.search.names, roadmap.search.topics):
        node, counted = -1, 0
        for found in pattern.finditer(text):
            node += text.count("\n", counted, found.start() + 1)
            counted = found.start() + 1
            nodes.add(node)
    return sorted(nodes)
