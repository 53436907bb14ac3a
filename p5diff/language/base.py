"""What p5diff needs to know of a language, as a Protocol that each module satisfies.

A language is a module of plain data (like `p5diff.language.en`), found in `LANGUAGES`. Words
are lower-cased. Patterns are regular expressions in text form, compiled where they are used,
matched without regard to case against text in stored form (one plain space, NFC).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from p5diff.language.agency import Agency
from p5diff.language.carriers import Carrier
from p5diff.language.grammar import Grammar
from p5diff.language.measures import FigureWords
from p5diff.language.verbs import Promises, SameVerb, Verbs


class Language(Protocol):
    """One language. Every attribute is a module-level constant of its module."""

    def __hash__(self) -> int: ...  # a key of caches: two languages are never equal
    @property
    def verbs(self) -> Callable[[], Verbs]:
        """Its verbs, each with the forms that markers name as `{v.exhort}`; may be empty."""

    @property
    def promises(self) -> Promises:
        """Whether a word is a form of a verb that promises by itself."""

    @property
    def same_verb(self) -> SameVerb:
        """Whether a form that lies ahead and one that is told are of one verb."""

    NOUN_LAST: bool
    """Whether modifiers stand before their noun, so that the last word of a phrase is its head."""
    VERB_FIRST: bool
    """Whether a clause opens with its verb as a rule, so that who acts stands after it."""
    PLURALS: Mapping[str, str]
    """Plurals of those who act that share no stem with the word for one of them, by which they stand here:
    folded, without an article. Empty where a stem tells them together."""
    CODE: str
    """BCP 47 primary tag: en zh fr ru es ar."""
    LONG_CODES: tuple[str, ...]
    """Its codes of three letters (ISO 639-2), as Akoma Ntoso and EU documents have them."""
    NAME: str
    """English name, for messages."""
    DIRECTION: str
    """`ltr` or `rtl`."""
    SCRIPT: str
    """Its script, by its Unicode name in English: Latin, Cyrillic, Arabic, Han."""
    CASED: bool
    """Whether its script tells capitals from small letters."""
    SEPARATOR: str
    """What joins two sentences of a paragraph: a space, or nothing in Chinese."""
    TERMINATORS: str
    """Characters that end a sentence."""
    ABBREVIATIONS: frozenset[str]
    """Words after whose full stop a sentence always goes on, without the stop: titles and ranks,
    Latin, kinds of places."""
    NUMBER_ABBREVIATIONS: frozenset[str]
    """Parts of documents and months: it goes on if a number, a letter that counts or a document
    symbol follows ("No. 5", "app. A", "doc. CD/1864")."""
    ENDING_ABBREVIATIONS: frozenset[str]
    """Abbreviations before names as well as at the end ("U.S."): it ends before a word that begins
    sentences."""
    CLOSING_ABBREVIATIONS: frozenset[str]
    """Abbreviations before which a sentence has said all ("etc.", "и др."): it ends before any
    capital."""
    UNIT_ABBREVIATIONS: frozenset[str]
    """Measures, years and hours. After a figure it ends before a capital ("в 1970 г. Стороны");
    without one they may be something else ("г. Женева", "мин. Иванов")."""
    UNIT_FOLLOWERS: str
    """Pattern of capitalised words that go on after such a measure ("6 p.m. Monday", "долл. США")."""
    DATE_PREPOSITIONS: frozenset[str]
    """Words that open a date at the start of a sentence, which cannot end with it ("В 2009 г. …")."""
    STARTING_WORDS: frozenset[str]
    """Words beside `COMMON_WORDS` that begin a sentence, and are no part of a name."""
    JOINING_WORDS: tuple[str, ...]
    """Words after an ellipsis in a script without capitals that go on with the sentence."""
    SAYING_WORDS: tuple[str, ...]
    """Words after a quotation in such a script that go on with the sentence ("he said")."""
    BEARS_BEFORE: str
    """Pattern, up to its end, of what stands before the name of a State that a water, a land or a house bears
    ("Lake ", "Bank of "): that is not the State. Empty where the language has none."""
    BEARS_AFTER: str
    """Pattern, from its start, of what stands after such a name (" River", "银行")."""
    QUOTES: tuple[tuple[str, str], ...]
    """Opening and closing quotation marks, the usual pair first."""
    MONTHS: Mapping[str, int]
    """Month names, all usual forms → 1…12."""
    DATE_PATTERNS: tuple[str, ...]
    """Whole dates, with groups `d` `m` `y`, and for ranges `d2` `m2` `y2` (the year of that month). `{month}` stands for any
    month name."""
    WEEKDAYS: str
    """Pattern of the names of days, which may stand beside a date."""
    DOCUMENTS: str
    """Pattern of the beginnings of words that name a document or a meeting: what holds one is no
    place."""
    NOTE_HEADINGS: str
    """Pattern of a whole line that heads a list of notes."""
    PLACE_BEFORE_DATE: str
    """What may stand between a place and a date on one line ("Geneva, 20 July")."""
    DONE_AT: str
    """What may stand before the place: "Done at". As group `declined` where it makes another form of the
    name, which is no proposal then."""
    VARIANTS: Mapping[str, str]
    """Spelling variants → the form used in comparison keys (editorial only)."""
    FOLDS: tuple[tuple[str, str], ...]
    """Spelling folds for comparison keys, pattern → replacement, on a lower-cased word."""
    COMMON_WORDS: frozenset[str]
    """Frequent function words: for language detection, sentence starts and weighting."""
    FREQUENT_LETTERS: str
    """Letters that plain text of this language is full of: to tell encodings apart."""
    TELLING_LETTERS: str
    """Letters that set it apart from the others in its script."""
    LETTER_TITLES: tuple[str, ...]
    """Patterns that make a title that of a letter of transmittal."""
    TRANSMITTALS: tuple[str, ...]
    """Patterns of the sentence that sends a document on."""
    SIGNED: tuple[str, ...]
    """Patterns of the mark of a signature: "(Signed)"."""
    OFFICES: tuple[str, ...]
    """Patterns that open or make up the line of a signatory's office."""
    PAGE_LINES: tuple[str, ...]
    """Patterns of a line that holds nothing but a page number. `{n}` stands for a number."""
    MASTHEADS: tuple[str, ...]
    """Patterns of whole lines in the head of a circulated document (distribution, original
    language, session): evidence, not text."""
    ANNEX_TITLES: frozenset[str]
    """Words that, alone on a line, are the title of an attached part and stand above its own name."""
    LABELS: tuple[str, ...]
    """Patterns of paragraph labels of its own ("Article 5.", "第五条"), beside numbers."""
    COMPOUND_STARTS: frozenset[str]
    """First parts of words that keep their hyphen ("non", "self", "vice")."""
    COMPOUND_ENDS: frozenset[str]
    """Last parts of words that keep their hyphen ("based", "term")."""
    COMPOUND_TENS: frozenset[str]
    """Tens that a hyphen joins to what is counted on from them ("twenty" in "twenty-first")."""
    COMPOUND_SYLLABLES: frozenset[str]
    """Parts among the first and last ones that are syllables of undivided words as well ("in" in "in-to",
    "date" in "man-date"): they prove no compound where a program divides words."""
    UNFINISHED: str
    """Letters that end no word but a handful: a hyphen after one of them divides ("combi-nation")."""
    SUFFIXES: tuple[str, ...]
    """Beginnings of second halves that a line-end hyphen leaves ("tion", "ment")."""
    TAG: str
    """Its BCP 47 tag with a region, for formats that ask for one (Word): "fr-FR"."""
    ENCODINGS: tuple[str, ...]
    """Encodings older than UTF-8 in which texts of it stand, by their Python names, likeliest first."""
    SPACED_MARKS: str
    """Closing marks that it prints a space before: ":;!?%" in French."""
    REFERS: str
    """Pattern of words whose figure is a reference ("article 6"), or nothing."""
    NUMBERED_NAMES: tuple[str, ...]
    """Patterns of names that a figure is part of ("the 2010 Conference"), with the figure as group `y`."""
    ACTIONS: str
    """Pattern of the word before the number of an action of a plan ("action 5"), or nothing."""
    RESOLUTIONS: tuple[str, ...]
    """Patterns of a Security Council resolution called by its number, group `no`; `{year}` stands
    for the year in brackets."""
    NO_UNITS: frozenset[str]
    """Words after a number that are not what it counts."""
    DAY_AND_MONTH: str
    """Pattern of a day without its year, with groups `d` and `m`, or `d2` and `m2`; `{month}` as in
    `DATE_PATTERNS`."""
    FOLD_ACCENTS: bool
    """Whether rules find a word however its accents are printed."""
    LETTER_FOLDS: Mapping[str, str]
    """Letters that rules read as another, or as nothing."""
    CLITICS: tuple[str, ...]
    """What may be written onto a word, and comes off when rules look for it."""
    POSSESSIVES: tuple[str, ...]
    """What may be written onto the end of a noun to say whose it is, longer ones first."""
    NOUN_ENDINGS: Mapping[str, tuple[str, ...]]
    """Endings of number and case of nouns, longer ones first → what the noun as it is listed may have in
    their place. Empty where lists write `*` for them."""
    OWNED_ENDINGS: Mapping[str, tuple[str, ...]]
    """The same, of a noun that had such a word written onto it."""
    WHOLE_NOUNS: frozenset[str]
    """Nouns, folded and without clitics, that only look as if they had such an ending: لبنان is no pair of
    لبن."""
    UNSPLIT: frozenset[str]
    """Words, folded, that begin like a clitic and are one word: سنويا is "yearly", not "will …"."""
    ARTICLE_CLITICS: tuple[str, ...]
    """Those of them that swallow the first letter of the article."""
    ARTICLE: str
    """The article as it is written onto a word, or nothing."""
    STEM: int
    """Letters after which the endings of its words come: what is compared of a word when two
    sentences are asked for the matter that they share."""
    ENDINGS: tuple[str, ...]
    """Endings that a word loses before it is compared, the longest of those that fit; none where `STEM` letters
    tell enough."""
    MEASURES: FigureWords
    AND: frozenset[str]
    """Words that join the last item of a list to the others, as printed in small letters."""
    ALSO: tuple[str, ...]
    """Phrases that do the same, as printed in small letters."""
    IMPERATIVE: str
    """Pattern of the forms of verbs that ask somebody to do it ("сообщайте"); empty where no ending shows
    them."""
    EXAMPLES: tuple[str, ...]
    """Beginnings of words, in small letters, that open examples: whether "and" or "or" joins the last of them
    says nothing."""
    PARTICLES: frozenset[str]
    """Words of grammar beside `COMMON_WORDS` that say nothing of the matter, as rules fold them (之, 者)."""
    AND_PREFIX: str
    """What is written onto a word to the same end (Arabic); else empty."""
    ARTICLES: frozenset[str]
    """Articles, and prepositions welded to one, that stand before the items of a list."""
    ADJUNCTS: frozenset[str]
    """Words that open what tells when, how or by what means something is done, and seldom what it is done
    to: "before", "with". "on" and "of" open the matter itself. Beside `COMMON_WORDS`."""
    ADJUNCT_PREFIX: str
    """What is written onto a word to the same end (Arabic ب); else empty."""
    """How it writes figures and terms of time."""
    AGENCY: Agency
    """How it shows by its place who does something."""
    GRAMMAR: Grammar
    """Constructions that show what a sentence does where none of its verbs is known."""
    CARRIER: Carrier
    """How pages that carry a statement speak around it."""
    GROUPING: str
    """The mark, beside spaces, that only groups the figures of a number by three, or nothing."""
    OPTIONS: str
    """Pattern of what numbers an option of a draft: "Option 1", "Alt. 2"."""
    LEAD_BEFORE: str
    """Pattern of words that may stand before the verb a clause of a resolution opens with: adverbs ("Further
    requests"), auxiliaries ("Having considered"), what joins (وإذ). Empty where none are known."""
    LEAD_AFTER: str
    """Pattern of adverbs that may stand just after it ("Décide également")."""
    LEAD_WITH: str
    """Pattern of words that are part of it: "se" of "Se félicite"."""
    LEAD_VERBS: str
    """Pattern of the verbs that clauses open with, where no space ends a word; else empty."""
    MAY_DENY: str
    """Pattern of any word that may deny, refuse or exclude, however loosely: read widely, so that where
    none stands nothing is denied. Empty where none are known: then any sentence may deny."""
    DENIES: str
    """Pattern of the words that deny a verb or say "none": read narrowly, so that where one stands something
    is denied. Empty where none are known: then nothing is."""
    IDLE_DENIALS: str
    """Pattern of turns that hold such a word and deny nothing: "not only", "no later than"."""
    WITHOUT: str
    """Pattern of "without": it denies beside the verb, and other languages may put it in one word."""
    DENSITY: float
    """Letters of a translation for each letter of the English (from the articles of the Universal
    Declaration of Human Rights), to begin with where two texts are too short to tell."""
