"""Series: threads through successive statements, their events and alarms. Uses the model and text alone.

statements and the comparisons of neighbours → `Weaver` → `Series`
"""

from p5diff.threads.alarms import alarms
from p5diff.threads.resemblance import Tools
from p5diff.threads.weave import Weaver

__all__ = ["Tools", "Weaver", "alarms"]
