"""The command ``natopa completion``: scripts that complete the command in a shell.

They are made from the parser, so that they know every command and flag, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ._cli_parsing import commands_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")
FILES = ("FILE", "FILE|-", "FOLDER", "RELEASE|FOLDER")
"""The metavars of arguments that are files or folders."""


class _Flag(NamedTuple):
    name: str
    help: str
    takes: str
    """What follows the flag; nothing where it stands alone."""
    words: tuple[str, ...]


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script for a shell."""
    lines = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](parser)
    # Zsh takes a file of its folders for a completion by the first line only.
    first = "#compdef natopa" if shell == "zsh" else None
    comment = f"# Made by: natopa completion {shell}"
    return "\n".join([*filter(None, [first]), comment, *lines]) + "\n"


def _bash(parser: argparse.ArgumentParser) -> Iterator[str]:
    commands = commands_of(parser)
    yield "_natopa() {"
    yield '    local current="${COMP_WORDS[COMP_CWORD]}" words=""'
    yield '    case "${COMP_WORDS[1]}/${COMP_WORDS[COMP_CWORD-1]}" in'
    for name, command in commands.items():
        for flag in _flags(command):
            if flag.takes:
                yield f'        {name}/{flag.name}) words="{" ".join(flag.words)}" ;;'
    for name, command in commands.items():
        words = [*_words(command), *[flag.name for flag in _flags(command)]]
        yield f'        {name}/*) words="{" ".join(words)}" ;;'
    yield "    esac"
    first = " ".join([*commands, *[flag.name for flag in _flags(parser)]])
    yield f'    [ "$COMP_CWORD" = 1 ] && words="{first}"'
    yield '    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")'
    yield "}"
    yield "complete -o default -F _natopa natopa"


def _zsh(parser: argparse.ArgumentParser) -> Iterator[str]:
    commands = commands_of(parser)
    yield "_natopa() {"
    yield "    local -a commands"
    yield "    commands=("
    for name, help_ in _helps(parser).items():
        yield f"        {_zsh_quoted(f'{name}:{help_}')}"
    yield "    )"
    yield "    if (( CURRENT == 2 )); then"
    yield "        _describe command commands"
    yield "        return"
    yield "    fi"
    yield "    local command=${words[2]}"
    yield "    shift words; (( CURRENT-- ))"
    yield "    case $command in"
    for name, command in commands.items():
        yield f"        {name}) _arguments \\"
        for flag in _flags(command):
            help_ = flag.help.replace("[", "(").replace("]", ")").replace(":", ",")
            takes = f":{flag.takes}:{_zsh_values(flag)}" if flag.takes else ""
            yield f"            {_zsh_quoted(f'{flag.name}[{help_}]{takes}')} \\"
        words = _words(command)
        rest = f"({' '.join(words)})" if words else "_files" if _takes_files(command) else " "
        yield f"            {_zsh_quoted(f'*: :{rest}')} ;;"
    yield "    esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = _natopa ]; then _natopa "$@"; else compdef _natopa natopa; fi'


def _fish(parser: argparse.ArgumentParser) -> Iterator[str]:
    helps = _helps(parser)
    yield "complete -c natopa -n __fish_use_subcommand -f"
    for name, help_ in helps.items():
        yield f"complete -c natopa -n __fish_use_subcommand -a {name} -d {_fish_quoted(help_)}"
    for flag in _flags(parser):
        help_ = _fish_quoted(flag.help)
        yield f"complete -c natopa -n __fish_use_subcommand -l {flag.name[2:]} -d {help_}"
    for name, command in commands_of(parser).items():
        start = f"complete -c natopa -n '__fish_seen_subcommand_from {name}'"
        words = _words(command)
        if words:
            yield f"{start} -f -a {_fish_quoted(' '.join(words))}"
        elif not _takes_files(command):
            yield f"{start} -f"
        for flag in _flags(command):
            line = f"{start} -l {flag.name[2:]} -d {_fish_quoted(flag.help)}"
            if flag.words:
                line += f" -x -a {_fish_quoted(' '.join(flag.words))}"
            elif flag.takes:
                line += " -r" if flag.takes in FILES else " -x"
            yield line


def _helps(parser: argparse.ArgumentParser) -> dict[str, str]:
    """Return what each command is for, by its name."""
    found = [one for action in parser._actions for one in getattr(action, "_choices_actions", [])]
    return {one.dest: str(one.help) for one in found}


def _flags(parser: argparse.ArgumentParser) -> Iterator[_Flag]:
    """Yield the long flags of a command, those that are shown in its help."""
    from ._store.releases import recorded

    for action in parser._actions:
        names = [name for name in action.option_strings if name.startswith("--")]
        if not names:
            continue
        takes = "" if action.nargs == 0 else str(action.metavar or "VALUE")
        words = tuple(map(str, action.choices or ()))
        if names[0] == "--release":
            words = tuple(recorded())
        yield _Flag(names[0], " ".join(str(action.help or "").split()), takes, words)


def _words(parser: argparse.ArgumentParser) -> list[str]:
    """Return the words that may stand after the command itself, where they are few."""
    from ._cli_listing import LISTED

    found: list[str] = []
    for action in parser._actions:
        if not action.option_strings:
            found += map(str, action.choices or (LISTED if action.dest == "kind" else ()))
    return found


def _takes_files(parser: argparse.ArgumentParser) -> bool:
    """Say whether files or folders may stand after the command itself."""
    return any(action.metavar in FILES for action in parser._actions if not action.option_strings)


def _zsh_values(flag: _Flag) -> str:
    if flag.words:
        return f"({' '.join(flag.words)})"
    return "_files" if flag.takes in FILES else " "


def _zsh_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
