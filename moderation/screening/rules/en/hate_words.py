"""English: what contempt is said with, and the guards of every rule about groups of people."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard

PIECES: Final = {
    # *all these fucking* …
    "Q": r"(?:(?:all(?: of)?|every|every single|every last one of|each and every|one of|the next|next|any|the|these"
    r"|those|them|this|you|u|yall|such|most|many|more|so many|too many|fucking|fuckin|damn|goddamn|stupid|dirty"
    r"|filthy|bloody|disgusting|ugly|other|another|your|single|illegal|that|little|an?|(?:that|those|these|such|this"
    r"|other|all) (?:kinds?|types?|sorts?) of|of|bunch of|type of|lazy|kind of|kinds of|goddam|evil|nasty|worthless"
    r"|useless) )*",
    # … *like you, in this country*
    "MOD": r"(?: (?:like|in|around|with|from|of|at|on|who|that|as|over|here|there|today|nowadays|everywhere|these|i"
    r"|ive|we|you)(?: \w+){0,4}?)?",
    "ADV": r"(?: (?:\w+ly|all|both|just|so|still|always|also|even|fucking|fuckin|damn|goddamn|do|too|simply|they))*",
    "COP": r"are|r|were|being|seem|look|act|smell|behave|remain|(?:will|would|must|seem to) (?:always |all )?be"
    r"|have (?:always )?been|(?:cant|cannot|can not|dont) help (?:\w+ )?(?:but |from )?(?:be|being|to be|act like"
    r"|acting like)",
    "COP_ONE": r"is|was|seems|looks|acts|smells|behaves|(?:will|would|can|must|could) (?:always |ever )?be"
    r"|has (?:always )?been|(?:cant|cannot|can not) help (?:\w+ )?(?:but |from )?(?:be|being|to be|act like"
    r"|acting like)",
    "FILL": r"(?: (?:\w+ly|all|just|so|such|the|an?|too|very|real|fucking|fuckin|damn|goddamn|bloody|pretty|quite"
    r"|nothing|but|no|more|than|better|little|worse|less|lower|as|bad|still|always|even|most|kind|sort|of|bunch|pack"
    r"|herd|like|to|on|complete|total|absolute|utter|pure|straight|up|big|huge|full|born|that|this|some|human|only"
    r"|ever|our|by|for|common|simple|plain|mere|one|lot|pile|piles|piece|pieces|biggest|greatest|worst|walking|living"
    r"|dirty|filthy|stupid|lazy|ugly|sick|or|and|a lot|lying|cheating|thieving|stinking|ungrateful|mistakes?|crime"
    r"|insult|born|natural|violent|ignorant|god|as a|whole|\w+ and))*",
    # What is said of them; each is contempt only of people, as a whole, for what they are.
    "BAD": r"disgusting|repulsive|repugnant|revolting|vile|despicable|contemptible|loathsome|detestable|abhorrent"
    r"|deplorable|hideous|sickening|nauseating|appalling|filthy|dirty|gross|disgrace(?:s|ful)?|shameful|worthless"
    r"|useless|sub ?-?humans?|non ?-?humans?|inhuman|uncivili[sz]ed|savages?|barbaric|barbarians?|primitive|inferior"
    r"|backwards?|evil|wicked|satanic|demonic|pervert(?:s|ed)?|degenerates?|depraved|deviants?|unnatural|abnormal"
    r"|abominations?|sinful|sick (?:in the head|bastards|fucks|perverts)|mentally ill|mental illness|stupid|dumb"
    r"|dumber|dumbest|idiotic|brainless|brain ?-?dead|retarded|moronic|ignorant|lazy|dishonest|untrustworthy"
    r"|deceitful|greedy|violent|cruel|ruthless|criminals?|thie(?:f|ves)|rapists?|terrorists?|pa?edos?|pa?edophiles?"
    r"|groomers?|predators?|murderers?|killers?|liars?|cheats?|whores?|sluts?|scum|scumbags?|trash|garbage|rubbish"
    r"|filth|dirt|refuse|waste|vermin|rats?|cockroach(?:es)?|roaches|pigs?|swine|dogs?|animals?|apes?|monkeys?"
    r"|beasts?|snakes?|leech(?:es)?|parasit(?:es?|ic)|maggots?|insects?|pests?|lice|fleas|virus(?:es)?|diseases?"
    r"|diseased|plague|cancer|tumou?rs?|infections?|poison|curse|menace|threat|danger to|burden|stain|blight|scourge"
    r"|freaks?|freaky|monsters?|demons?|devils?|idiots?|morons?|imbeciles?|fools|cowards?|losers?|assholes?|bastards?"
    r"|dick ?heads?|pricks?|cunts?|shit ?heads?|mother ?fuckers?|shit|shitty|crap|worst|lowest|lesser"
    r"|beings of less\w*|second class|beneath (?:us|me|you|him|men|humans)|a joke|jokes|pathetic|insufferable"
    r"|unbearable|ugly|fucked(?: up)?|the (?:real )?(?:problem|enemy|enemies)|not (?:even )?(?:human|people)"
    r"|mistakes?|mistake of nature|creepy|twisted|delusional|hoes|skanks|bitches|annoying|embarrassment|failures?"
    r"|low ?lifes?|lowlives|spawn|hopeless|intolerable|corrupt|stinking|smelly|stinky|unclean|impure|unworthy"
    r"|mindless|clueless|incompetent|uneducated|dangerous|immoral|godless|invaders|hateful|worthy of (?:death"
    r"|contempt)|shitbags?|crooks?|crooked|treacherous|traitors?|two ?faced|manipulative|unwanted|unwelcome|terrible"
    r"|horrible|awful|wretched|lunatics?|psychos?|nutcases?|clowns|mutts?|mongrels?|sewage|dregs|thugs?|gangsters"
    r"|gangbangers|prone to \w+|obsessed with|inbred|all look (?:the same|alike)|worth (?:nothing|shit|less)|nuisance"
    r"|drunks|shallow|sneaky|shady|a stain|imposters?|impostors?|frauds?|useless eaters|(?:dirt|lazi|ugli|nasti|crazi"
    r"|filthi|stupid|low|mean|slow|smelli)er than|insult to|affront|mockery|abuse of nature|against (?:nature|god)"
    r"|less (?:intelligent|human|smart|civili[sz]ed|capable|clever|than human)|a (?:sin|sickness)|sickness|ungrateful"
    r"|up to no good|all the same|out of control",
    # *They* in the next clause or sentence.
    "THEY": r"(?:they|they all|they both|you|you all|yall|most of (?:them|you)|all of (?:them|you)|(?:the"
    r"|a) (?:vast )?majority|every (?:single )?one of (?:them|you)|each of them|none of them)",
    "THEYRE": r"(?:theyre|youre|ur|they r)",
    "NEAR": r"disgusting|repulsive|repugnant|revolting|vile|despicable|contemptible|loathsome|detestable|abhorrent"
    r"|sickening|filthy|worthless|useless|sub ?-?humans?|uncivili[sz]ed|savages|barbarians?|barbaric|primitive"
    r"|inferior|wicked|perverts|perverted|degenerates?|depraved|unnatural|abominations?|stupid|dumb|idiotic|brainless"
    r"|brain ?-?dead|moronic|ignorant|idiots|morons|imbeciles|retards|scum|scumbags|trash|garbage|filth|vermin"
    r"|cockroach(?:es)?|roaches|pigs|apes|leech(?:es)?|parasit(?:es?|ic)|maggots|plague|pathetic|insufferable"
    r"|assholes|bastards|dickheads|pricks|cunts|shitheads|mother ?fuckers|pieces of shit|freaks|monsters|cowards"
    r"|liars|thieves|rapists|terrorists|low ?lifes|lowlives|menace|second class|hateful|stinking|uneducated|infest\w*"
    r"|invad\w+",
    "VERBED": r"killed|murdered|shot|stabbed|hanged|hung|executed|slaughtered|lynched|exterminated|eradicated"
    r"|annihilated|raped|burned|burnt|gassed|put down|put to (?:death|sleep)|wiped out|beaten|tortured|drowned|stoned"
    r"|crucified|castrated|sterili[sz]ed|neutered|aborted|euthani[sz]ed|deported|banned|expelled|removed|kicked out"
    r"|thrown (?:out|in|into|off)|sent (?:back|home|away|to)|shipped|locked (?:up|away)|caged|jailed|imprisoned"
    r"|enslaved|slaves|whipped|silenced|segregated|separated|isolated|excluded|kept (?:out|away|apart|in|separate"
    r"|from)|abolished|outlawed|illegal|banished|stripped of|denied|punished|evicted|rounded up|dumped"
    r"|institutionali[sz]ed|in (?:a )?(?:zoo|cages?|camps?|chains|prison|jail|ovens?)|behind bars|hunted|ashamed"
    r"|afraid|dead|extinct|taken to|tested on|fired|decapitated|beheaded|strangled|purged|cleansed|cured|fixed by"
    r"|reeducated|forced (?:back|out|into|to)|controlled|ignored|avoided|boycotted|hated|despised|feared"
    r"|their (?:heads|throats) cut|monitored|erased|eliminated|gotten rid of|mocked|dealt with|taught a lesson"
    r"|ridiculed|spat on|treated like (?:animals|dogs|the \w+|trash|dirt|criminals)",
    "HARM": r"kill|murder|shoot|stab|hang|execute|slaughter|lynch|exterminate|eradicate|annihilate|rape|burn|gas"
    r"|wipe out|beat|beat up|torture|drown|castrate|sterili[sz]e|deport|ban|expel|remove|kick out|throw out|throw"
    r"|send back|send|lock up|lock|cage|jail|enslave|whip|silence|segregate|banish|punish|evict|round up|dump|hunt"
    r"|hunt down|nuke|bomb|purge|get rid of|rid|put an end to|end|put down|be rid of|keep out|keep|strangle|choke"
    r"|behead|massacre|butcher|eliminate|attack|hurt|smash|crush|destroy|bash|spit on|stomp|stamp out|crucify"
    r"|gun down|mow down|finish off|finish|cull|blow up|poison|punch|boycott|shut up|cleanse|run over|skin|cut|slit"
    r"|slap|mock|clean (?:the|this|our|up the) \w+ of|burn down|got rid of|wiped out|kicked out|threw out|throw out"
    r"|sent back|wipe|rid the world of|rid (?:the|this|our) \w+ of",
    "HARMING": r"killing|murdering|shooting|stabbing|hanging|executing|slaughtering|lynching|exterminating"
    r"|eradicating|raping|burning|gassing|beating|torturing|drowning|castrating|deporting|strangling|hurting"
    r"|attacking|bombing|hunting|punching",
    "DISGUST": r"hate|hates|despise|detest|loathe|abhor|resent|cant stand|cannot stand|can not stand|cant bear"
    r"|cant tolerate|dislike|wont tolerate|dont tolerate|refuse to tolerate|have no (?:respect|love|sympathy|time|use"
    r"|tolerance) for|h8|hateee*|never trust|would never trust|look down on|pity|have it in for|spit on|shit on"
    r"|piss on|curse",
    "FEELING": r"contempt|hatred|hate|disdain|disgust|scorn|loathing|revulsion|repulsion|animosity|resentment"
    r"|disgusted|sickened|repulsed|revolted|appalled|nauseated|grossed out|infuriated|enraged|pissed(?: off)?|furious"
    r"|fed up|sick(?: and tired)?|hostility",
}

_SAYING: Final = (
    r"say|says|said|saying|claim\w*|call|calls|called|calling|write|writes|wrote|writing|post|posts|posted|posting"
    r"|comments?|commented|tweet\w*|shout\w*|yell\w*|scream\w*|chant\w*|spread\w*|preach\w*|threats|slogans?|phrases?"
    r"|statements?|remarks?|jokes?|words|messages?|wish|wishes|wishing|wished|suggest\w*|implying|implies"
    r"|labell?(?:ed|ing)|told|tells|telling|stereotypes?|insinuat\w*|argue[sd]?|arguing|rhetoric|accus\w+|pretend\w*"
    r"|taught|believes|thinks|thought|believed|assum\w+|myth|lie|idea|notion|belief|narrative|propaganda|insults?"
    r"|insulting|insulted|treat|treats|treated|treating|rumou?rs?"
)
#: Somebody else's words, or words that the writer objects to.
OBJECTED: Final = Guard(
    "said by others, or objected to",
    BEFORE,
    rf"(?:\b\w+ ){{0,3}}\b(?:{_SAYING})\b[^.!?;]{{0,50}}",
    unless=r"\b(?:i|id|ill|im|lets|just|whats wrong (?:to|in|with)|error in|mistake in|problem with|bad about"
    r"|is it wrong to|am i wrong to|fair to|safe to|ok to|okay to|fine to|allowed to|afraid to|have to|gotta|must"
    r"|let me|who says|who said|who else|only one who|one who|anyone else|you also|you all|good|best|better"
    r"|why cant (?:i|we|you)|goes without|needless to) (?:\w+ )?(?:say|saying|said|tell|argue|claim|bet|call|not"
    r"|wrong|different|assume|thinking|thinks?|believes?|agree|idea)\b|\b(?:myself|as i said|like i said"
    r"|i told you|i (?:always )?thought|i assume)\b",
)
QUOTED: Final = Guard(
    "quoted", BEFORE, r"\w+[ ,:]+(?:\w+[ ,:]+){1,}\W*[\"“«„][^\"”»]{0,80}", unless=r"\b(?:i|we) (?:think|believe)\b"
)
#: *I don't think that*, *nobody should say*, *how can you believe*.
DENIED: Final = Guard(
    "denied",
    BEFORE,
    r"(?:\b\w+ ){0,2}\b(?:never|nobody|no one|not|dont|doesnt|didnt|wont|wouldnt|cant|cannot|couldnt|isnt|wasnt|arent"
    r"|refuse to|stop|quit|how can|how could|how dare|why do|why does|why would|who would)(?: \w+){0,2} (?:say|says"
    r"|saying|said|think|thinks|thinking|believe|believes|believing|claim|mean|meaning|feel|agree|accept|assume"
    r"|pretend|imply|suggest|buy|care if|teach|consider|support|let|allow|tolerate)\b[^.!?;]{0,40}",
    unless=r"\b(?:dont you|do you not|wouldnt you|why cant|why do (?:we|you) (?:let|allow)|cant (?:we|i)|not (?:wrong"
    r"|bad|racist|afraid|ashamed)|isnt it)\b",
)
NOT_ALL: Final = Guard(
    "not all, or none",
    BEFORE,
    r"\b(?:no|not|two|three|four|five|some|some of|a few|several|couple of|few|not all|not every|without|never|nor"
    r"|neither|arent all|isnt|against|support(?:ing)? for|stop|end(?:ing)?)(?: (?:all|every|any|the|of|these|those|a"
    r"|more))* ?",
)
#: *The treatment of* …, *violence against* …: they are not what the sentence is about.
NOT_SUBJECT: Final = Guard(
    "not what is spoken of",
    BEFORE,
    r"\b(?:of|for|against|about|towards?|by|with|on|to|from|than|between|at|like|love|loves|hate|hates|hating|hurt"
    r"|hurts|attacks?|abuses?|kills?|beats?|rapes?|insults?|mocks?|fears?|treat|treats|see|met|near|in"
    r"|help)(?: (?:all|every|any|the|these|those|other|many|most|some|more|young|poor|two|so))* ?",
    unless=r"\b(?:most|all|many|some|half|lots?|majority|percent|kinds?|types?|sorts?|each|one|bunch|truth|fact) of\b"
    r"|\b(?:see|clear|obvious|know) ?$",
)
#: The writer's own.
OWN: Final = Guard(
    "the writer's own group",
    BEFORE,
    r"\b(?:we|us|my|our|fellow|as an?|im an?|i am an?|im|i am|being an?|was an?|myself)(?: (?:all|two|other|fellow"
    r"|proud|single|young|old|own|poor|the|fucking|few|best))* ?",
)
#: *If you think that* …, *people who say* …, *I used to think that* …
OTHERS_VIEW: Final = Guard(
    "a view of others, or once one's own",
    BEFORE,
    r"(?:\b\w+ ){0,2}\b(?:if (?:you|u|someone|anyone|somebody|people|they|he|she) (?:\w+ )?(?:think|thinks|believe"
    r"|believes|say|says|hate|hates)|people (?:who|that|still|always|often|\w+ly)?(?: \w+)? ?(?:think|believe|say"
    r"|assume|act like)|(?:some|many|most|lots of|other|too many|these|those|all these) people (?:\w+ )?(?:think"
    r"|believe|say|assume|hate)|(?:he|she|they|society|everybody|everyone|dad|father|mother|mom|grandfather|boss|cos?"
    r"|officers?|guards?|\w+ists|nazis|bigots|haters|folks|trump|media|world|guy|dude|president|man"
    r"|politicians) (?:\w+ )?(?:think|thinks|believe|believes|thought|believed|acts? like|acts as if|feels?|wants?"
    r"|wanted|assumes?)|used to|(?:was|were|grew up|been) (?:raised|taught|brought up|told|led|thinking|believing"
    r"|hearing|made)|in the past|back then|back when|as if|(?:un)?less|whether|wrong (?:that|to (?:say|think|believe"
    r"|assume))|sad that|racist (?:\w+ )?to|bigot\w*|offensive|hurtful|hateful|shame on|hurts? (?:when|to|that)"
    r"|tired of (?:hearing|people)|sick of (?:hearing|people)|dont like (?:it )?(?:when|that)|(?:hate|sad|unfair"
    r"|upset|angry|horrible|crazy|awful|wrong) (?:it )?(?:when|how|that)|feel like|feels like|felt like|felt"
    r"|feel)\b[^.!?;]{0,60}",
    unless=r"\bused to (?:like|love|respect|trust|tolerate|defend|be nice|feel sorry)\b|\b(?:i feel|dont (?:you"
    r"|people)|me wrong|am i wrong)\b",
)
REJECTED: Final = Guard(
    "said to be wrong",
    AFTER,
    r"[^.!?;]{0,50}?(?:[\"”»]|\b(?:is|are|was|were|its|thats|which is|this is) (?:\w+ ){0,2}(?:racist|wrong|hateful"
    r"|lie|myth|stereotype|not true|untrue|false|sexist|unfair|homophobic|transphobic|bullshit|bs|unacceptable|cruel"
    r"|bigoted|ridiculous)\b|\bnot true\b|\bi disagree\b)",
)
_RESPECTED: Final = Guard(
    "not about them",
    INSIDE,
    r"\b(?:(?:look|act|smell|dress|feel|be|are) (?:like )?(?:good|great|beautiful)|not (?:all|always|so|that|as|more"
    r"|less|really|the|a|an|scum|trash|animals|criminals|stupid|dangerous|bad|inferior|evil|your|my|violent|lazy"
    r"|dirty|dumb|thugs|terrorists|monsters|savages)|(?:feel|feels|felt|told|called|treated|labell?ed|thought"
    r"|stereotyped|portrayed|considered|believe they|think they|made to (?:feel|believe|think|look|pay|suffer))|(?:no"
    r"|less|more) (?:better|worse|stupid|dangerous|violent|less|evil|bad)? ?(?:or less )?(?:than (?:anyone|everyone"
    r"|anybody|others?|other people|any other|white|men|you|me|us|we)))\b",
    unless=r"\b(?:not (?:even )?(?:human|people)|dont (?:feel|deserve)|treated (?:as|like) (?:real )?(?:humans?"
    r"|people|equals?))\b",
)
BETWEEN: Final = Guard(
    "somebody else, or something else, comes in between",
    INSIDE,
    r"\b(?:im|me|my|myself|he|hes|him|his|she|shes|her|we|us|our|ours|it|its|says?|said|saying|call\w*|told|tell\w*"
    r"|feel\w*|felt|think\w*|thought|treat\w*|made|not|no|never|dont|isnt|arent|without|nor|used to|was|had|got|get"
    r"|gets|who|when|because|if|where|which|against|about|but|while|mean|label\w*|against|food|words?|jokes?|language"
    r"|behaviou?r|things?|stuff|shower\w*|cells?|prison|jail|system|place|way|how)\b",
)
FELT: Final = Guard(
    "what they are made to feel",
    INSIDE,
    r"(?:\b\w+ ){0,2}\b(?:feel|feels|felt|told|called|treated|made to|(?:think|believe|thinks|thought|say|says|said"
    r"|act|as if|like|claim|says that) (?:that )?(?:they|theyre)|arent|not (?:all|bad|dangerous|criminals|terrorists"
    r"|stupid|lazy))\b",
    unless=r"\bneedless to say\b|\bgoes without saying\b|\bthink (?:that )?(?:they are|theyre|they) (?:so "
    r"|all )?(?:normal|special|better|above|own|entitled|real)\b|\b(?:i|we) (?:feel|felt|told|called|think"
    r"|believe|say)\b|\bnot all\b.*\bmost\b",
)
COUNTER: Final = (QUOTED, OBJECTED, DENIED, OTHERS_VIEW, REJECTED)
_STANDING_UP: Final = (
    r"\b(?:call(?:ing)? out|fight(?:ing)?|against|speak(?:ing)?(?: up| out)?(?: about| against)?|stop(?:ping)?"
    r"|end(?:ing)?|confront(?:ing)?|condemn(?:ing)?|denounc(?:e|ing)|challeng(?:e|ing)|oppos(?:e|ing)"
    r"|address(?:ing)?|resist(?:ing)?|victims? of|because of|rise in)(?: (?:all|any|the|this|that|his|her|their|open"
    r"|such|such a)){0,3} ?"
)
#: Hatred that is named in order to stand up to it.
CALLED_OUT: Final = (
    Guard("called out", BEFORE, _STANDING_UP),
    Guard("called out", INSIDE, _STANDING_UP + r"\b(?:hatred|hate|contempt|disgust|disdain|animosity)\b"),
)
GROUP_GUARDS: Final = (*COUNTER, NOT_ALL, OWN, _RESPECTED)
