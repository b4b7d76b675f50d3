"""Words by which a plan's sections are known: what is a part of the plan and what is about it."""

import re
from functools import lru_cache

from llmroadmap.formats.counting import (
    count_at_end,
    count_of,
    is_only_count,
    is_unit_of_time_or_part,
)
from llmroadmap.formats.markdown.languages import LANGUAGES
from llmroadmap.formats.plain_text import is_emoji

# Sections that no plan means as steps, whatever stands in them.
_NEVER = {
    "licence": r"licen[cs]e( and .*| information)?|licensing|copyright( notice)?|legal|许可证?|"
    r"版权(声明)?|授权|(开源)?协议|开源许可|ライセンス|라이선스|licencia|licença|lizenz|лицензия",
    "contributing": r"(how (to|can i|you can) )?contribut(e|ing|ion|ions)"
    r"( guidelines?| guide| to (this|the) (repo|repository|project|list|course|guide|roadmap))?|"
    r"contributing .*|pull requests?|贡献|如何贡献|参与贡献|贡献指南|コントリビュート|기여(하기)?|"
    r"contribuir|como contribuir|cómo contribuir|contribuciones|beitragen|вклад|участие",
    "contributors": r"(our |all |top |the )?contributors?( list)?|贡献者|コントリビューター|기여자|"
    r"contribuidores|contribuyentes|колаборатор(ы)?|mitwirkende",
    "sponsors": r"(our |become an? |the )?(sponsors?|backers?|supporters?|sponsorships?|sponsoring)"
    r"( .*)?|donat(e|ion|ions)( .*)?|buy me a coffee( .*)?|support (us|me|this .*|the .*|my .*)|"
    r"赞助(商)?|捐赠|打赏|支持我们|donar|doações|patrocinadores|spenden|advertis(e|ing|ements?)",
    "star-history": r"(github )?star(s|gazers?)?( history| chart| over time)?|"
    r"repo(sitory)? (stats|activity)|星标历史|star 历史|star 趋势",
}
# Sections about a plan; they hold steps only where nothing else does, or where they have boxes.
_RARELY = {
    "about": r"about( .*)?|summary|acknowledge?ments?|credits?|thanks( .*)?|special thanks|"
    r"thank you|authors?|team|the team|maintainers?|citations?|cite( us| this.*)?|how to cite|"
    r"citing( .*)?|contacts?( us| me| info.*)?|get in touch|disclaimer|code of conduct|faqs?|"
    r"frequently asked questions|(getting|get) help|help|community|join (us|our|the) .*|stay .*|"
    r"follow (me|us)( .*)?|social( media)?|congratulations|connect( with .*)?|mailing list|discord|"
    r"slack|feedback|privacy( policy)?|terms( .*)?|"
    r"what you('ll| will)? (learn|gain|get|need|build).*|what'?s (included|inside)|features|"
    r"highlights|why (this|learn|use it|should you|take) ?.*|who (is this|should|this is) .*|"
    r"(course |teaching )?(staff|instructors?|lecturers?|assistants?)|office hours|grading( policy)?|"
    r"(course )?(logistics|policies)|(quick|useful|important|course) links|enlaces (rápidos|útiles)|"
    r"快速链接|常用链接|课程(地址|主页)|(授课)?(教师|讲师)|助教|考核方式|评分(标准|方式)|profesores|dozenten|"
    r"reviews|testimonials|praise|((general|study|my|final|some|a few) )?(tips|advice)( .{1,30})?|(学习)?(提示|小贴士|建议|忠告)|"
    r"consejos|conseils|dicas|tipps|consigli|советы|ヒント|팁|"
    r".{0,40}\bavailable (on|at|in|from|as)|(where to )?(buy|order)( .*)?|"
    r"你将(收获|学到)(什么)?|为什么.{0,8}学.*|為什麼.{0,8}學.*|(项目|课程)(介绍|简介|背景|亮点|特色)|适合人群|"
    r"致谢|鸣谢|关于.*|联系(我们|方式|我)?|"
    r"引用|交流群|加群|常见问题|社区|免责声明|agradecimientos|agradecimentos|contacto|contato|"
    r"danksagung|kontakt|謝辞|благодарности|контакты|sobre( .*)?|acerca de .*",
    "translations": r"(available )?(translations?|languages?)( .*)?|translated versions?|"
    r"(multi[- ]?)(language|lingual)( support)?( .*)?|other languages|read this in .*|"
    r"翻译|其他语言|语言版本|translating .*|traducciones|traduções|übersetzungen|переводы|翻訳|"
    r"번역|i18n",
    "news": r"(what'?s|what’s) new( .*)?|(latest |recent )?(news|updates?)|change ?log|releases?|"
    r"release notes|announcements?|更新(日志|记录|历史)?|新闻|最新动态|"
    r"update log|history|novedades|novidades",
    "usage": r"how to use( .*)?|how it works|usage|install(ation|ing)?( .*)?|(local )?setup( .*)?|"
    r"getting started with (this|the) repo.*|repo(sitory)? structure|project structure|"
    r"folder structure|file structure|directory structure|development|build(ing)?( locally)?|"
    r"requirements to run|"
    r"使用(方法|说明)|如何使用(它)?|安装|目录结构|项目结构|instalación|instalação|"
    r"cómo usar.*|como usar.*|related (projects?|repos?|repositories|work)|see also|相关项目|"
    r"(our )?(other|more) (courses|projects|repositories|repos|resources from .*)|"
    r"(downloads?|.{0,6}下载)|show your support|projects? using .*|used by",
}
_NEVER_RE = {what: re.compile(rf"(?:{names})", re.IGNORECASE) for what, names in _NEVER.items()}
_RARELY_RE = {what: re.compile(rf"(?:{names})", re.IGNORECASE) for what, names in _RARELY.items()}

