"""Invented texts, and what a reader must find in them.

No sentence here is the Assembly's.  They have what makes real texts hard to read: false numbers
at the start of lines, words with hyphens, semicolons inside paragraphs, references to other texts.
"""

from __future__ import annotations

from typing import NamedTuple


class Invented(NamedTuple):
    """An invented text."""

    kind: str
    number: int
    language: str
    title: str
    code: str
    preamble: tuple[tuple[str, str], ...]
    """The opening words and the rest of each paragraph."""
    operative: tuple[tuple[str, str, tuple[str, ...]], ...]
    """The verb, the rest and the items of each paragraph."""
    note: str

    @property
    def opener(self) -> str:
        """The words before the first paragraph."""
        return "The Assembly," if self.language == "en" else "L\u2019Assembl\u00e9e,"

    def paragraphs(self) -> list[tuple[str, str, str, str, str]]:
        """Return name, label, role, opening and text of every paragraph."""
        found = []
        number = 0
        for opening, rest in self.preamble:
            number += 1
            found.append((f"p{number}", f"{number}.", "preamble", opening, opening + rest))
        for verb, rest, items in self.operative:
            number += 1
            found.append((f"p{number}", f"{number}.", "operative", verb, verb + rest))
            for letter, item in zip("abcdefgh", items, strict=False):
                first = " ".join(item.split()[:2])
                found.append((f"p{number}-{letter}", f"{letter}.", "operative", first, item))
        return found


TRAINS = Invented(
    kind="DECLARATION",
    number=901,
    language="en",
    title="KEEPING THE NIGHT TRAINS RUNNING: A TASK FOR ALL PARLIAMENTS",
    code="311 SESA 27 E",
    preamble=(
        ("Recalling", " the long-standing friendship of stationmasters, drivers and sleeping-car"
         " attendants on both sides of the mountains, and its own Declaration 409 of 18 November"
         " 2008 on a matter of the same kind;"),
        ("Deeply concerned", " that week-by-week cancellations have become the rule, that the"
         " so-called emergency timetable has entered its third winter, and that smaller stations"
         " have neither the staff nor the equipment to announce so many changes in time;"),
        ("United and determined", " in the conviction that a berth is a public good; and adding"
         " that the cost of keeping the lamps lit falls unequally upon member states in accordance"
         " with geography and not with wealth;"),
        ("Stressing", " that the duties which follow from Article 5. are not the only ones that"
         " bear on the matter, and that Resolution 479 and Security Council Resolution 1325 both"
         " speak of travellers without mentioning their luggage;"),
        ("Welcoming also", " the decisions taken at the Ljubljana meeting of 29-30 June 2022, the"
         " founding of a Euro-Alpine centre for the mending of timetables, and the 70th birthday"
         " of the oldest sleeping car;"),
        ("Convinced, nevertheless", ", that spare axles, warm blankets and trained"
         " crews are too few; that purchasing rules drawn up in 2014. have not kept pace; and that"
         " counter-measures taken by one railway alone merely shift the draught to the next;"),
        ("Noting", " that parliamentarians have a particular responsibility to read the small"
         " print, to explain it to passengers and to hear those who have missed their"
         " connection;"),
    ),
    operative=(
        ("URGES", " member governments and parliaments of the railway countries:", (
            "to re-establish, before the end of the year, a standing register of spare axles under"
            " the supervision of the stationmasters;",
            "to adopt a long-term plan for blankets, lamp oil and the training of crews, with"
            " yearly reports to parliaments;",
            "to strengthen the protection of mountain signals and of the people who repair them;",
            "to share the costs of the foregoing in proportion to national income, and",
            "to invite partner railways to take part in rehearsals as observers.",
        )),
        ("CALLS UPON", " the owners of private carriages to disclose, without delay, any damage to"
         " public couplings of which they have knowledge.", ()),
    ),
    note="Presented by the Standing Committee and adopted by the Plenary Assembly on Monday 24 May"
    " 2027, Ljubljana, Slovenia.",
)  # fmt: skip

CUSTOMS = Invented(
    kind="RESOLUTION",
    number=902,
    language="en",
    title="THE WARMING OF WAITING ROOMS",
    code="312 SESP 27 E rev. 1 fin",
    preamble=(
        ("Applauding", " the ingenuity of those who, in remote valleys and at inconvenient hours,"
         " have kept stoves alight between the last train and the first;"),
        ("Alarmed", " that neither benches nor heating are assured at one third of the halts, and"
         " that counterfeit coal crosses the passes undetected;"),
        ("Reaffirming clearly", " its support for interparliamentary oversight of the relevant"
         " chimneys; but,"),
        ("Regretting", " that the recommendations of Resolution 427 (2015) remain largely unread,"
         " notwithstanding repeated undertakings to the contrary;"),
    ),
    operative=(
        ("URGES", " the governments and parliaments of the railway countries by:", (
            "providing every halt with two-way radio equipment and an uninterruptible kettle;",
            "establishing a non-commercial exchange of firewood between neighbouring districts,"
            " and",
            "reporting on the progress of this resolution within eighteen months.",
        )),
    ),
    note="presented by the Economics and Security Committee",
)  # fmt: skip

FRENCH = Invented(
    kind="D\u00c9CLARATION",
    number=901,
    language="fr",
    title="MAINTENIR LES TRAINS DE NUIT : UNE T\u00c2CHE POUR TOUS LES PARLEMENTS",
    code="311 SESA 27 F",
    preamble=(
        ("Rappelant", " avec gratitude l\u2019amiti\u00e9 de longue date des chefs de gare et des"
         " conducteurs des deux versants, et sa propre D\u00e9claration 409 du 18"
         " novembre 2008 ;"),
        ("Profond\u00e9ment pr\u00e9occup\u00e9e", " par le fait que les annulations sont devenues"
         " la r\u00e8gle, que les passagers ne distinguent plus l\u2019horaire d\u2019urgence des"
         " incidents soi-disant mineurs, et que les petites gares n\u2019ont ni le personnel ni"
         " les horloges n\u00e9cessaires ;"),
        ("Soulignant", " qu\u2019une couchette est un bien public ; et que le co\u00fbt des"
         " lampes p\u00e8se in\u00e9galement sur les \u00c9tats membres, selon la g\u00e9ographie"
         " et non selon la richesse ;"),
        ("Se f\u00e9licitant \u00e9galement", " des d\u00e9cisions prises lors de la r\u00e9union"
         " de Ljubljana des 29 et 30 juin 2022 et de la cr\u00e9ation d\u2019un centre"
         " euro-alpin pour la r\u00e9paration des horaires ;"),
    ),
    operative=(
        ("INVITE INSTAMMENT", " les gouvernements et les parlements des pays ferroviaires :", (
            "\u00e0 r\u00e9tablir, avant la fin de l\u2019ann\u00e9e, un registre permanent des"
            " essieux de rechange ;",
            "\u00e0 adopter un plan \u00e0 long terme pour les couvertures, l\u2019huile de lampe"
            " et la formation des \u00e9quipages ;",
            "\u00e0 partager les co\u00fbts de ce qui pr\u00e9c\u00e8de en proportion du revenu"
            " national.",
        )),
    ),
    note="Pr\u00e9sent\u00e9e par la Commission permanente et adopt\u00e9e par"
    " l\u2019Assembl\u00e9e pl\u00e9ni\u00e8re le lundi 24 mai 2027,"
    " \u00e0 Ljubljana (Slov\u00e9nie).",
)  # fmt: skip
