"""Texts of `open`."""

TEXTS = {
    "opened": "已打开：",
    "more_links": "另有 {n} 个链接：--all 全部打开，--pick 挑一个",
    "link_of_group": "{id} 没有自己的链接，用的是所在单元的：{group} {title}",
    "option.item": "步骤或单元的 id；不写就是 next 的第一步",
    "option.print": "只输出网址，不打开",
    "option.all": "全部链接，不只是主要的",
    "option.pick": "在几个链接里挑一个",
    "option.link": "第几个链接",
}
