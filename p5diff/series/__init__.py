"""Series: threads through successive statements, their events and alarms. Uses the model and text alone.

statements and the comparisons of neighbours → `Weaver` → `Series`
"""

from p5diff.series.alarms import alarms
from p5diff.series.weave import Tools, Weaver

__all__ = ["Tools", "Weaver", "alarms"]
