"""Texts of `open`."""

TEXTS = {
    "help": "在浏览器里打开网页",
    "opened": "已打开：",
    "more_links": "另有 {n} 个链接：--all 全部打开，--pick 挑一个",
    "link_of_group": "{id} 没有单独的网页，这是 {group} {title} 的网页",
    "option.item": "步骤或单元的 id；不写就是 next 的第一步",
    "option.print": "只输出网址，不打开",
    "option.all": "全部链接，不只是主要的",
    "option.pick": "在几个链接里挑一个",
    "option.link": "第几个链接",
    "message.no-link": "{item} 没有网页，所在的单元也没有。",
    "message.address-refused": "“{url}”不是网址：只接受 http:// 和 https://。",
    "message.no-browser": "没有可用的浏览器。网址：{url}",
    "hint.no-link": "查看它的全部内容：llmroadmap show {item}",
    "hint.address-refused": "在学习路线里改成以 https:// 开头的网址。",
    "hint.address-refused-bare": "是不是少了开头？试试 https://{url}",
    "hint.address-refused-given": "给出以 https:// 开头的网址。",
    "hint.no-browser": "--print 只输出网址；$BROWSER 可指定浏览器。",
}
