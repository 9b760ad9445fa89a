"""The words that the reader knows: those that open texts, paragraphs and notes, by language.

They describe the layout of the Assembly's papers.  French was seen in headings and notes only, so
the words for the body of a French text follow the English.
"""

from __future__ import annotations

KINDS = {
    "declaration": "declaration",
    "resolution": "resolution",
    "déclaration": "declaration",
    "résolution": "resolution",
}
"""The names of texts in headings, and the kind of each."""

FOREIGN_KINDS = {"risoluzione": "resolution", "dichiarazione": "declaration"}
"""The same in the languages of reprints; numbers are the same in every language."""

FOREIGN_OPENERS = ("L'Assemblea", "Die Versammlung", "La Asamblea", "Асамблея", "Zgromadzenie")
"""The openers of translations into other languages."""

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}

CONNECTIVES = frozenset("But And Yet Mais Et Further Furthermore Also Once Again".split())
"""The words that may precede the participle that opens a paragraph."""

ADJECTIVES = frozenset(
    """
    Alarmed Anxious Appalled Aware Certain Cognisant Cognizant Committed Concerned Confident
    Conscious Convinced Determined Disappointed Dismayed Disturbed Encouraged Gratified Grateful
    Guided Hopeful Horrified Inspired Mindful Optimistic Outraged Persuaded Pleased Proud Resolute
    Resolved Satisfied Saddened Shocked Supportive Troubled United Unsettled Unwavering Worried
    Alarmée Consciente Convaincue Déterminée Inquiète Préoccupée Persuadée Résolue Soucieuse Unie
    """.split()
)
"""The adjectives that open paragraphs of a preamble; participles in -ing need no list."""

NOT_OPENING = frozenset("During Nothing Everything Something Anything Evening Morning".split())
"""Words that end like a participle and are not one."""

FRENCH_PARTICIPLES = ("ant", "ante")
"""The endings of the words that open paragraphs of a French preamble."""

VERBS = frozenset(
    """
    Accepts Affirms Appeals Applauds Approves Asks Believes Calls Commends Condemns Confirms
    Considers Decides Declares Demands Deplores Emphasises Emphasizes Encourages Endorses Expects
    Expresses Insists Instructs Invites Notes Offers Pledges Proposes Reaffirms Recalls Recognises
    Recognizes Recommends Regrets Reiterates Rejects Requests Resolves Stresses Supports
    Underlines Urges Warns Welcomes
    """.split()
)
"""The verbs of operative paragraphs, as copies without capitals print them."""

AFTER_VERB = frozenset("ON UPON FOR TO THAT INSTAMMENT on upon for".split())
"""The words after the verb of an operative paragraph that belong to its opening words."""

AFTER_PARTICIPLE = frozenset(
    """
    also further therefore again nevertheless however clearly firmly resolutely unequivocally
    strongly deeply once particularly especially moreover likewise as
    également aussi toutefois cependant
    """.split()
)
"""The words after the participle that belong to the opening words."""

JOINED_PARTICIPLES = frozenset("that the its with and to of on upon for in all by".split())
"""The words that may be glued to an opening word, where a space was lost."""

PREFIXES = frozenset(
    """
    anti co counter cross cyber ex extra full half ill inter long low high mid multi near neo non
    over post pre pro quasi re self semi short so socio so-called state sub trans ultra under
    vice well wide euro pan micro macro north south east west
    """.split()
)
"""The first halves of words that keep their hyphen more often than not."""

COMMON = {
    "en": frozenset("the of and to in that its for with on by as a is are be this which".split()),
    "fr": frozenset(
        "le la les de des du et à que dans en pour par sur est une aux ce qui".split()
    ),
}
"""The commonest words of each language, which identify it."""

NOT_TITLE = (
    "google buzz", "original: english", "original : anglais", "original: anglais",
    "original : english", "nato parliamentary assembly", "assemblée parlementaire de l'otan",
    "plenary", "plénière", "political", "economics and security", "defence and security",
    "science and technology", "civil dimension of security", "standing committee",
    "international secretariat", "secrétariat international",
)  # fmt: skip
"""Lines of a heading block that are not part of the title."""
