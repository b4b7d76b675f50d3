# llmroadmap completion for bash. `llmroadmap completion install` writes it, `uninstall` removes it.
# What is offered comes as lines of value, tab, title. They are data: nothing here is evaluated.

_llmroadmap() {
    local program=llmroadmap value title width=0 i
    local current=${COMP_WORDS[COMP_CWORD]}
    local -a values=() titles=()
    if [[ $1 == */* && -x $1 ]]; then
        program=$1
    fi
    COMPREPLY=()
    while IFS=$'\t' read -r value title; do
        if [[ $value == :files ]]; then
            while IFS= read -r value; do
                COMPREPLY+=("$value")
            done < <(compgen -f -- "$current")
            type compopt &>/dev/null && compopt -o filenames
            return
        fi
        # bash takes `--lang=en` for three words, and wants the last of them.
        if [[ $current == "=" || ${COMP_WORDS[COMP_CWORD - 1]} == "=" ]]; then
            value=${value#*=}
        fi
        values+=("$value")
        titles+=("$title")
        if ((${#value} > width)); then
            width=${#value}
        fi
    done < <(command "$program" --complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)

    if ((${#values[@]} == 1)); then
        COMPREPLY=("${values[0]}")
        if [[ ${values[0]} == *[.=] ]]; then
            type compopt &>/dev/null && compopt -o nospace
        fi
        return
    fi
    # Titles stand behind the values only where a list is shown and nothing is inserted.
    if [[ ${COMP_TYPE-} != 63 && ${COMP_TYPE-} != 33 && ${COMP_TYPE-} != 64 ]]; then
        COMPREPLY=("${values[@]}")
        return
    fi
    for ((i = 0; i < ${#values[@]}; i++)); do
        if [[ -n ${titles[i]} ]]; then
            printf -v value '%-*s  %s' "$width" "${values[i]}" "${titles[i]}"
        else
            value=${values[i]}
        fi
        COMPREPLY+=("$value")
    done
}

# Older versions of bash sort, and say so.
complete -o nosort -F _llmroadmap llmroadmap 2>/dev/null || complete -F _llmroadmap llmroadmap
