"""Every text of the program by name: a language that lacks one, or has one too many, fails mypy.

Imported by type checkers only; at run time a language is a plain dict. `{names}` are filled in by
the views.
"""

from typing import TypedDict

# One, and any other number; both have {n}.
Plural = tuple[str, str]


class Faults(TypedDict):
    """What goes wrong with files and the system: read only when something does.

    A code may have variants, such as `locked-unnamed`; see `views/faults.py`.
    """

    errors: dict[str, str]
    hints: dict[str, str]
    system: dict[str, str]
    kinds: dict[str, str]
    places: dict[str, str]
    unnamed_roadmap: str
    unnamed_plan: str
    problems: Plural
    more_problems: Plural
    damages: dict[str, str]
    expected: dict[str, str]
    plans: dict[str, str]


class Care(TypedDict):
    """What backup, restore and doctor say."""

    # backup
    copies_none: str
    copies_folder: str
    copy_made: str
    copy_events: Plural
    copy_no_good: str
    copy_notes: dict[str, str]
    copies_how: str
    # restore
    restored: str
    rescued: Plural
    left_out: Plural
    newest: str
    way_back: str
    kept_damaged: str
    # doctor
    checks: dict[str, str]
    states: dict[str, str]
    findings: dict[str, str]
    advice: dict[str, str]
    mendable: str
    all_well: str
    wrong: Plural
    mended: Plural


class Texts(TypedDict):
    """All texts."""

    lang: str
    between: str  # between facts on one line
    colon: str
    comma: str  # between ids
    about_time: str  # a sum of estimates
    # Numbers
    minutes: str
    hours: str
    hours_minutes: str
    steps: Plural
    optional_steps: Plural
    percent: str
    hours_left: str
    # Words
    kinds: dict[str, str]
    states: dict[str, str]
    repeats: dict[str, str]
    optional: str
    # next
    reasons: dict[str, str]
    type_when_done: str
    then: str
    habits_due: str
    habits_due_weekly: str
    habit_line: str
    check_in_line: str
    all_done_title: str
    all_done_optional: Plural
    all_done_nothing: str
    all_done_look: str
    nothing_fits: str
    out_of_turn: Plural
    after_line: str
    start_anyway: str
    too_long: str
    waiting_title: str
    waiting_for: str
    # done
    not_counted: str
    changed: dict[str, str]
    already: dict[str, str]
    took: str
    counted_for: str
    no_change: str
    unlocked: str
    next_is: str
    take_back: str
    stage_finished: str
    ask_hint: str
    # roadmaps, use, add, remove, edit, new, check, export
    stages: Plural
    groups: Plural
    of_them_optional: Plural
    in_use: str
    built_in: str
    overrides_built_in: str
    roadmap_broken: str
    change_roadmap: str
    written_to: str
    then_check: str
    follow_it: str
    removed: str
    progress_kept: str
    nothing_stored: str
    ticks_kept: Plural
    ticks_offered: Plural
    left_out_title: str
    left_out: dict[str, str]
    in_lines: str
    # update
    plan_same: Plural
    plan_renamed: Plural
    plan_retitled: Plural
    plan_new: Plural
    plan_gone: Plural
    plan_new_title: str
    plan_gone_title: str
    plan_at: str
    progress_carried: Plural
    doubts: dict[str, str]
    doubt_answered: str
    doubt_kept: str
    check_good: str
    check_errors: Plural
    check_warnings: Plural
    severities: dict[str, str]
    # undo, redo
    undone: str
    make_again: str
    redone: str
    and_more: Plural
    # checkin
    checked_already: str
    no_habit_due: str
    streaks: dict[str, Plural]
    # today
    welcome: str
    first_step: str
    welcome_more: str
    welcome_back: str
    this_week: str
    active_days: Plural
    day_streak: Plural
    # status
    whole: str
    now: str
    skipped_steps: Plural
    sides_open: str
    strangers: Plural
    earlier: str
    earlier_hint: str
    under_way: str
    # list
    list_folded: str
    list_empty: str
    proof_sign: str
    # show
    about: str
    links: str
    links_of: str
    estimate: str
    needs: str
    unlocks: str
    state: str
    history: str
    goals: str
    tips: str
    topics: str
    former_link: str
    need_met: str
    need_open: str
    verbs: dict[str, str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    date: str
    # paths
    paths: dict[str, str]
    path_missing: str
    # open
    opened: str
    more_links: Plural
    link_of_group: str
    # note, notes, proof
    noted: str
    notes_on_it: Plural
    nothing_noted: str
    no_notes: str
    no_notes_on: str
    add_note: str
    not_in_plan: str
    draft_kept: str
    note_template: tuple[str, ...]
    proof_added: str
    proof_there: str
    proofs: str
    proof_count: Plural
    note_count: Plural
    proof_hint: str
    # config
    settings: dict[str, str]
    setting_default: str
    setting_was: str
    setting_change: str
    setting_back: str
    # next
    nothing_short: str
    why_title: str
    why_more: Plural
    why: dict[str, str]
    # log, find, resume
    today: str
    yesterday: str
    days_ago: Plural
    log_empty: str
    earlier_entries: Plural
    fields: dict[str, str]
    found_in: str
    more_found: Plural
    nothing_found: str
    find_hint: str
    not_begun: str
    last_time: str
    your_notes: str
    opened_since: str
    still_in_progress: str
    small_start: str
    begin_it: str
    # status --line
    streak_short: Plural
    # completion
    completion: dict[str, str]
    # errors: the word before the message, then messages by code: what, and what to do next
    error: str
    hint: str
    closest: str
    candidates_more: str
    guess_taken: str
    no_such_number: str
    errors: dict[str, str]
    hints: dict[str, str]
    expected: dict[str, str]
    usage_reasons: dict[str, str]
    questions: dict[str, str]
    waiting_for_lock: str
    # help
    help_usage: str
    help_some_options: str
    placeholders: dict[str, str]  # for what is typed in their place; those without stay
    help_intro: str
    help_arguments: str
    help_options: str
    help_global: str
    help_examples: str
    help_commands: str
    help_default: str
    help_more: str
    help_groups: dict[str, str]
    options: dict[str, str]