ABOUT_A_PLAN = tuple(_RARELY)

_SHORTCODE = re.compile(r":[a-z0-9_+-]{2,40}:")
_CONTENTS = re.compile(
    r"(table of )?contents?|toc|index|目录|目錄|目次|índice|indice|inhalt(sverzeichnis)?|sommaire|"
    r"содержание|оглавление|목차",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"(introduction|intro|overview|preface|foreword|motivation|welcome|background|goals?|"
    r"(lesson|course|module) overview|prerequisites?|before (you|getting) start(ed)?|start here|"
    r"简介|介绍|前言|序言?|概述|introducción|introdução|einleitung|введение|はじめに|소개)",
    re.IGNORECASE,
)
_UNIT_HEAD = re.compile(
    r"#|no\.?|nr\.?|weeks?|days?|months?|lessons?|lectures?|modules?|units?|chapters?|parts?|"
    r"steps?|"
    r"phases?|stages?|sessions?|class(?:es)?|topics?|courses?|titles?|names?|tasks?|subjects?|"
    r"skills?|"
    r"papers?|books?|projects?|notebooks?|videos?|resources?|assignments?|exercises?|"
    r"周次?|天|第几[周天]|课程?|章节?|主题|内容|标题|名称|任务|阶段|项目|论文|资源|模块|"
    r"semana|día|dia|tema|aula|clase|curso|título|módulo|woche|tag|thema|kurs|неделя|день|тема|"
    r"курс|урок|週|日|内容|課題|トピック|タイトル|주차?|주제|강의|제목",
    re.IGNORECASE,
)
_ORDINAL_HEAD = re.compile(
    r"#|no\.?|nr\.?|n[°º]|id|dates?|weeks?|days?|months?|lessons?|lectures?|modules?|units?|"
    r"chapters?|"
    r"parts?|steps?|phases?|sessions?|year|status|done|progress|✅|level|difficulty|"
    r"周次?|天|序号|编号|日期|时间|状态|semana|día|dia|fecha|woche|tag|datum|неделя|день|дата|"
    r"週|日|주차?",
    re.IGNORECASE,
)
_COUNT_HEAD = re.compile(
    r"weeks?|days?|months?|lessons?|lectures?|modules?|units?|chapters?|parts?|steps?|phases?|"
    r"sessions?|level|周次?|天|semana|día|dia|woche|tag|неделя|день|週|日|주차?",
    re.IGNORECASE,
)
_PEOPLE_HEAD = re.compile(
    r"authors?|contributors?|maintainers?|translators?|credits?|by|作者|贡献者|译者|autor(es|"
    r"en)?|автор(ы)?",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:(?:click|tap)(?: here| me)?(?: to (?:expand|open|view|see|show|toggle).*)?|"
    r"(?:toggle|expand|show|view|see|open|collapse|unfold)(?: (?:section|details?|more|all|list|me|"
    r"content|contents|the list|this|here))*|details?|more|contents?|点击.*|展开.*|查看.*|折叠.*|"
    r"もっと見る|詳細|자세히|ver más|ver mais|mehr|"
    r"подробнее)[\s.:…!]*(?:\((?:optional|可选)\))?[\s.:…!]*",
    re.IGNORECASE,
)
_RESOURCE = re.compile(
    r"\b(?:videos?|youtube|slides?|notes?|notebooks?|code|repo(?:sitory)?|github|recordings?|"
    r"links?|"
    r"pdf|colab|transcripts?|readings?|handouts?|solutions?|exercises?|homework|quiz|mirror|"
    r"alternative|source|website|docs?|here|paper|article|blog ?post|demo|cheat ?sheet|playlist|"
    r"errata|more flavor)\b|视频|课件|幻灯片|代码|笔记|链接|讲义|作业|录像",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:links?|here|pdf|video|course|report|site|website|code|github|repo|paper|slides?|blog|post|"
    r"article|notebook|colab|open in colab|source|url|more|read|watch|docs?|demo|lien|enlace|链接|"
    r"视频|课程|论文|代码|这里|here!?|open|(?:learn|read|see|find out) more|view|details|start|go|"
    r"click here|try it|try|play|download|查看|详情)",
    re.IGNORECASE,
)

