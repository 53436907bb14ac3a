"""A language that p5diff does not know: how text is printed nearly everywhere, and none of its words.

Numbers, dates and abbreviations are read as in English, because that is what documents of a
system that prints English beside other languages use; nothing is detected as this language.
"""

from collections.abc import Mapping

from p5diff.language import en as _en
from p5diff.language.agency import NONE as _NONE
from p5diff.language.grammar import NONE as _NO_GRAMMAR
from p5diff.language.verbs import begins_alike as _begins_alike
from p5diff.language.verbs import nothing_promises as _nothing_promises
from p5diff.language.verbs import zh as _verbs

CODE = "und"
LONG_CODES: tuple[str, ...] = ()
verbs = _verbs.verbs
promises = _nothing_promises
same_verb = _begins_alike
NOUN_LAST = True
VERB_FIRST = False
PLURALS: Mapping[str, str] = {}
NAME = "an unknown language"
DIRECTION = "auto"
SCRIPT = "Latin"
CASED = True
SEPARATOR = " "
TERMINATORS = ".?!…"
VARIANTS: Mapping[str, str] = {}
FOLDS: tuple[tuple[str, str], ...] = ()
COMMON_WORDS: frozenset[str] = frozenset()
FREQUENT_LETTERS = ""
TELLING_LETTERS = ""
LABELS: tuple[str, ...] = ()

ABBREVIATIONS = _en.ABBREVIATIONS
NUMBER_ABBREVIATIONS = _en.NUMBER_ABBREVIATIONS
ENDING_ABBREVIATIONS = _en.ENDING_ABBREVIATIONS
QUOTES = _en.QUOTES
MONTHS = _en.MONTHS
DATE_PATTERNS = _en.DATE_PATTERNS
WEEKDAYS = _en.WEEKDAYS
DOCUMENTS = _en.DOCUMENTS
NOTE_HEADINGS = _en.NOTE_HEADINGS
PLACE_BEFORE_DATE = _en.PLACE_BEFORE_DATE
DONE_AT = _en.DONE_AT
LETTER_TITLES = _en.LETTER_TITLES
TRANSMITTALS = _en.TRANSMITTALS
SIGNED = _en.SIGNED
OFFICES = _en.OFFICES
PAGE_LINES = _en.PAGE_LINES
MASTHEADS = _en.MASTHEADS
ANNEX_TITLES = _en.ANNEX_TITLES
COMPOUND_STARTS = _en.COMPOUND_STARTS
COMPOUND_ENDS = _en.COMPOUND_ENDS
COMPOUND_TENS = _en.COMPOUND_TENS
COMPOUND_SYLLABLES = _en.COMPOUND_SYLLABLES
UNFINISHED = _en.UNFINISHED
SUFFIXES = _en.SUFFIXES
TAG = "und"
ENCODINGS: tuple[str, ...] = ()
SPACED_MARKS = ""
REFERS = ""
NUMBERED_NAMES: tuple[str, ...] = ()
ACTIONS = ""
RESOLUTIONS: tuple[str, ...] = ()
NO_UNITS: frozenset[str] = frozenset()
DAY_AND_MONTH = _en.DAY_AND_MONTH
FOLD_ACCENTS = False
LETTER_FOLDS: Mapping[str, str] = {}
CLITICS: tuple[str, ...] = ()
POSSESSIVES: tuple[str, ...] = ()
NOUN_ENDINGS: Mapping[str, tuple[str, ...]] = {}
OWNED_ENDINGS: Mapping[str, tuple[str, ...]] = {}
WHOLE_NOUNS: frozenset[str] = frozenset()
UNSPLIT: frozenset[str] = frozenset()
ARTICLE_CLITICS: tuple[str, ...] = ()
ARTICLE = ""
STEM = 6
"""As in most languages with endings."""
ENDINGS: tuple[str, ...] = ()
CLOSING_ABBREVIATIONS = _en.CLOSING_ABBREVIATIONS
UNIT_ABBREVIATIONS = _en.UNIT_ABBREVIATIONS
UNIT_FOLLOWERS = _en.UNIT_FOLLOWERS
DATE_PREPOSITIONS = _en.DATE_PREPOSITIONS
STARTING_WORDS: frozenset[str] = frozenset()
JOINING_WORDS: tuple[str, ...] = ()
SAYING_WORDS: tuple[str, ...] = ()
MEASURES = _en.MEASURES
AGENCY = _NONE
GRAMMAR = _NO_GRAMMAR
CARRIER = _en.CARRIER
GROUPING = ","
OPTIONS = _en.OPTIONS
LEAD_BEFORE = ""
LEAD_AFTER = ""
LEAD_WITH = ""
LEAD_VERBS = ""
AND: frozenset[str] = frozenset()
ALSO: tuple[str, ...] = ()
IMPERATIVE = ""
EXAMPLES: tuple[str, ...] = ()
PARTICLES: frozenset[str] = frozenset()
AND_PREFIX = ""
ARTICLES: frozenset[str] = frozenset()
ADJUNCTS: frozenset[str] = frozenset()
ADJUNCT_PREFIX = ""
MAY_DENY = ""
DENIES = ""
IDLE_DENIALS = ""
WITHOUT = ""
DENSITY = 1.0
"""Measured as `p5diff.language.base` says."""
BEARS_BEFORE = ""
BEARS_AFTER = ""
