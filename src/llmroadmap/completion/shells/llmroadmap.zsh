#compdef llmroadmap
# llmroadmap completion for zsh. `llmroadmap completion install` writes it, `uninstall` removes it.
# What is offered comes as lines of value, tab, title. They are data: nothing here is evaluated.

_llmroadmap() {
    local line value title suffix program=llmroadmap
    local -i width=0
    local -a lines shown
    if [[ ${words[1]} == */* && -x ${words[1]} ]]; then
        program=${words[1]}
    fi
    lines=("${(@f)$(command $program --complete -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
    if [[ ${lines[1]} == :files* ]]; then
        _files
        return
    fi
    for line in "${lines[@]}"; do
        value=${line%%$'\t'*}
        (( $#value > width )) && width=$#value
    done
    for line in "${lines[@]}"; do
        value=${line%%$'\t'*}
        title=${line#*$'\t'}
        [[ -n $value ]] || continue
        shown=("${(r:width:)value}  $title")
        [[ -n $title ]] || shown=("$value")
        suffix=' '
        [[ $value == *[.=] ]] && suffix=''
        # In the order in which they come, one a line; -d shows its words as they are.
        compadd -V llmroadmap -l -S "$suffix" -d shown -- "$value"
    done
}

if [[ ${funcstack[1]-} == _llmroadmap ]]; then
    _llmroadmap "$@"
else
    # Read by a start-up file, and not found by the completion system itself.
    if ! whence compdef >/dev/null; then
        autoload -Uz compinit && compinit -i
    fi
    compdef _llmroadmap llmroadmap
fi
