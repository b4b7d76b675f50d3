"""`browse`: the whole plan in one full-screen program, over the commands and their views.

Textual is an extra, imported here and nowhere else. `session` is what is worked on, without Textual;
`plan_list` the tree, `questions` what is asked, `app` the keys.
"""
