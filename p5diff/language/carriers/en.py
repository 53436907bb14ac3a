"""English."""

from p5diff.language.carriers import Carrier

_ISSUED = r"(?:issued|released|adopted|made(?: public)?|published|delivered|agreed(?: on| upon| to)?|approved|signed)"
CARRIER = Carrier(
    noun=r"(?:statements?|declarations?|communiqu[eé]s?|press statement)",
    text=r"(?:\b(?:full |complete |whole |original |official |final )?texts?\b|\btranscript\b|\bfull (?:joint )?{noun})",
    points=r"\b(?:forwarding|sharing|(?:here|re)?below|hereunder|hereafter|as follows|the following|follows|reads|reproduced|here (?:is|are)|here it is|verbatim)\b",
    introduces=(
        rf"\b{_ISSUED}\b.{{0,80}}\bthe following\b.{{0,60}}{{noun}}",
        rf"\bthe following\b.{{0,60}}{{noun}}\b.{{0,80}}\b(?:was|were|has been|have been)\b.{{0,40}}\b{_ISSUED}",
        r"\b{noun} (?:set out )?(?:below|hereunder)\b",
        r"\btext of which (?:is|follows|reads|appears|can be read)\b",
        r"\b(?:following|below|here) is the (?:full |complete |official |unofficial )?(?:text|translation)\b",
        r"\bthe following is the (?:full |complete |official |unofficial )?(?:text|translation)\b",
        r"\btext of (?:the|a|an|this|their|that|its)\b.{0,160}?"
        r"\b(?:follows|is as follows|reads|is (?:given |set out |reproduced |printed )?below|appears below)\b",
        r"\b{noun}\b.{0,80}\b(?:is|are) (?:(?:re)?produced|reprinted|printed|published|set out|given|presented|provided|available|found)\b[^.:]{0,40}\b(?:below|hereunder|here)\b",
        r"\b{noun}.{0,120}\b(?:reads|read|ran|is|was) (?:in full|as follows)\b",
    ),
    announces=(rf"\b{_ISSUED}\b.{{0,60}}\b{{noun}}", rf"{{noun}}\b.{{0,80}}\b(?:was|were|has been) {_ISSUED}"),
    begins=(
        r"begin(?:ning of)? (?:the )?(?:text|statement|quote)", r"(?:start|beginning) of (?:text|statement)",
        r"(?:begin|start)(?:s|ning)?(?: of)?(?: the)?(?: full| joint)* {noun}", r"(?:the )?(?:joint )?{noun} (?:begins|starts)(?: here)?", r"quote", r"(?:full )?text(?: of (?:the )?(?:joint )?{noun})?(?: follows)?", r"statement begins",
    ),
    ends=(r"(?:the )?(?:joint )?{noun} ends(?: here)?", r"end of (?:the )?[^.!?]{3,30}", r"end(?:s|item)?", r"end(?:s)? (?:of )?(?:the )?(?:text|statement|quote|release)", r"unquote", r"statement ends",
    ),
    heads=(
        r"(?:media note|news story|press (?:release|statement)|news release|media release)\b.{0,40}",
        r"for immediate release", r"(?:under )?embargo(?:ed)?\b.{0,80}", r"not for (?:release|publication) before.{0,80}",
        r"office of the spokes(?:person|man)", r"(?:press release |release |prn)\W{0,3}(?:no\.?|number)?\W{0,3}[\d/.-]+",
        r"\(?(?:unofficial|informal|courtesy|provisional) translation\)?", r"(?:from|published|last updated|date)\W{0,2}",
        r"check against delivery", r"\(?as (?:prepared|delivered)(?: for delivery)?\)?", r"delivered (?:in|at|by)\b.{0,80}",
    ),
    tails=(
        r"(?:c\.?c\.?|(?:copy|copies) to) ?:.{1,200}",
        r"(?:send|share) (?:this |it )?(?:by|via|on)\b.{0,40}", r"print(?:able)?(?: this)?(?: page| version)?\W?", r"get (?:our|the) newsletter\b.{0,40}",
        r"(?:subscribe|sign up)\b.{0,100}", r"(?:leave a )?comments?\b.{0,40}", r"download\b.{0,80}", r"(?:more|latest|top|related|other) (?:news|from|on|stories|headlines|statements|articles)\b.{0,80}", r"\(?(?:with )?(?:additional )?(?:reporting|compiled|written|writing|edited|editing|translated|translation|produced) by\b.{0,160}", r"not an official record\W?",
        r"notes? (?:to|for) (?:the )?editors?\b.{0,80}", r"(?:for )?(?:further|more) information\b.{0,200}",
        r"(?:press |media )?contacts?(?: information)?\b[:.]?.{0,120}", r"(?:for )?(?:media|press) (?:enquiries|inquiries)\b.{0,160}",
        r"share (?:this|on)\b.{0,60}", r"(?:first )?published (?:on |at )?\S.{0,40}\d{4}.{0,20}", r"(?:last )?updated:? .{0,60}",
        r"source:.{0,120}", r"(?:back|return) to (?:the )?(?:top|home|documentation|index|main|previous)\b.{0,40}", r"prn:.{0,40}", r"(?:©|\(c\)|copyright\b).{0,160}",
        r"related (?:content|links|documents|articles|news|topics)\W?", r"(?:photo|image|picture)(?: credit)?:.{0,160}", r"tags?:.{0,120}",
        r"follow us\b.{0,80}", r"about (?:the )?(?:ministry|department|office|organi[sz]ation|mission|secretariat|us)\b.{0,40}",
        r"for information media\b.{0,60}", r"(?:go )?(?:home|menu)\W?", r"print (?:this )?page\W?", r"(?:e-?mail|tel(?:ephone)?|phone|fax)\b[.:].{0,120}",
    ),
    beside=(r"(?:read|see|watch|listen) (?:also|more|next|the full)\b.{0,160}", r"(?:most read|advertisement|sponsored|editor[’']s picks?|you may also like|related)\b.{0,60}", r"(?:more|related) (?:on this|coverage|stories)\b.{0,120}"),
    first_person=r"\b(?:we|our|ours|us|i)\b",
    publisher=(r"(?:source|from|issued by|published by|publisher)\W{1,3}(?P<who>[^,.:]{3,80})(?:[,.:].*)?",
               r"(?P<who>office of the spokes(?:person|man))",
               r"(?P<who>(?:[\w’' ]{0,40}\b)?(?:ministry|department|office|mission|embassy)\b(?: (?:of|for|to)\b[\w’' ]{2,50})?)"),
    greets=(r"(?:dear|hello|hi|greetings|good (?:morning|afternoon|evening))\b.{0,60}[,:!.]?", r"(?:your )?excellenc(?:y|ies)[,:]?",),
    parts=(r"(?:cheers|all the best)\b.{0,40}", r"(?:(?:with )?(?:best|kind|kindest|warm|warmest)(?: personal)? (?:regards|wishes)|regards|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|best|many thanks|thank you|thanks)\b.{0,80}",),
    forwards=(r"on .{5,120} wrote ?:", r"(?:begin )?(?:forwarded|original) message:?", r"(?:from|sent|to|cc|date|subject|reply-to) ?:.{1,200}",),
    at=r"(?:in|at) ", on=r",? (?:on |from |between )?",
    reader=(r"\b(?:this|our) (?:page|(?:news|web|blog|mail)[ -]?(?:letter|site|post|log|ing list)|bulletin|e-?mail|site|post|edition|digest|archive|issue of (?:the|our)\b.{1,40})\b", r"\bin (?:this|our next|the next) issue,? (?:you|we|our|read)\b", r"\b(?:you (?:(?:can|may|will)(?: also| now)? (?:find|read|download|watch|view|see|listen|reach|contact|follow|change|manage|sign|subscribe|unsubscribe|reply|write|register|receive)|receive|are receiving|have received|signed)|your (?:inbox|feedback|comments?|questions|subscription)|our (?:readers|subscribers))\b", r"\b(?:click|downloaded|unsubscrib\w+|reader[’']s|web ?page)\b",),
    delivery=(r"(?:please )?check against (?:the )?delivery",),
)  # fmt: skip
