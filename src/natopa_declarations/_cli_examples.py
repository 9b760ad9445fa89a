"""The examples in the help of each command: what to type, and what it is for."""

from __future__ import annotations

EXAMPLES = {
    "show": (
        ("show 489", "Declaration 489, with all that is held"),
        ("show 489 --brief", "when, where and the words most spoken of"),
        ("show '489#lift-restrictions'", "one clause (mind the quotes)"),
        ("show 489@draft", "an edition of a text"),
        ("show 'spring 2024'", "a session; also Sofia 2024, 2024-spring"),
        ("show Cherniev", "a person, by any spelling"),
        ("show Bulgaria", "a country: its sessions and texts"),
        ("show 421", "why nothing is held under this number"),
    ),
    "list": (
        ("list texts --help", "the filters of one kind"),
        ("list texts --year 2024", "what was adopted in that year"),
        ("list clauses --topic terrorism --json", "in the format of the files"),
        ("list texts --csv > texts.csv", "as a table"),
    ),
    "search": (
        ("search air defence", "what has both words"),
        ("search '\"air defence\" OR sanction*'", "as a phrase, or so beginning"),
        ("search weapons --kind clause --session Sofia", ""),
    ),
    "verify": (
        ("verify", "every packaged release, file by file"),
        ("verify 2026.1", "one release, and what was found wrong since"),
        ("verify my-folder/", "a folder, by the listing beside it"),
    ),
    "diff": (
        ("diff 2026.1 2026.2", "what changed between two releases"),
        ("diff 489@draft 489@adopted", "what the Assembly changed in a text"),
    ),
    "locate": (
        ('locate "let Ukraine do what it has to do"', ""),
        ('locate "lifting all restrictions on the use of weapons" --brief', ""),
        ("locate - < quotation.txt", "read it from a file or a pipe"),
    ),
    "check": (
        ("check article.txt", "a verdict for each quotation"),
        ("check - --brief", "the article from a pipe, without the sources"),
    ),
    "read": (
        ("read booklet.pdf", "which texts a document of yours has"),
        ("read booklet.pdf --compare", "what agrees with a release"),
    ),
    "cite": (
        ("cite 489", "a sentence for a footnote"),
        ("cite 489 490 --format ris > nato-pa.ris", "for Zotero or EndNote"),
    ),
    "export": (
        ("export clauses --csv clauses.csv", "every clause, as a table"),
        ("export 489 --akoma-ntoso 489.xml", "one text, as XML"),
    ),
    "completion": (
        ("completion bash > ~/.local/share/bash-completion/completions/natopa", ""),
        ("completion zsh > ~/.zfunc/_natopa", "a folder of your fpath"),
        ("completion fish > ~/.config/fish/completions/natopa.fish", ""),
    ),
}  # fmt: skip


def examples(command: str) -> str:
    """Return the examples of a command, as they stand in its help."""
    rows = EXAMPLES[command]
    width = max([len(line) for line, meaning in rows if meaning], default=0)
    lines = [f"  natopa {line.ljust(width)}  {meaning}".rstrip() for line, meaning in rows]
    return "\n".join(["examples:", *lines])
