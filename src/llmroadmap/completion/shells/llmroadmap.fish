# llmroadmap completion for fish. `llmroadmap completion install` writes it, `uninstall` removes it.
# What is offered comes as lines of value, tab, title. They are data: nothing here is evaluated.

function __llmroadmap_complete
    set -l before (commandline -opc)
    # An opening quotation mark belongs to the word on the line, not to what is looked for.
    set -l current (string trim --left --chars='"\'' -- (commandline -ct))
    set -l program llmroadmap
    if string match -q '*/*' -- $before[1]; and test -x $before[1]
        set program $before[1]
    end
    set -l found (command $program --complete -- $before[2..-1] "$current" 2>/dev/null)
    if string match -q ':files*' -- $found[1]
        __fish_complete_path "$current"
        return
    end
    printf '%s\n' $found
end

complete -c llmroadmap -f -k -a '(__llmroadmap_complete)'
