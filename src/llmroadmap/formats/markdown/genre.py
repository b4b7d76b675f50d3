"""What kind of text a page is, where it is no plan: a licence, a changelog, minutes, a recipe and so on.

Most kinds show in their headings; a kind is believed where several of its own words are headings,
and none of them is one that plans have too.
"""

import re
from collections.abc import Iterable, Iterator

from llmroadmap.formats.markdown.blocks import (
    Block,
    Heading,
    Ignored,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from llmroadmap.formats.markdown.names import plain_name
from llmroadmap.formats.plain_text import plain_text

_VERSION = re.compile(
    r"\[?v?(?:ersion )?\d+\.\d+(?:\.\d+)*(?:[-.\w]*)?\]?(?:\(\S*\))?(?:\s*[-–—(/:].*|\s+\d{4}-\d\d-\d\d.*)?|"
    r"\[?unreleased\]?(?:\(\S*\))?.*|\[?\d{4}-\d\d-\d\d\]?|版本\s*\d.*|versión \d.*",
    re.IGNORECASE,
)
_ENDPOINT = re.compile(
    r"`?(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b\s*`?/?|`?[\w.]+\([\w\s,.=*:\[\]|\"'?]*\)`?(?:\s|$)"
)
_PRICE = re.compile(r"(?:[$€£¥₹]\s?\d|\d\s?(?:€|\$|£|元|円|USD|EUR|руб|₽))")
_STAMP = re.compile(r"\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d)")
_LICENCE = re.compile(
    r"permission is hereby granted|without warranty of any kind|redistribution and use in source|"
    r"terms and conditions for use|\bas is\b[\"”]? .{0,40}\bwarrant|creative commons (?:corporation|legal)|"
    r"general public license|all rights reserved\. this|本许可|授予.{0,20}许可|se concede permiso",
    re.IGNORECASE,
)

# Kinds by their headings or labels, each with how many different ones it takes.
_KINDS: tuple[tuple[str, int, str], ...] = (
    (
        "conduct",
        2,
        (
            r"(?:contributor covenant )?code of conduct|our pledge|our standards|enforcement( responsibilities| guidelines)?|"
            r"scope|attribution|行为准则|我们的承诺|我们的标准|执行|código de conducta|nuestro compromiso|"
            r"verhaltenskodex|unser versprechen|кодекс поведения"
        ),
    ),
    (
        "bug",
        2,
        (
            r"(steps to )?reproduc\w+( steps| the (bug|problem))?|expected (behaviou?r|results?|output)|"
            r"actual (behaviou?r|results?|output)|environment|describe the bug|bug report|stack ?trace|"
            r"system info(rmation)?|additional context|logs?|screenshots?|versions?|what happened\??|"
            r"复现步骤|重现步骤|预期(行为|结果)|实际(行为|结果)|环境(信息)?|问题描述|错误日志|"
            r"pasos para reproducir\w*|comportamiento (esperado|actual)|entorno|schritte zum reproduzieren|"
            r"erwartetes verhalten|tatsächliches verhalten|umgebung|шаги воспроизведения|ожидаемое поведение"
        ),
    ),
    (
        "minutes",
        2,
        (
            r"attendees|participants|present|apologies|absent|agenda( items)?|action items|action points|decisions|"
            r"minutes( of .*)?|next meeting|any other business|aob|meeting notes.*|discussion|standup.*|retro.*|"
            r"会议(纪要|记录|时间|主题|地点).*|参会(人员|人)?|与会(人员|者)?|议程|决议|待办(事项)?|下次会议|讨论(内容|事项)?|"
            r"asistentes|orden del día|acuerdos|próxima reunión|teilnehmer|tagesordnung|beschlüsse|участники|"
            r"повестка( дня)?|решения|ordre du jour|参加者|議題|決定事項"
        ),
    ),
    (
        "recipe",
        2,
        (
            r"ingredients?( list)?|instructions|directions|method|preparation|servings?|serves \d.*|prep time.*|"
            r"cook(ing)? time.*|nutrition.*|equipment|for the .{2,20}|材料|食材|配料|用料|做法|步骤|制作(方法|步骤)|小贴士|"
            r"ingredientes|preparación|elaboración|preparo|modo de preparo|zutaten|zubereitung|ingrédients|"
            r"préparation|ингредиенты|приготовление|材料.*|作り方|재료|만드는 (법|방법)"
        ),
    ),
    (
        "cv",
        3,
        (
            r"(work |professional )?experience|employment( history)?|education|skills|technical skills|languages|"
            r"references|publications|awards|certifications?|interests|hobbies|summary|profile|objective|"
            r"volunteering|projects|contact( information)?|curriculum vitae|resume|工作经[历验]|教育(背景|经历)|(专业)?技能|"
            r"项目(经历|经验)|个人(信息|简介|总结)|自我评价|获奖(情况)?|实习经[历验]|求职意向|experiencia( laboral| profesional)?|"
            r"formación( académica)?|educación|habilidades|idiomas|berufserfahrung|ausbildung|kenntnisse|sprachen|"
            r"опыт работы|образование|навыки|expérience.*|formation|compétences|langues|職歴|学歴|スキル|資格"
        ),
    ),
    (
        "api",
        3,
        (
            r"parameters?|query parameters?|path parameters?|request( body)?|responses?|returns?|endpoints?|"
            r"authentication|authori[sz]ation|errors?( codes?)?|status codes?|rate limits?|pagination|headers|"
            r"base url|methods?|properties|constructors?|events|examples? request|throws|arguments|api( reference)?|"
            r"请求(参数|体|头)?|响应(参数|体)?|返回(值|参数)?|接口(说明|地址)?|错误码|鉴权|认证|parámetros|respuesta|autenticación|"
            r"parameter|rückgabewerte|параметры|ответ"
        ),
    ),
    (
        "software",
        3,
        (
            r"install(ation|ing)?( .*)?|usage|use|quick ?start.*|getting started.*|features?|configuration|config|"
            r"options?|requirements|dependencies|api( reference| docs)?|build(ing)?( from source)?|tests?|testing|"
            r"running (the )?tests?|deploy(ment|ing)?|changelog|support|benchmarks?|performance|why .{2,30}\?|"
            r"how it works|development|roadmap|examples?|documentation|docs|faq|troubleshooting|compatibility|"
            r"supported .*|security|安装(说明|方法)?|快速(开始|上手)|使用(方法|说明)?|用法|特性|功能(特性|介绍)?|配置(说明)?|依赖|"
            r"构建|测试|部署|示例|instalación|uso|características|configuración|requisitos|pruebas|installieren|"
            r"verwendung|funktionen|konfiguration|voraussetzungen|установка|использование|возможности|настройка|"
            r"インストール|使い方|特徴|機能|설치|사용법|기능"
        ),
    ),
    (
        "dataset",
        2,
        (
            r"(dataset|model) (card.*|description|summary|details|structure|creation|sources?)|data (fields|splits|instances)|"
            r"(direct|intended|out-of-scope) uses?|training (data|details|procedure)|evaluation results?|bias, risks,? .*|"
            r"considerations for using the data|citation information|数据集(介绍|描述|结构|划分|说明|概述)?|数据字段|模型(介绍|描述|信息)"
        ),
    ),
    (
        "prices",
        2,
        (
            r"pricing|prices?|price list|(our )?plans|free|pro|enterprise|basic|premium|billing|价格(表)?|套餐|收费标准|报价|"
            r"precios|tarifas|preise|preisliste|цены|tarifs|料金(表)?|가격"
        ),
    ),
)
_KIND_RE = [
    (what, least, re.compile(rf"(?:{words})", re.IGNORECASE)) for what, least, words in _KINDS
]
_TITLES = (
    ("conduct", r".*code of conduct.*|行为准则.*|código de conducta.*"),
    ("changelog", r"change ?log.*|release notes.*|history|更新日志.*|变更(日志|记录).*|版本(记录|历史).*|historial de cambios.*"),
    ("faq", r".*\bfaqs?\b.*|frequently asked.*|.*常见问题.*|preguntas frecuentes.*|häufige fragen.*|よくある質問.*"),
    ("minutes", r".*\bmeeting\b.*|.*\bminutes\b.*|.*会议(纪要|记录).*|.*周会.*|acta de.*|.*protokoll.*|.*議事録.*|протокол.*"),
    ("cv", r"curriculum vitae.*|resume|résumé|cv\b.*|.*简历.*|lebenslauf.*|резюме.*|履歴書"),
    ("licence", r"(the )?(mit|bsd|apache|gnu|gpl|lgpl|isc|mozilla).{0,40}licen[cs]e.*|licen[cs]e( agreement)?|许可证|许可协议"),
    ("prices", r".*\b(pricing|price list|prices)\b.*|.*价格.*|.*报价.*|precios.*|preisliste.*|цены.*"),
    ("recipe", r".*\brecipe\b.*|.*食谱.*|.*的做法|receta.*|rezept.*|рецепт.*|.*レシピ.*"),
    ("dataset", r"(dataset|model) card.*|.*数据集(说明|介绍|卡片)?"),
    ("project", (r"security policy|security|contributing( guide.*| to .*)?|(contributor|developer) guide(lines)?|support|governance|"
        r"安全策略|安全政策|贡献指南|보안 정책|기여 가이드|política de seguridad|política de segurança|sicherheitsrichtlinie|"
        r"politique de sécurité|guía de contribución|guia de contribuição|セキュリティポリシー|политика безопасности")),
    ("trip", (r"(.{0,30} )?trip to .*|.*\bitinerary\b.*|.*(旅行|旅游|出行)?行程(安排|表|计划|单)?|.*(旅行|旅游)(计划|攻略)|viaje a .*|"
        r"viagem (a|para) .*|reise nach .*|voyage (à|en|au) .*|поездка в .*|.*(旅行|旅程)の?(計画|日程)")),
    ("bug", r"\[?bug\]?\b.*|bug report.*"),
    ("api", r".*\bapi (reference|docs|documentation)\b.*|.*接口文档.*|.*api 文档.*"),
)  # fmt: skip
# Kinds of which the title alone is enough.
_BY_TITLE = frozenset(
    {"changelog", "faq", "licence", "conduct", "cv", "dataset", "project", "trip"}
)
_PEOPLE = re.compile(
    r"(?:attendees|participants|present|参会(?:人员|人)?|与会(?:人员|者)?|出席(?:人员|者)?|参加者|asistentes|teilnehmer(?:innen)?|"
    r"participants|participantes|участники|참석자)\W{0,3}[:：]",
    re.IGNORECASE,
)
_TITLE_RE = [(what, re.compile(words, re.IGNORECASE)) for what, words in _TITLES]


def genre_of(blocks: list[Block], title: str) -> str:
    """Return what kind of text a page is, "" where it may be a plan."""
    headings = [plain_text(block.text) for block in _walk(blocks) if isinstance(block, Heading)]
    labels = list(_labels(blocks))
    named = next((what for what, words in _TITLE_RE if words.fullmatch(plain_name(title))), "")
    found = _by_form(blocks, headings)
    if found:
        return found
    names = {plain_name(heading) for heading in (*headings, *labels)} - {plain_name(title), ""}
    for what, least, words in _KIND_RE:
        count = sum(bool(words.fullmatch(name)) for name in names)
        share = count * 2 >= len(names)
        if count >= least + (0 if share or what == named else 2):
            return what if what != "software" or _is_software(blocks) else ""
        if what == named and count:
            return what
    if named == "minutes" and _has_people(blocks):
        return named
    return named if named in _BY_TITLE else ""


def _has_people(blocks: list[Block]) -> bool:
    """Tell whether a line says who was there, as minutes do."""
    lines = (line for b in blocks if isinstance(b, Paragraph) for line in b.text.split("\n"))
    return any(_PEOPLE.match(line.lstrip("*_ ")) for line in lines)


def words_of(blocks: Iterable[Block]) -> int:
    """Return how many words stand in a page's paragraphs; of Chinese, two letters are one."""
    total = 0
    for block in _walk(blocks):
        if isinstance(block, Paragraph):
            total += len(block.text.split()) + sum(ord(char) >= 0x2E80 for char in block.text) // 2
    return total


def _by_form(blocks: list[Block], headings: list[str]) -> str:
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    if any(_LICENCE.search(text) for text in texts):
        return "licence"
    if len(headings) >= 2:
        versions = sum(bool(_VERSION.fullmatch(heading)) for heading in headings)
        endpoints = sum(bool(_ENDPOINT.match(heading)) for heading in headings)
        questions = sum(heading.endswith(("?", "？")) for heading in headings)
        if versions >= 2 and versions * 3 >= len(headings):
            return "changelog"
        if endpoints >= 2 and endpoints * 3 >= len(headings):
            return "api"
        if questions >= 3 and questions * 2 > len(headings):
            return "faq"
    if _has_prices(blocks):
        return "prices"
    lines = [line for text in texts for line in text.split("\n")]
    stamps = sum(bool(_STAMP.match(line)) for line in lines)
    return "log" if stamps >= 3 and stamps * 2 > len(lines) else ""


def _has_prices(blocks: list[Block]) -> bool:
    """Tell whether a table has a price in most of its rows and no link in it."""
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) >= 2:
            priced = sum(any(map(_PRICE.search, row.cells)) for row in block.rows)
            linked = any("](" in cell for row in block.rows for cell in row.cells)
            if priced * 3 >= 2 * len(block.rows) and not linked:
                return True
    return False


def _is_software(blocks: list[Block]) -> bool:
    return any(isinstance(block, Ignored) and block.what == "code" for block in _walk(blocks))


def _labels(blocks: list[Block]) -> Iterator[str]:
    """Yield paragraphs in bold, or that end in a colon: what some use for headings."""
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.text) <= 60 and "\n" not in block.text:
            text = block.text.strip()
            bold = text.startswith("**") and text.rstrip(":：").endswith("**")
            if bold or text.endswith((":", "：")):
                yield plain_text(text.strip("*_:： "))
            elif text.startswith(("**", "__")):
                yield plain_text(re.split(r"[:：]|\*\*|__", text.strip("*_"), maxsplit=1)[0])


def _walk(blocks: Iterable[Block]) -> Iterator[Block]:
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        yield block
        if isinstance(block, ListBlock):
            waiting += [inner for item in reversed(block.items) for inner in reversed(item.blocks)]
        elif isinstance(block, Quote):
            waiting += reversed(block.blocks)
