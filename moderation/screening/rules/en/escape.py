"""English: plans to get out, and talk of one. There is no outside text to measure these on.

Everybody here wants to get out; what is looked for is a way that nobody opened.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, spell, words

from .common import PAST

_PIECES: Final = {
    "ABOUT_TO": r"\b(?:(?:im|i am|were|we are|ima|imma|we) (?:gonna|going to|finna|about to|planning to|trying to"
    r"|tryna|ready to|fixing to)|(?:i|we|ill|well) (?:will|can|could|plan to|want to|need to|gotta|should)|ill|well"
    r"|imma|ima|lets|lets all|we should|help me|help us|(?:i )?(?:wanna|want to)|(?:im|i am|were|we are)"
    r"|tonight (?:we|i)|tomorrow (?:we|i)"
    r"|how (?:to|do i|do we|do you|can i|can we|could (?:i|we|you|someone)|would (?:i|you|we))|(?:a |the |any |best "
    r"|easiest )?ways? to|plan(?:s|ning)? to|thinking (?:of|about)|planning on)(?: (?:all|just|actually|really|even"
    r"|still))?",
    "FIRM": r"\b(?:im|i am|were|we are|we|i) (?:gonna|going to|finna|planning to|about to|will)|\b(?:well|lets|imma)",
    "FLEE": r"(?:go(?:ing)? over the (?:wall|fence|wire)|get(?:ting)? (?:over|past|under) the (?:wall|fence|wire"
    r"|perimeter)|climb(?:ing)? (?:over )?the (?:wall|fence|wire|razor wire)|hop(?:ping)? the (?:fence|wall)"
    r"|jump(?:ing)? the (?:fence|wall)|dig(?:ging)? (?:a tunnel|out|under the (?:wall|fence))|tunnel(?:ing)? out"
    r"|cut(?:ting)? (?:through )?the (?:fence|bars?|wire)|saw(?:ing)? (?:through )?the bars?|slip(?:ping)? (?:my|the"
    r"|these|out of (?:my|the|these)) (?:cuffs|handcuffs|shackles|ankle monitor|gps)"
    r"|walk(?:ing)? off (?:the )?(?:work ?crew|camp|detail|site|farm|compound|work release)|run(?:ning)? (?:from|off"
    r"|away from) (?:the )?(?:work ?crew|camp|detail|transport|hospital|halfway house|work release|court)|(?:over"
    r"|out of) the fence|cut(?:ting)? (?:off )?(?:my|the|this) (?:ankle )?(?:monitor|gps|bracelet|ankle bracelet))",
    "HERE": r"(?:(?:of|from|out of) )?(?:here|prison|jail|this (?:place|prison|jail|joint|camp|unit|hole|hellhole"
    r"|dump|facility)|the (?:prison|jail|joint|camp|county|unit|yard|facility|hospital|transport|van|bus|courthouse"
    r"|compound)|county|custody|my cell|the cell|lock ?up|the hole)",
}
_NOT_A_WALL: Final = Guard(
    "a way out of something else",
    AFTER,
    r" ?(?:(?:from|of|into|in|with|through|to) )?(?:(?:my|the|this|that|our|a|your|all|his|her|old|these"
    r"|those) )*(?:rooms?|reality|addiction\w*|cycles?|pain|past|thoughts?|mind|head|feelings?|depression|grief"
    r"|routine|habits?|shell|comfort zone|poverty|abuse|marriage|relationship|lies|book\w*|music|prayer|drugs|bottle"
    r"|boredom|noise|life ?style|life|game|chains?|trauma|hood|streets?|gang|negativ\w*|drama|sweat|hives|song|rash"
    r"|tears|mold|box|debt|prison (?:of|in) (?:my|the|your)|self|fire|plan is|routes?|loneliness|sadness|world"
    r"|stress|anger|fear|shame|guilt|violence|domestic|him\b|her\b|dance|acne)",
)
_NO: Final = Guard(
    "not",
    BEFORE,
    r"\b(?:not|never|dont|didnt|wont|wouldnt|nobody|no one|aint|cant|couldnt|isnt|without|no)(?: \w+){0,3} ?",
)
_A_STORY: Final = Guard(
    "a story, or somebody else",
    BEFORE,
    r"\b(?:movie|film|show|book|novel|series|song|dream\w*|dreamt|watched|watching|read|shawshank|news|he|she|they"
    r"|guy|guys|dude|man|inmates?|prisoner|people|someone|somebody|el chapo|charged with|convicted of|caught"
    r"|points? for|tried|jokes?|joking|joked|game|playing)(?: \w+){0,5} ?",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.escape.plan",
        category="escape",
        tier="plan",
        purpose="The writer, or a few together, mean to get out, or ask how it is done.",
        pattern=spell(
            r"{ABOUT_TO} (?:escape|escaping|break out|breaking out|bust out|busting out|sneak out|sneaking out"
            r"|slip out|slipping out) ?(?:{HERE})(?: ?(?:$|[.!?,;])| (?:tonight|tomorrow|before|at|through|by|when"
            r"|while|with|this|next|on|without|if|now|and|during|soon|from|together|bro|man)\b)|{FIRM} (?:escape"
            r"|break out|bust out)(?: ?$| ?[.!?,;]| (?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
            r"|{ABOUT_TO} (?:escape|break out|bust out)(?: (?:tonight|tomorrow|at (?:night|count|shift|rec)"
            r"|this (?:weekend|week)|next week|during (?:count|rec|transport|visit|shift)|through the"
            r"|when the (?:guard|co|lights)|with me|while))|{ABOUT_TO} (?:{FLEE})\b"
            r"|\b(?:escape|breakout|getaway) (?:plan|route|plot|kit|tunnel|car|driver)\b[^.!?]{0,30}\b(?:tonight"
            r"|ready|set|tomorrow|need|got|is|works|with me|from (?:here|this|the))\b|\b(?:got|need|have|want|made"
            r"|know)(?: (?:a|an|me|the|our|some|good))* (?:escape|breakout|getaway) (?:plan|route|plot|kit|tunnel"
            r"|car|driver)\b"
            r"|\bwhen (?:do|does|is|are) (?:the )?(?:guards?|officers?|towers?|tower|shifts?|perimeter"
            r"|cameras?)(?: \w+){0,3} (?:change|switch|asleep|sleep|off|down|blind|unmanned"
            r"|empty)\b[^.!?]{0,30}(?:fence|wall|gate|out|over|run)|\b(?:blind spots?|weak spots?"
            r"|hole)(?: \w+){0,3} (?:in|at|on|by|of) the (?:fence|wall|perimeter|wire|camera\w*)\b|\bwho(?:s"
            r"| is)? (?:down|in|with me|coming)(?: \w+){0,2} (?:to|for) (?:escape|break out|bust out"
            r"|go over the (?:wall|fence))"
            r"|\b(?:keys?|uniform) (?:to|for) (?:escape|get (?:out|us out)|break out|walk out)\b|\b(?:someone"
            r"|somebody|car|ride|driver|my \w+) (?:is |will be |be |gonna be |waiting )+(?:outside|on the other side"
            r"|past) (?:the )?(?:fence|wall|gate|wire)\b",
            _PIECES,
        ),
        words=words(
            "escap|break out|breaking out|bust out|busting out|sneak out|sneaking out|slip|over the|climb|hop the"
            "|hopping the|jump the|jumping the|dig |digging |tunnel|cut the|cut th|cut my|cut off|cutting the"
            "|cutting th|cutting my|cutting off|saw the|saw through|sawing|walk off|walking off|run from|run off"
            "|run away|running from|running off|running away|of the fence|breakout|getaway|guard|officer|tower|shift"
            "|perimeter|camera|blind spot|weak spot|hole|key |keys |uniform|fence|wall|gate|wire"
        ),
        guards=(_NOT_A_WALL, _NO, _A_STORY, *PAST),
        must_match=(
            "we're gonna break out of here tonight",
            "I'm planning to escape from this prison",
            "how do you climb over the razor wire",
            "Got an escape plan, who's with me",
            "imma hop the fence at rec",
            "there is a blind spot by the fence, I will go over the wall",
            "a car will be waiting outside the fence",
            "I'm going to cut off my ankle monitor",
        ),
        must_not_match=(
            "I can't wait to get out of here",
            "I'm going to break out of the cycle",
            "we did an escape room with the kids once",
            "I want to escape from my addiction",
            "use the fire escape in a drill",
            "I'm going to get out of here in June and see my mom",
            "I would never break out of prison",
            "I'm trying to break out of my shell",
            "He tried to go over the wall and lost his good time",
            "I watched a movie, they were planning to escape from jail",
            "reading is my way to escape",
        ),
    ),
    Rule(
        code="en.escape.talk",
        category="escape",
        tier="talk",
        purpose="Talk of running, of not going back, of how one might get out.",
        pattern=spell(
            r"\b(?:thought|think|thinking|dream|dreaming|fantasi[sz]\w+|tempted|feel like|want|wish i could|wanna"
            r"|could|might|should|considering|talk|talking|joking|idea)(?: (?:about|of|to|just|i|we|could|sometimes"
            r"|like))* (?:escap(?:e|ing) (?:from )?(?:{HERE})|break(?:ing)? out (?:{HERE})|{FLEE})\b"
            r"|\b(?:im|i am|i|ill|were|well|id|imma|gonna|might|may|could)(?: (?:not|wont|never|gonna|going|to|will"
            r"|be|would|rather|just))* (?:skip(?:ping)? (?:parole|bail|town|court)|jump(?:ing)? bail|abscond(?:ing)?"
            r"|go(?:ing)? on the run|run(?:ning)? (?:for|to) the border|not (?:go(?:ing)?|come"
            r"|coming) back (?:to (?:the )?(?:camp|halfway house|work release|prison|jail|custody)|from (?:furlough"
            r"|pass|work release|leave)))\b"
            r"|\b(?:escape|escaping) (?:would be|is|be) (?:easy|possible|so easy|not hard)\b|\b(?:easy|simple"
            r"|not hard) to (?:escape|break out|walk out|slip out)\b(?: (?:{HERE})| ?$| ?[.!?])",
            _PIECES,
        ),
        words=words(
            "past the|under the|escap|break|over the|climb|hop|jump|dig|tunnel|cut|saw|slip|walk|run|skip|abscond"
            "|back|out of the fence"
        ),
        guards=(_NOT_A_WALL, _NO, *PAST),
        must_match=(
            "I think about escaping from here every night",
            "might just skip parole and go to the border",
            "it would be easy to walk out of this place",
            "I'm gonna go on the run",
            "I'm not going back to the halfway house, not coming back from furlough",
        ),
        must_not_match=(
            "I think about escaping my addiction every night",
            "I dream of the day I walk out the gate",
            "it's easy to break out in hives here",
            "I never think about escaping from here",
            "I used to think about breaking out of jail when I was young",
            "I'm not going back to that life",
        ),
    ),
)