_TITLE_HEAD = re.compile(
    r"(?:(?:chapter|lesson|module|course|lecture|unit|topic|section|project|task|main|session) )?"
    r"(?:titles?|names?|topics?|subjects?|themes?)|resource|lesson|course|what|task|content|"
    r"主题|标题|题目|课题|名称|课程(?:名称)?|章节(?:名称)?|任务|知识点|学习内容|专题|单元|項目|テーマ|タイトル|제목|주제|"
    r"tema|título|titulo|thema|titel|sujet|titre|тема|название|assunto|argomento",
    re.IGNORECASE,
)
_MATERIAL_HEAD = re.compile(
    r"(?:main |course |other |extra |supplementary |source )?(?:links?|urls?|code|notebooks?|slides?|videos?|"
    r"recordings?|materials?|resources?|readings?|notes?|docs?|documentation|source|repo(?:sitory)?|"
    r"colab|references?|assignments?|homework|exercises?|quiz(?:zes)?|lab|pdf|website|where)|"
    r"资料|学习资料|资源|链接|网址|地址|代码|视频|课件|讲义|作业|参考(?:资料)?|教材|备注|配套.*|"
    r"recursos?|enlaces?|materiales?|material|vídeos?|quellen|unterlagen|ressources?|liens?|"
    r"материалы?|ссылк[аи]|видео|リンク|資料|教材|링크|자료",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"[\w./-]{1,80}\.(?:ipynb|py|pdf|md|mdx|html?|pptx?|docx?|mp4|zip|R|js|tex|txt)"
)
_HOME = re.compile(
    r"read ?me(?:[-_.][\w-]+)?|home(?: ?page)?|index|main|untitled(?: ?\d+)?|notes?|docs?|overview|start|"
    r"study plan|plan|page|首页|主页|无标题|inicio|startseite|accueil|главная",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:resources?|references?|further|books?|links?|extras?|additional|reading|bibliograph\w+|"
    r"recursos|lecturas|literatur|ressources|ресурсы|литература)\b|参考|资源|资料|延伸|扩展|書籍|참고",
    re.IGNORECASE,
)
_ONLY_REFERENCE = re.compile(
    r"(?:(?:useful|other|more|further|additional|extra|helpful|general|important) )?(?:links?|resources?|references?|reading|"
    r"materials?|bibliography|literature)|enlaces|recursos|referencias|referências|bibliografía|bibliografia|liens|"
    r"ressources|références|links und literatur|literatur(?:verzeichnis)?|quellen|weiterführendes|ссылки|ресурсы|"
    r"литература|参考(?:资料|文献|链接)?|(?:学习|相关)?(?:资源|资料|链接)|參考資料|参考リンク|参考文献|リンク(?:集)?|参考|자료|참고(?:자료)?|링크",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:learn(?:ing|ed)?|study(?:ing)?|studies|roadmap|curriculum|syllabus|courses?|bootcamp|"
    r"training|practi[cs]e|challenge|tutorials?|lessons?|topics|reading list|schedule|checklist|"
    r"prep(?:aration)?|learning path|guide|beginners?|\d+ days|master(?:ing|y)?|self[- ]?taught|exam|"
    r"certification|homework|plan|week(?:s|ly)?|months?|semester|year|camp|from (?:zero|scratch)|"
    r"aprend\w+|estud\w+|curso|temario|trilha|lern\w+|kurs|lehrplan|übung\w*|apprend\w+|cours|"
    r"programme|parcours|corso|imparare|studio)\b|"
    r"学习|学完|计划|路线|课程|教程|大纲|规划|打卡|清单|备考|入门|自学|训练|复习|进阶|速成|學習|計劃|勉強|学習|"
    r"ロードマップ|講座|공부|학습|로드맵|커리큘럼|강의|изуч|учеб|учим|курс|план|обучен|урок",
    re.IGNORECASE,
)


_STUDY = re.compile(
    r"^(?:(?:learn|read|watch|study|practi[cs]e|review|revise|solve|understand|memori[sz]e|master|leer|ver|estudiar|aprender|"
    r"practicar|repasar|resolver|lesen|lernen|üben|wiederholen|verstehen|lire|apprendre|étudier|réviser|pratiquer|regarder|"
    r"ler|assistir|estudar|praticar|revisar|leggere|studiare|imparare|ripassare|прочитать|читать|изучить|изучать|выучить|"
    r"решить|повторить|посмотреть)\b|(?:看完|读完|學完|学完|精读|通读|刷完|背完|学习|练习|刷题|背诵|复习|掌握|了解|理解|熟悉|做题|"
    r"听课|預習|复盘))|(?:を読む|を学ぶ|を勉強|の復習|を復習|を解く|を見る|読了)|(?:읽기|공부|복습|학습|풀기|익히기|연습)$",
    re.IGNORECASE,
)


def is_study(title: str) -> bool:
    """Tell whether a title says what a learner does: read, watch, practise, 看完, 復習."""
    return bool(_STUDY.search(title))


@lru_cache(20_000)
def plain_name(title: str) -> str:
    """Return a section's title without pictures, shortcodes, numbers and outer punctuation."""
    text = _SHORTCODE.sub(" ", title)
    text = "".join(" " if is_emoji(char) else char for char in text)
    text = re.sub(r"^\s*\d{1,3}(?:\.\d{1,3})*[.)]\s+", "", text)
    return " ".join(text.split()).strip(" :：.!?,*-–—_#&|·").casefold()


def never_a_part(title: str) -> str:
    """Return the kind of section that is never a part of a plan, or nothing."""
    return _kind(title, _NEVER_RE)


def rarely_a_part(title: str) -> str:
    """Return the kind of section that tells about a plan, or nothing."""
    return _kind(title, _RARELY_RE)


def _kind(title: str, names: dict[str, re.Pattern[str]]) -> str:
    name = plain_name(title)
    return next((what for what, pattern in names.items() if pattern.fullmatch(name)), "")


def is_contents(title: str) -> bool:
    """Tell whether a section says that it is a table of contents."""
    return bool(_CONTENTS.fullmatch(plain_name(title)))


def is_home(title: str) -> bool:
    """Tell whether a title only says where a page stands: README, Home, index."""
    return bool(_HOME.fullmatch(plain_name(title)))


def is_beginning(title: str) -> bool:
    """Tell whether a title is that of a first section and not of a plan."""
    return bool(_BEGINNING.fullmatch(plain_name(title)))


def is_count(text: str) -> bool:
    """Tell whether a text is a number in a sequence and nothing else: 3, week 3."""
    return is_only_count(plain_name(text))


def is_sequence(title: str) -> bool:
    """Tell whether a title counts: week 3, lesson 12, 第四章, "5. Agents"."""
    return count_of(title) is not None or count_at_end(title) is not None


def names_a_count(head: str) -> bool:
    """Tell whether a column's name makes sense with its number: week 3, but not "#" or "No."."""
    name = plain_name(head)
    return bool(_COUNT_HEAD.fullmatch(name)) or is_unit_of_time_or_part(name)


def is_people_head(head: str) -> bool:
    """Tell whether a table column of this name says who made a thing, not what to study."""
    return bool(_PEOPLE_HEAD.fullmatch(plain_name(head)))


def is_title_head(head: str) -> bool:
    """Tell whether a table column of this name says what a row is about."""
    return bool(_TITLE_HEAD.fullmatch(plain_name(head)))


def is_material_head(head: str) -> bool:
    """Tell whether a table column of this name holds where to study rather than what."""
    return bool(_MATERIAL_HEAD.fullmatch(plain_name(head)))


def is_file_name(text: str) -> bool:
    """Tell whether a text is the name of a file: a.ipynb, notes.pdf."""
    return bool(_FILE_NAME.fullmatch(text.strip(" -*`")))


def is_language(title: str) -> bool:
    """Tell whether a title is the name of a language, in any of the great ones."""
    name = re.sub(r"\s*[(（\[].*$", "", plain_name(title))
    name = re.sub(r"[^\w\s]|\s+(?:version|translation|版|версия)$", " ", name).strip()
    return name in LANGUAGES or (all(word in LANGUAGES for word in name.split()) and bool(name))


def is_only_reference(title: str) -> bool:
    """Tell whether a section is called Links, Resources or the like, and nothing else."""
    return bool(_ONLY_REFERENCE.fullmatch(plain_name(title)))


def is_reference(title: str) -> bool:
    """Tell whether a section holds what one may look up, beside what one studies."""
    return bool(_REFERENCE.search(title))


def says_plan(title: str) -> bool:
    """Tell whether a title speaks of learning or of a plan."""
    return bool(_PLAN.search(title))


def is_noise(summary: str) -> bool:
    """Tell whether a summary only says that there is something to unfold."""
    return not plain_name(summary) or bool(_NOISE.fullmatch(plain_name(summary)))


def is_unit_head(head: str) -> bool:
    """Tell whether a table column of this name holds what one studies."""
    return bool(_UNIT_HEAD.fullmatch(plain_name(head) or head.strip()))


def is_ordinal_head(head: str) -> bool:
    """Tell whether a table column of this name only counts its rows."""
    name = plain_name(head) or head.strip()
    return bool(_ORDINAL_HEAD.fullmatch(name)) or is_unit_of_time_or_part(name)


def is_resource(title: str) -> bool:
    """Tell whether a title names a form (slides, video, code) rather than a subject."""
    return len(title) <= 60 and bool(_RESOURCE.search(title))


def is_generic(text: str) -> bool:
    """Tell whether a link's text says nothing about where it goes."""
    return bool(_GENERIC.fullmatch(text.strip(" []()（）.,:;!|")))
