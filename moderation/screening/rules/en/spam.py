"""English: advertising, scams and chain letters.

Most rows are weak signals: a prize, a price per text, a word sent to a short code. One of them is ordinary talk, a
few together are an advert. Rows that weigh 1 are tricks by their construction, as people in custody meet them.
"""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, Guard, Rule, spell, words

from .common import DENIED, LONG_AGO

_MONEY: Final = (
    r"(?:\$ ?\d+|\d+ ?(?:dollars?|bucks)|money|cash|something|anything|a little|any amount|\d{2,4}|(?:fifty|twenty"
    r"|forty|a hundred|ten)(?: dollars?| bucks)?)"
)
_APP: Final = (
    r"(?:cash ?app|venmo|zelle|pay ?pal|apple pay|western union|green ?dot|chime|jpay|books|account|gift cards?)"
)

_MANY: Final = (
    r"(?:\d+|three|five|seven|nine|ten|twelve|fifteen|twenty)(?: (?:other|more|of your))? (?:people|friends|brothers"
    r"|sisters|persons|inmates|contacts|cells|groups|folks|souls)|(?:everyone|everybody|all the people) (?:you"
    r"|u) (?:know|love|care)|all (?:of )?(?:your|ur) (?:friends|contacts|loved ones)"
)

_WARNED: Final = Guard(
    "a warning, or what somebody else does",
    BEFORE,
    r"\b(?:scam\w*|beware|careful|watch out|dont (?:fall|trust|believe|ever|send)|anyone who|anybody who|people who"
    r"|they|he|she|somebody|someone|some (?:guy|dude)|fell for|promised|said|told)\b[^.!?;]{0,60}",
)

_SOMEBODY_DOES: Final = Guard(
    "somebody does it, or cannot",
    BEFORE,
    r"\b(?:mom|moms|mama|mother|dad|sister|brother|wife|girl|aunt|uncle|grandma|family|people|folks|friend|you|we|i"
    r"|id|to|cant|couldnt|who|nobody|always|never|would|could|used to)(?: (?:just|still|always|finally|never|will"
    r"|would|even))? ?",
)
_NEVER: Final = Guard(
    "never do it", BEFORE, r"\b(?:never|dont|do not|not|no|nobody|without|lost|forgot)(?: \w+){0,3} ?"
)

_SIGNALS: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.spam.won",
        category="spam",
        tier="scam",
        purpose="The reader has won, was chosen or is awarded something.",
        score=0.6,
        pattern=(
            r"\b(?:you|u|youve|uve|number|mobile|phone|who)(?: (?:have|had|has|was|were|bin|been|are|just|all|r"
            r"|now))* (?:won|awarded|entitled|specially selected)\b|\b(?:ur|r|youre|are|bin|been"
            r"|was) (?:now )?(?:awarded|entitled to)\b"
            r"|\b(?:selected|chosen|picked|entitled)(?: \w+)? to (?:receive|win|get|stay|update|claim)"
            r"|\b(?:youre|you are|u r|ur) (?:a|the|our|todays)(?: \w+)? winner\b|^\W*winner\b|\bhave won\b"
            r"|\blucky (?:day|winner|number)\b|\bwin (?:an?|up to|the|free|cash|big|one of|over)\b|\bwin [£$€] ?\d"
            r"|\b(?:chance|wan2|wanna|want to|want 2|could|can) (?:to |2 |be )*win\b|\bwinners?(?: club| in our)"
        ),
        words=words("won|awarded|selected|chosen|picked|winner|lucky|win |win£|win$|win€|entitled| win"),
        must_match=(
            "You have won a holiday! Text CLAIM to 80555 now",
            "Congratulations, you've been awarded a gift voucher, call now to claim it",
            "Your number was selected to receive a cash prize, reply YES",
            "Win a new phone! Txt PHONE to 81555, 50p per text",
            "You are our lucky winner, click the link to claim your reward",
        ),
        must_not_match=(
            "You won the chess game fair and square",
            "I was selected to receive the award at the graduation",
            "We want to win against the other unit",
            "You have won my trust, brother",
            "if you won the lottery what would you do first",
        ),
    ),
    Rule(
        code="en.spam.prize",
        category="spam",
        tier="scam",
        purpose="A prize, a voucher, a jackpot.",
        score=0.3,
        pattern=(
            r"\b(?:prize ?\w{0,5}|jackpot|vouchers?|gift ?cards?|(?:[£$€] ?\d[\d,.]*|pounds?|cash|bonus|your|ur"
            r"|this) (?:award|bonus|reward)|bonus (?:points?|caller)|sweepstakes?|lottery (?:winner|prize|ticket)s?"
            r"|raffle|lucky draw|(?:weekly|wkly|todays?|prize|monthly) (?:draw|quiz|comp\w*)|complimentary"
            r"|mystery gift|free gift|shopping spree|giveaway|instant cash|inheritance|cash[- ]balance|competition)\b"
        ),
        words=words(
            "prize|jackpot|voucher|gift|award|bonus|reward|sweepstake|lottery|raffle|draw|quiz|comp|shopping spree"
            "|giveaway|instant cash|inheritance|cash"
        ),
        must_match=(
            "Claim your prize today, you have won a camera",
            "You won a voucher. To collect it call us now",
            "Your 500 cash award awaits collection, reply CASH",
            "Enter our weekly quiz for a chance to win a phone",
            "Congratulations! You won an inheritance",
        ),
        must_not_match=(
            "Congratulations on your parole!",
            "The prize for spades was a bag of coffee",
            "My lottery is waking up sober",
            "visits are a bonus, phone calls keep me going",
            "We had a weekly quiz in the unit and my team lost",
        ),
    ),
    Rule(
        code="en.spam.claim",
        category="spam",
        tier="scam",
        purpose="Something waits to be claimed or collected.",
        score=0.5,
        pattern=(
            r"\b(?:to|2|now|just) ?claim\b|\bclaim (?:ur|your|code|now|this|the|a|it|is easy|number|line|\d+|[a-z]\d+)"
            r"|\bclaims (?:hot ?)?line\b|\b(?:to|2) collect\b|\bawait(?:s|ing)? (?:your |ur )?collection"
            r"|\bwaiting (?:to be collected|for you\b)|\bredeem\b|\bunredeemed\b|\bcollect (?:your|ur) (?:prize"
            r"|award|gift|\d)"
            r"|\b(?:quote|quoting|claim) (?:claim )?code\b|\byours now\b|\bready for collection\b"
        ),
        words=words("claim|collect|redeem|waiting|code|yours now"),
        must_match=(
            "To claim your prize call 0900 555 0100",
            "You won! Claim your reward by text",
            "Your gift card awaits collection, click here",
            "Congratulations, redeem your free voucher today",
            "Final notice: quote claim code 22 to get your cash award",
        ),
        must_not_match=(
            "I have to collect my thoughts first",
            "I want to claim my mistakes, not hide them",
            "Somebody is waiting for you when you get out",
            "You can redeem yourself, brother",
            "they claim the mail is late again",
        ),
    ),
    Rule(
        code="en.spam.urgent",
        category="spam",
        tier="scam",
        purpose="It is urgent, it is the last attempt.",
        score=0.4,
        pattern=(
            r"\burgent\b|\bon hold\b|\bfinal (?:notice|attempt|reminder|warning)\b|\b(?:2nd|second|final|3rd|last"
            r"|1st) attempt"
            r"|\b(?:trying|tried|attempting) (?:to|2) (?:contact|reach)\b|\b(?:tried"
            r"|attempted) to (?:make a )?deliver\w*"
            r"|\bimportant (?:information|message|notice|announcement)\b|\blast chance\b|\bdo(?:nt| not) (?:miss out"
            r"|delay)"
            r"|\bact (?:now|fast)\b|\bbefore (?:the )?lines close|\basap\b|\bhurry\b|\b(?:message"
            r"|voice ?mail)s? (?:is |are )?(?:await\w*|waiting)|\bnew voicemails?\b|\bmessage waiting\b|\b(?:service"
            r"|customer) announcement\b"
        ),
        words=words(
            "urgent|on hold|final |attempt|trying |tried |important |last chance|miss out|delay|act now|act fast"
            "|lines close|asap|hurry|await|waiting|voicemail|announcement"
        ),
        must_match=(
            "URGENT! You have won 1,000 in cash",
            "Hurry! Your prize is still here. Call now!",
            "Final notice: your parcel waits, click here to pay the fee",
            "Last chance to claim your voucher, act now",
            "Important information: your account is locked, click here to verify your details",
        ),
        must_not_match=(
            "It's urgent, my mom is in the hospital",
            "this was my last chance and the judge knew it",
            "I'm trying to contact my daughter after ten years",
            "don't miss out on the class on Monday",
            "call your lawyer asap",
        ),
    ),
    Rule(
        code="en.spam.short_code",
        category="spam",
        tier="advert",
        purpose="A word to be sent to a short number.",
        score=0.8,
        pattern=(
            r"\b(?:txt|txting|text|texting|send|sms|rply|reply|msg)\b[^.!?]{0,30}?\b(?:to|2) ?(?:no:? ?)?\d{4,6}\b"
            r"|\b(?:txt|text|sms) ?\d{5}\b|\b(?:txt|txting|text|send)[: ]+(?:the )?(?:word|code|password|keyword)\b"
        ),
        words=words("txt|text|send|sms|reply|rply|msg"),
        must_match=(
            "Text LOVE to 80555 for a date, 18+",
            "Txt the word WIN to 81555 to claim your prize",
            "send JOIN to 4455 for your free tone",
            "Reply GAME to 83555, 1.50 per week",
            "For news txt NEWS to 85550. Txt STOP to end",
        ),
        must_not_match=(
            "text my sister at 4500 Main when it is over",
            "send the word to the brothers that chow is late",
            "Text HOME to 741741 if you need to talk",
            "I texted my sister 2 times",
            "reply to my letter please",
        ),
    ),
    Rule(
        code="en.spam.opt_out",
        category="spam",
        tier="advert",
        purpose="How to stop getting more of it.",
        score=0.6,
        pattern=(
            r"\b(?:to |2 |2)?opt(?:ing)?[- ]?out\b|optout|\bunsubscribe?\b|\b(?:txt|text|send|reply|rply"
            r"|call)\W{0,2}(?:\w+ )?(?:stop|end|out|cancel)\b|\bstop(?:\?| 2| to) ?(?:txt|text|send|stop|end|cancel"
            r"|\d{4,6}|texts?|receiving)"
            r"|\b(?:to|2) ?(?:stop|end|cancel)(?: (?:these|all|this|getting|receiving|texts?|msgs?|messages?|txt"
            r"|send|reply|service|sub\w*))|\bfor removal\b|\bto be removed\b|\bstop ?(?:sms|msgs?|texts)\b"
            r"|\btxtstop\b"
        ),
        words=words(
            "opt out|opt-out|optout|opting|unsubscrib|txt|text|send|reply|rply|call|stop|to end|2 end|2end|2cancel"
            "|to cancel|2 cancel|toend|tocancel|removal|removed"
        ),
        must_match=(
            "Hot chat all night! To stop texts call 0870 555 0100",
            "New ringtone every week. Txt STOP to end",
            "Free horoscope for you, reply STOP to unsubscribe",
            "Weekly offers on your mobile, to opt out text OUT",
            "Dating service: 1.50 per msg, send STOP to 85555",
        ),
        must_not_match=(
            "I want to stop getting in trouble",
            "they let me opt out of the class",
            "send out a prayer for my mom",
            "we have to end this cycle",
            "call out the lies you tell yourself",
        ),
    ),
    Rule(
        code="en.spam.price",
        category="spam",
        tier="advert",
        purpose="What a text, a minute or a week of it costs.",
        score=0.6,
        pattern=(
            r"(?:[£$€] ?\d+(?:[.,]\d+)?|\bgbp ?\d+(?:\.\d+)?|\d+(?:\.\d+)? ?(?:p|pence|gbp|penc?e?)\b"
            r"|\d+\.\d\d) ?(?:/|per|a|p/|an|each|x|@)? ?(?:msgs?|messages?|min|mins|minutes?|wk|week|weekly|sms"
            r"|texts?|txts?|tones?|mth|mnth|month|call|day|pm|rcvd?|logo|poly|download)\w*|\b\d+ ?pp ?[mw]\w*"
            r"|\d+ ?p(?:pm|er ?\w*|/\w+)"
            r"|\b(?:msgs?|txts?|texts?|calls?|sms)(?: \w+)?(?: ?@| cost| cst| ?costs| charged at| only"
            r"|[ :]*)[ :]*[£$€]? ?\d+(?:\.\d+)? ?p?\b"
            r"|\b(?:cost|costs|cst|just|only|norm|calls|from|to)[: ]?[£$€]? ?\d+(?:\.\d+)? ?(?:p|ppm|pence"
            r"|pounds?)\b|\b1?50 ?p\w{0,6}\b"
            r"|\b(?:std|standard|national|normal|network)(?: \w+)? (?:rates?|charges?|chg|charge|text|txt)\b"
        ),
        words=words("0|1|2|3|4|5|6|7|8|9|rate|charge|chg|std|standard|national|normal|network"),
        must_match=(
            "Tarot by phone, 60p per minute, text STAR to 80555",
            "New ringtones only 150p per msg, 16+",
            "Chat with singles near you, calls 50p/min, 18+ only",
            "Join our club, just 3.00 a week, txt STOP to cancel",
            "Weekly draw, cost 25p + standard rates, T&Cs apply",
        ),
        must_not_match=(
            "calls cost 25 cents a minute in here, that's robbery",
            "I make 40 a month in the kitchen",
            "phone time is too expensive, 3.15 per call",
            "I walk 2 hours a day on the yard",
            "we meet at 7.30 each week",
        ),
    ),
    Rule(
        code="en.spam.terms",
        category="spam",
        tier="advert",
        purpose="Terms and conditions, ages, post boxes: small print.",
        score=0.5,
        pattern=(
            r"\bt ?s? ?& ?c ?s?\b|\bt[ns]?cs\b|\btnc\b|\bt cs\b|\bt (?:n|and) c\b|\bterms (?:and|&) cond\w*"
            r"|\bconditions apply"
            r"|\b1[68] ?(?:\+|yrs\b|years? (?:and|or) over)|\b(?:age|ages|over|aged)[ :]?1[68]\+?(?: only)?\b"
            r"|\bp ?\.? ?o ?\.? ?box"
            r"|\bbox ?\d{2,5}\w{0,8}\b|\bsae\b|\bskill ?game|\bno purchase necessary|\bnational ?rate"
        ),
        words=words(
            "&c|& c|tcs|tnc|tscs|t cs|t n c|t and c|and cond|& cond|conditions apply|16|18|box|sae|skill|purchase"
            "|national"
        ),
        must_match=(
            "Win a trip to the sea! T&Cs apply, 18+",
            "Text CASH to 82255, 16+, PO Box 555",
            "You have won a voucher, terms and conditions apply",
            "Adult chat, 18yrs only, 50p per min",
            "Free entry to our weekly draw, T and C on the site",
        ),
        must_not_match=(
            "My PO box is closed",
            "he was only 18 years old when he got life",
            "I was 16+ months in seg",
            "the terms and conditions of my parole are strict",
            "customer care never helps my mom",
        ),
    ),
    Rule(
        code="en.spam.free",
        category="spam",
        tier="advert",
        purpose="Something is free, and it is goods.",
        score=0.4,
        pattern=(
            r"\bfree ?(?:2 ?day|entry|msg|message|ringtones?|tones?|top|poly\w*|gift|phone|mobile|camera|mini|video"
            r"|txts?|texts?|sms|trial|membership|credits?|nokia|bluetooth|pics?|sexy|call|calls|delivery|upgrade"
            r"|money|cash|iphone|tablets?|laptop|sample|quote|1st|week|minutes|mins|stuff|ipad|download\w*|shipping"
            r"|government|hardcore|games?|hit|info|number|today|now|access|consultation|vouchers?)\b|\b(?:4|for"
            r"|completely|absolutely|all 4|totally|100 ?%|both|get \w+) free\b|\bfree ?(?:!|>|\*)|\bfree for (?:1st"
            r"|the first|a week|a month|nothing)|\b1st (?:wk|week|tone|month) free"
            r"|\bfree ?fone|\bfor nothing!|\bcall free\b"
        ),
        words=words("free|for nothing!"),
        must_match=(
            "FREE ringtone! Text TONE to 80555 today",
            "Get a free phone now, just reply YES to claim",
            "Free entry in our weekly draw, 16+",
            "Free for the first week, then 3.00 per week",
            "Free trial of our dating service, text STOP to end",
        ),
        must_not_match=(
            "I will be free for the first time in ten years",
            "Feel free to call on me in the circle",
            "drug free for 200 days",
            "the sheets are free but the stamps are not",
            "It's a free call to the legal line",
        ),
    ),
    Rule(
        code="en.spam.mobile",
        category="spam",
        tier="advert",
        purpose="Ringtones, handsets, downloads.",
        score=0.5,
        pattern=(
            r"\bring ?tones?\w*|\bpolyphonic|\bpolys?\b|\b(?:nokia|pop|top|poly|classic|\d+) ?(?:poly )?tones?\b"
            r"|\btones? (?:4|for|to|every|2) |\bwallpapers?\b|\bmobile (?:content|update\w*|upd8\w*|club|games)"
            r"|\b(?:camera|colour|video) ?(?:phones?|mobiles?)\b|\bvideo ?phone\w*|\bline ?rental|\bnokia\w*"
            r"|\bmotorola|\bsony ?ericsson"
            r"|\b(?:double|any ?time|free|network|any network) (?:ur |your )?min(?:ute)?s\b|\b4 ?ur mob\w*|\b(?:to"
            r"|on|2|up) (?:ur|your|yer|yr) (?:mob|mobile|phone)\b"
            r"|\blogos?\b|\bdownloads?\b|\bcamcorder|\bpics?\b|\b(?:crazy|java|mobile) games?\b"
        ),
        words=words(
            "tone|poly|wallpaper|mobile|phone|line rental|linerental|nokia|motorola|ericsson|min|ur mob|your mob"
            "|yer mob|yr mob|logo|download|camcorder|pic|game"
        ),
        must_match=(
            "New ringtone for you! Text TONE to 80555",
            "Upgrade to the latest camera phone for free, call now",
            "The best tones on your phone each week, 2.50 per wk",
            "Half price camera phone with free minutes, call 0800 555 0100",
            "Wallpapers and logos! Txt PICS to 85555",
        ),
        must_not_match=(
            "I miss the ringtone my daughter picked",
            "she sent pics of the baby through the tablet",
            "I used to work for Nokia",
            "my wife put it on your phone account",
            "there are no new games to download on the tablet",
        ),
    ),
    Rule(
        code="en.spam.offer",
        category="spam",
        tier="advert",
        purpose="An offer, a discount, for a short time.",
        score=0.5,
        pattern=(
            r"\b(?:special|limited|latest|exclusive|xmas|christmas|loyalty|weeks|member|amazing|great|new"
            r"|best) (?:time )?offers?\b"
            r"|\boffers? (?:ends|expires|available|mobile|of|closes|valid)|\bour offer|\bhalf price|\b1/2 price"
            r"|\b(?:discount|bargain|cheaper|special deal)s?\b|\bvalid ?(?:for |until |till )?\d+ ?(?:hrs?|hours"
            r"|days)|\b(?:code |points? )?expires? \d"
            r"|\b\d+ ?% (?:off|more|discount|return|profit)|\bup ?to \d+ ?%|\bwhile (?:stocks?|supplies) last"
            r"|\b(?:order|buy|book|shop|save) (?:now|today|yours)"
            r"|\bfrom only|\bfor (?:just|only) [£$€]?\d|\bprices? (?:start|from)|\bnow only|\bsale (?:now on|ends"
            r"|starts)|\b(?:male|winter|summer|january|spring|big) sale\b"
            r"|\bcost of\b.{0,20}fraction|\bfraction of the cost|\bloyalty\b|\bplace your order|\bfor delivery\b"
            r"|\bonly (?:just )?[£$€] ?\d"
        ),
        words=words(
            "offer|price|discount|bargain|cheaper|special deal|valid|expire|%|stock|supplies|order now|order today"
            "|order yours|buy now|buy today|buy yours|book now|book today|book yours|shop now|shop today|shop yours"
            "|save now|save today|save yours|from only|for just|for only|only £|only $|only €|only just|now only"
            "|sale|fraction|loyalty|place your order|for delivery"
        ),
        must_match=(
            "Special offer! Free delivery if you order today",
            "Limited offer, get 50% off our dating service, reply YES",
            "Half price camera phone, call now",
            "Offer ends Sunday. Txt DEAL to 80555",
            "Your voucher is valid 12 hours only, claim it now",
        ),
        must_not_match=(
            "the DA made a new offer, five years instead of ten",
            "good time is half price for nothing",
            "everything at commissary went up 20% more",
            "loyalty is everything to me",
            "He called to order now and then",
        ),
    ),
    Rule(
        code="en.spam.act",
        category="spam",
        tier="advert",
        purpose="What the reader shall do at once: call, reply, click, join, subscribe.",
        score=0.4,
        pattern=(
            r"\b(?:call|txt|text|reply|ring|dial|phone|click|apply|register|sign up|join|order|shop|buy|chat|enter"
            r"|log on|subscribe) ?(?:now|today|here|2day|asap|immediately|free)\b"
            r"|\b(?:call|ring|phone|contact) (?:us|our|the|your) ?(?:back|now|customer|claims?|number|mobile|dating"
            r"|\d)|\b(?:reply|rply|replying|respond) (?:with|back|yes|by|to this|ans|now|[a-z]+ ?\d|to)\b"
            r"|\bjust (?:txt|text|send|call|reply|click|ring|dial)|\b(?:txt|text|message) back\b|\bclick (?:the|on"
            r"|this|below|link)\b|\bhit the link\b"
            r"|\b(?:go|log ?on|logon) ?(?:2|to|onto) (?:http|www|\w+\.(?:co|net))|\bvisit (?:our|www|http|us\b"
            r"|\w+\.)|\bfor (?:more )?info(?:rmation)?\b|\bto find out (?:more|who|why)"
            r"|\b2 find out|\bfind out (?:who|why|more) |\bsee (?:website|site)|\bapply for your"
            r"|\bwants? to know more|\bto (?:activate|verify|join|subscribe|enter|play|re-?schedule|register)\b"
            r"|\bsubscri\w+|\b(?:2|to) (?:reveal|bid)|\b(?:pls|please) (?:call|dial|ring|telephone|phone) |\btxt:"
            r"|\b(?:dm|inbox|whats ?app) me\b"
            r"|\btext:|\b(?:txt|text) [a-z]+ (?:for|2|4) "
        ),
        words=words(
            "goto|go2|onto|dm me|inbox me|app me|telephone |just |now|today|here|2day|asap|immediately|free|call |ring "
            "|phone |contact |reply|rply|respond|txt|text|send|click|dial|message back|hit the|log|visit |info"
            "|find out|see |apply for|wants to|want to|activate|verify|join|subscri|enter|play|schedule|register"
            "|reveal|bid|www|go to|go 2"
        ),
        must_match=(
            "Call now for your free gift, you were selected to win",
            "Click here to claim the reward you have won",
            "Just text YES to 80555",
            "Reply with your name to join our dating club, 18+",
            "Please call our claims line, you are awarded 500 pounds",
        ),
        must_not_match=(
            "Please call my mom and tell her I'm okay",
            "I want to join the group",
            "click here on the tablet and it freezes",
            "call us by our names, not numbers",
            "I applied today for the job in the kitchen",
        ),
    ),
    Rule(
        code="en.spam.dear",
        category="spam",
        tier="scam",
        purpose="A company writes to its customer.",
        score=0.5,
        pattern=(
            r"\b(?:dear|valued?|loyal|registered|our) (?:valued |loyal |registered )?(?:customers?|subscribers?"
            r"|users?|members?|voucher ?holders?|winner|sir or madam|beneficiary|network customer|mobile customer"
            r"|client)\b|\b(?:customer|customers) (?:services?|care|loyalty|support|announcement|rep\w*)\b"
            r"|\bcustomer[,:] (?:you|u|ur)"
            r"|\baccount (?:statement|number|balance|has been|is (?:suspended|locked|limited|blocked))|\b(?:unusual"
            r"|suspicious) (?:activity|login|sign)|\bidentifier code|\byour? (?:unique )?user id"
            r"|\b(?:verify|confirm) (?:your|ur)\b|\b(?:confirm|update) (?:your|ur) (?:account|details|bank|card"
            r"|identity|payment|billing|info\w*)|\byour? (?:parcel|package|delivery)\b"
            r"|\b(?:make a|missed|attempted|failed) deliver\w+|\bre-?schedule|\bcash[- ]balance|\b(?:update"
            r"|4) (?:for )?(?:\w+ )?(?:users?|customers?)\b|\b(?:orange|vodafone|o2|t-mobile|verizon|at&t"
            r"|network) (?:customer|user|numbers)\b"
            r"|\b(?:thanks for|thank you for) (?:using|your (?:order|purchase|subscri\w+))|\b(?:services?|club"
            r"|network) (?:provided by|has changed|now)\b|\bchat svc|\bthis service"
        ),
        words=words(
            "customer|subscriber|user|member|holder|winner|sir or|beneficiary|client|account|activity|login|sign"
            "|identifier|verify |confirm |update |parcel|package|deliver|schedule|balance|orange|vodafone|o2 "
            "|t-mobile|verizon|at&t|network|thanks for|thank you for|provided by|has changed|service now"
            "|services now|club now|network now|svc|this service"
        ),
        must_match=(
            "Dear customer, you have won a voucher",
            "As a valued member you get a free gift, call now to claim",
            "Urgent: your account has been locked. Click here to verify your details",
            "Missed delivery: pay the fee to reschedule, call 0900 555 0100",
            "Your parcel is waiting, click the link to pay: www.example.org",
        ),
        must_not_match=(
            "the package from my mom got sent back",
            "my commissary account is on hold, account balance zero",
            "I worked in customer service for years",
            "our members opened with a prayer",
            "your package came, brother",
        ),
    ),
    Rule(
        code="en.spam.call_number",
        category="spam",
        tier="advert",
        purpose="A free or dear business number to call.",
        score=0.4,
        pattern=(
            r"(?:\b|44)0(?:8(?:00|08|44|45|70|71|72)|9\d\d|7[07]\d)[ -]?\d(?:[ -]?\d){4,8}|\b44(?:8[047]|9\d"
            r"|7[07])\d{7}"
            r"|\b1[ -]?[89]00[ -]?\d{3}[ -]?\d{4}\b"
        ),
        words=words("080|084|087|09|070|077|448|449|447|180|190|1 8|1 9|1-8|1-9"),
        must_match=(
            "You have won! Call 0906 555 0100",
            "Free phone upgrade, call 0800 555 0199",
            "Cheap loans, bad credit welcome: 0871 555 0100",
            "Collect your prize, ring 09065550100",
            "Hot girls chat live, call 1-900-555-0199 now",
        ),
        must_not_match=(
            "The free line is 988",
            "I owe 8000 in fines",
            "it was 90 degrees in the unit",
            "count is at 0900 and 1600",
            "case 0912 is on the docket",
        ),
    ),
    Rule(
        code="en.spam.web",
        category="spam",
        tier="advert",
        purpose="A web address.",
        score=0.3,
        pattern=r"https?[: ]|\bwww\.|\b[a-z0-9-]{2,}\. ?(?:com|co\.uk|net|org|tv|info|biz|ly)\b",
        words=words(
            "http|www.|.com|. com|.co.uk|. co.uk|.net|. net|.org|. org|.tv|. tv|.info|. info|.biz|. biz|.ly|. ly"
        ),
        must_match=(
            "Claim your prize at www.example.org today, you have won",
            "Bad credit loans at example.com, apply now",
            "Free tones: www.example.net, 16+, 50p per week",
            "Work from home, click here: http://example.com/job",
            "Win cash at example.co.uk! T&Cs apply",
        ),
        must_not_match=(
            "my sister works at example.com",
            "the rules are on www.example.org",
            "we don't have http anything in here",
            "I read it on a .com site",
            "look at it. Come on",
        ),
    ),
    Rule(
        code="en.spam.adult",
        category="spam",
        tier="advert",
        purpose="Chat lines, dating services, secret admirers.",
        score=0.6,
        pattern=(
            r"\b(?:dating|chat|love|adult|admirer|match) (?:service|line|rooms?|svc|part(?:y|ies)|club|network"
            r"|singles)\b|\bsecret admirer|\bget laid\b|\bdogging\b|\bdoggin\b"
            r"|\b(?:hot|sexy|horny|lonely|single|naughty|exciting|russian|local|gay|busty|married) (?:\w+ )?(?:girls"
            r"|ladies|women|woman|singles|guys|chat|babes|moms)\b|\bsexy? ?chat\b"
            r"|\bxxx\b.{0,20}(?:pic|vid|film|chat|txt)|\b(?:xxx|filthy|explicit|hardcore|adult|nude|sexy) (?:pics?"
            r"|photos?|videos?|vids?|films?|sex|services?|chat|content|celeb)\b"
            r"|\bsomeone (?:u|you) (?:know|no)\b|\b(?:they|she|he|who) fanc(?:y|ies) (?:you|u)\b|\bwho (?:thinks"
            r"|fancies|likes) (?:u|ur|you)\b|\bno strings\b|\b(?:rude|hot|live|gay|dirty|121) chat\b"
            r"|\bfancy a (?:shag|chat)|\bchat (?:2|to|with) (?:hot|sexy|girls|singles)|\blooking (?:4|for) (?:fun"
            r"|saucy|love)|\blookin 4\b|\bwan(?:na|2|t to|t 2) (?:c|see) (?:my|pics)|\bfeelin\w* (?:kinda )?(?:lnly"
            r"|horny|lonely)"
            r"|\bsaucy\b|\bperfect partner|\bgigolo|\b(?:psychic|tarot|horoscope)s?\b"
        ),
        words=words(
            "dating|chat|love|adult|admirer|match|laid|dogg|girls|ladies|wom|singles|guys|babes|moms|xxx|filthy"
            "|explicit|hardcore|nude|sexy|someone|fanc|who thinks|who likes|no strings|looking |lookin |wanna|wan2"
            "|want |feelin|saucy|perfect partner|gigolo|psychic|tarot|horoscope"
        ),
        must_match=(
            "You have a secret admirer! Call 0906 555 0100",
            "Hot singles in your town, txt CHAT to 80555",
            "Someone you know wants to meet you, our dating service can tell: call now",
            "Sexy pics on your phone, 50p per pic",
            "Tarot tells your future, text STAR now, 18+",
        ),
        must_not_match=(
            "I met my wife on a dating service",
            "someone you know may be struggling tonight",
            "I was lonely and looking for love in the wrong places",
            "my ex reads horoscopes every day",
            "single women with kids have it hard out there",
        ),
    ),
    Rule(
        code="en.spam.money",
        category="spam",
        tier="scam",
        purpose="Loans, casinos, crypto, shares, quick earnings.",
        score=0.6,
        pattern=(
            r"\b(?:loans?|credit)\b.{0,30}\b(?:bad credit|any purpose|approved|welcome|guaranteed|no credit check"
            r"|instant)|\b(?:bad credit|payday loans?|instant loans?|debt free)\b"
            r"|\bcasinos?\b|\bfree spins|\bbetting\b|\b(?:bit ?coins?|crypto\w*|ethereum|forex|nft)\b"
            r"|\binvest(?:ment|ing|ors?|ed)? (?:opportunit\w+|plan|platform|now|today|in (?:bit|crypto)|\$?\d+)"
            r"|\bguaranteed?\b|\b(?:return|profit)s? (?:of|in) \d|\b(?:double|triple) your (?:money|cash|investment)"
            r"|\b(?:strong[- ]buy|nasdaq|penny stocks?|stock (?:pick|alert))\b|\bwork(?:ing)? from home\b"
            r"|\bearn (?:up to |extra |over )?[£$€]? ?\d+"
            r"|\bmake (?:up to )?[£$€] ?\d+|\b[£$€]? ?\d[\d,]* ?(?:k )?(?:a|per|every|/) ?(?:day|week"
            r"|month) (?:from home|guaranteed|easy|working|online|no exp\w*)|\b(?:easy|fast|quick|instant"
            r"|passive) (?:money|cash|income)\b"
            r"|\bno experience (?:needed|required|necessary)|\bfinancial freedom|\bbe your own boss|\bside hustle\b"
            r"|\bsupplement|\bmiracle (?:cure|pill)|\blose \d+ ?(?:lbs|pounds|kg|kilos)|\breplica|\bviagra"
        ),
        words=words(
            "loan|credit|debt free|casino|spins|betting|bitcoin|bit coin|crypto|ethereum|forex|nft|invest|guarantee"
            "|return|profit|double |triple |strong|nasdaq|stock|work|earn|make |day|week|month|easy|fast|quick"
            "|instant|passive|no experience|financial freedom|own boss|side hustle|supplement|miracle|lose |replica"
            "|viagra"
        ),
        must_match=(
            "Work from home and earn 500 a week, click here",
            "Loans for anyone, bad credit welcome, apply now",
            "Crypto makes you rich. Invest $50 today, profit guaranteed, limited offer",
            "Casino bonus waiting for you, claim it now",
            "Easy money, no experience needed, reply YES to join",
        ),
        must_not_match=(
            "easy money is what got me here",
            "I lost everything at the casino",
            "nothing is guaranteed, not even tomorrow",
            "My plan is to work from home after release",
            "I want to invest in myself",
        ),
    ),
    Rule(
        code="en.spam.weekly",
        category="spam",
        tier="advert",
        purpose="It comes every week, or costs an amount.",
        score=0.2,
        pattern=(
            r"[£€] ?\d|\bevery (?:wk|week)\b|\bweekly\b|\b\d+ ?pounds\b|\bcash\b|\b(?:\d{5})\b|\bthis (?:msg|message"
            r"|service)\b|\bfree ?msg|\bmobiles?\b|\blandline|\bland line|\bstop\b|\bcode\b|\b150\w*\b|\bcongrat(?:s"
            r"|ulations)\b"
        ),
        words=words(
            "£|€|wk|week|pounds|cash|0|1|2|3|4|5|6|7|8|9|msg|message|service|mobile|landline|land line|stop|code"
            "|congrat"
        ),
        must_match=(
            "You won 2,000 pounds! Call now, offer ends soon",
            "Cash prize! Reply YES to claim, T&Cs",
            "New tones every week, text TONE for more info, 16+",
            "A free gift for your mobile, reply to claim it this weekly draw",
            "Weekly love horoscope, txt STOP to end",
        ),
        must_not_match=(
            "we have weekly meetings",
            "I paid in cash",
            "stop lying to yourself",
            "Lord, £20 was all I had",
            "I go to church every week",
        ),
    ),
)

_TRICKS: Final[tuple[Rule, ...]] = (
    Rule(
        code="en.spam.double_money",
        category="spam",
        tier="scam",
        purpose="Send me money and you get more of it back.",
        pattern=(
            rf"\b(?:send|give|put|drop|transfer|pay|throw|wire|cash ?app|shoot)(?: (?:me|us|it|in|just|over|to|my"
            rf"|him))* {_MONEY}[^.!?;]{{0,40}}"
            r"\b(?:ill|i will|i can|ima|imma|im gonna|i double|we|well|to)(?: \w+){0,2} (?:double|triple|flip"
            r"|multiply|turn|send (?:you|u|back)|give (?:you|u) back|make it)"
            rf"|\b(?:ill|i will|i can|ima|imma|let me|i know how to|well|we can) (?:double|triple|flip) (?:your|ur"
            rf"|yo|any|that|yall|all your) ?(?:money|cash|{_MONEY})"
            r"|\b(?:cash ?app|money|paypal|card) flips?\b"
            r"|\b(?:turn|flip) (?:your )?\$? ?\d+(?: \w+)? (?:into|to) \$? ?\d"
            r"|\b(?:can|could|will|gonna) (?:double|triple|flip) (?:your|ur|yo|any|yall) (?:money|cash|bread)\b"
        ),
        words=words("double|triple|flip|multiply|turn|send |give |make it"),
        guards=(DENIED, _WARNED, LONG_AGO),
        must_match=(
            "send me 50 on cash app and I'll double it",
            "Put 100 on my books and I will flip it, no lie",
            "I can double your money by Friday",
            "cash app flips all day, hit me",
            "turn $50 into $500 today",
        ),
        must_not_match=(
            "he said send me 50 and I'll double it and I never saw it again",
            "Don't trust anyone who says they can double your money",
            "Give me a dollar and I'll make it to the store",
            "I turned my life around, I can flip pancakes now",
            "somebody promised to triple your money, right?",
            "Back then I would double your dose and call it love",
        ),
    ),
    Rule(
        code="en.spam.pay_me",
        category="spam",
        tier="scam",
        purpose="Pay me, or have your family pay, for a favour, a release or a thing that never comes.",
        pattern=(
            rf"\b(?:have|get|tell|ask) (?:your|ur|yo|yall) (?:family|mom|mama|people|peoples|wife|girl|sister|folks"
            rf"|ol lady|mother|brother)(?: to)? (?:send|pay|put|cash ?app|zelle|wire|drop|transfer"
            rf"|buy)[^.!?;]{{0,40}}\b(?:me|my|us|our|this (?:number|account|tag)|{_APP})\b"
            rf"|\b(?:send|cash ?app|zelle|venmo|wire|pay)(?: me| us| my \w+| just| only| a"
            rf"| the)* {_MONEY}[^.!?;]{{0,30}}\b(?:and|so|then|for|to) (?:ill|i will|i can|we can|ima|imma|well|i)"
            r" (?:get|file|write|do|fix|handle|take care|make|help|put|send|talk|hook)"
            rf"|\b(?:send|put|drop|load) (?:me |us )?{_MONEY} (?:on|to|in|into|through|by|via) (?:my|our|this) {_APP}"
            r"|\b(?:buy|get|send) (?:me |us )?(?:a |an |some |\w+ )?(?:gift ?cards?|green ?dots?|prepaid cards?"
            r"|vanillas?)\b[^.!?;]{0,30}\b(?:code|numbers?|back|send|me)\b"
        ),
        words=words(
            "have y|have ur|get y|get ur|tell y|tell ur|ask y|ask ur|send|cash app|cashapp|zelle|venmo|wire|pay|put "
            "|drop |load |gift|green dot|greendot|prepaid|vanilla"
        ),
        guards=(DENIED, _WARNED, LONG_AGO, _SOMEBODY_DOES),
        must_match=(
            "have your mom send 40 to my cash app and you get a full bag of commissary",
            "Send me 100 and I'll get your case back in court",
            "put 50 on my books",
            "tell your people to zelle me tonight",
            "buy a gift card and send me the code",
        ),
        must_not_match=(
            "my mom put 50 on my books and I cried",
            "tell your mom to send you some pictures",
            "he said have your wife send it to my account, that's how they get you",
            "Don't ever send 50 to my account, it's locked",
            "I'll get my sister to send me books to read",
            "have your family pay for the ticket home",
        ),
    ),
    Rule(
        code="en.spam.personal_data",
        category="spam",
        tier="scam",
        purpose="Asks for a PIN, a password, a social security or a card number.",
        pattern=(
            r"\b(?:send|give|tell|dm|drop|inbox|need|share|type|enter|provide|whats|confirm|put)(?: (?:me|us|in|here"
            r"|just|is|with|over|your full name and|name and|down))* (?:your|ur|yo|yall|yalls) (?:full |tablet "
            r"|phone |jpay |gtl |securus |bank |debit |inmate |card |account |login |email |routing "
            r"|commissary )*(?:pin(?: (?:number|code))?|password|passcode|social(?: security(?: number)?)?|ssn"
            r"|card number|account number|routing number|debit card|log ?in|security (?:code|number)|bank (?:info"
            r"|details|number))\b"
        ),
        words=words("pin|pass|social|ssn|number|card|login|log in|security|bank"),
        guards=(
            _NEVER,
            _WARNED,
            Guard(
                "someone who may ask",
                AFTER,
                r" skills|[^.!?;]{0,20}\b(?:to nobody|to anybody|to anyone|to the (?:counselor|nurse|judge|clerk"
                r"|staff)|on (?:the|your) (?:form|application))\b",
            ),
        ),
        must_match=(
            "send me your social and I can get you the stimulus",
            "Give me your PIN and I'll fix your tablet",
            "I need your tablet password to add credits",
            "dm your ssn and full name for the settlement",
            "whats your pin number bro, ill put minutes on it",
        ),
        must_not_match=(
            "don't give your PIN to anybody",
            "they need your social on the form",
            "I forgot my password again",
            "never tell your pin, not even to your cellie",
            "put your social skills to use",
        ),
    ),
    Rule(
        code="en.spam.legal_help",
        category="spam",
        tier="scam",
        purpose="Sells freedom: an appeal, a pardon, an early release for money or at once.",
        pattern=(
            r"\b(?:i|we|my (?:guy|man|people|cousin|lawyer)|this (?:guy|firm|lawyer|lady)) (?:can|will|could) (?:get"
            r"|have) (?:you|u|anybody|anyone|(?:your|ur|anybodys|anyones) (?:time|sentence|case)) (?:out|released"
            r"|home|off|paroled?|a pardon|cut|reduced|dropped|commuted|clemency)[^.!?;]{0,40}\b(?:for|if you (?:pay"
            r"|send)|\$ ?\d+|\d+ (?:dollars|bucks)|guaranteed?|fee|retainer|deposit|hit me up|hmu|dm|inbox)\b"
            r"|\b(?:guaranteed|100 ?%|easy|instant) (?:release|parole|pardon|appeal|clemency|time cut"
            r"|sentence reduction)\b"
            r"|\b(?:pardon|clemency|time cut|appeal|early release|sentence reduction|motion"
            r"|writ)s?(?: \w+){0,4} (?:only|just|for(?: only| just)?) (?:\$ ?\d+|\d+ (?:dollars|bucks|soups|stamps"
            r"|books of stamps))"
        ),
        words=words(
            "get you|get u |get any|have you|have u |have any|release|parole|pardon|appeal|clemency|time cut"
            "|sentence|motion|writ"
        ),
        guards=(DENIED, _WARNED, LONG_AGO),
        must_match=(
            "I can get you out for $500, my cousin is a lawyer",
            "guaranteed release, ask me how",
            "this firm can get your sentence reduced for a small fee",
            "I write motions for 20 dollars",
            "we can get you a pardon if you pay the deposit",
        ),
        must_not_match=(
            "nobody can get you out but you",
            "my lawyer can get your statement tomorrow",
            "the appeal took four years",
            "I got out for the funeral of my mom",
            "Beware, people say we can get you out for a fee",
        ),
    ),
    Rule(
        code="en.spam.too_good",
        category="spam",
        tier="scam",
        purpose="Easy money, free phones or grants for whoever writes back.",
        pattern=(
            r"\b(?:dm|inbox|message|msg|text|hmu|hit me up|holla at|kite|write|hit|contact)(?: me| us"
            r"| my \w+)?(?: up)?(?: now| today)? (?:to|2|if (?:you|u|yall) (?:want|wanna|tryna|trying|need)(?: to)?"
            r"|for)(?: (?:earn|make|get|start|receive|win|claim|some|a|your|that|the|this|easy|quick|fast|real|free"
            r"|extra|big))* (?:money|cash|bread|\$ ?\d+|stimulus|grants?|loans?|paid|rich|settlement|free phones?"
            r"|\d+ a (?:week|day|month))\b"
            r"|\b(?:earn|make|get|making|earning) (?:up to )?\$? ?\d[\d,]*(?: dollars| bucks| usd)? (?:a|per|every"
            r"|each) (?:day|week|month|hour)[^.!?;]{0,40}\b(?:ask me|dm|inbox|hit me|hmu|message me|from home"
            r"|from your (?:cell|bunk|tablet|phone)|no (?:work|experience)|easy|guaranteed|click)\b"
            r"|\b(?:free|easy) (?:phones?|iphones?|government phones?|money|stimulus|grants?"
            r"|commissary)\b[^?;]{0,40}\b(?:dm|inbox|hit me|hmu|sign up|ask me how|reply|click|text me|send me)\b"
        ),
        words=words(
            "money|cash|bread|$|stimulus|grant|loan|paid|rich|settlement|phone| day| week| month| hour|commissary"
        ),
        guards=(DENIED, _WARNED, LONG_AGO),
        must_match=(
            "dm me to earn some real cash",
            "Make $300 a day from your bunk, ask me how",
            "free phone for everybody, just sign up with me",
            "hit me up if you want to get that stimulus",
            "inbox me if you want easy money",
        ),
        must_not_match=(
            "I used to text him for money every week",
            "I make 40 a month in the kitchen",
            "we get a free phone call on Sunday, message me the time",
            "Somebody told me dm me for easy money and I walked away",
            "write me if you need to talk",
        ),
    ),
    Rule(
        code="en.spam.chain",
        category="spam",
        tier="chain",
        purpose="Pass this on, or something bad (or good) will happen.",
        pattern=spell(
            r"\b(?:pass|forward|repost|re-?send|copy)(?: (?:this|it|these|that))?(?: (?:message|prayer|letter|text"
            r"|kite|on|along|around|out)){0,3} to (?:at least |exactly |another )?(?:{MANY})\b"
            r"|\b(?:send|share|post|write)(?: (?:this|it|these))(?: (?:message|prayer|letter|text|kite"
            r"|on)){0,2} (?:to|with) (?:at least |exactly |another )?(?:{MANY})\b[^!?;]{0,50}\b(?:or (?:you|lose"
            r"|have|get|bad|else"
            r"|something)|luck|bless\w*|miracle|curse\w*|chain|good news|within|before midnight|in \d+ (?:days|hours"
            r"|minutes))\b"
            r"|\bdo(?:nt| not) (?:break|stop|ignore) (?:this|the) (?:chain|prayer chain|prayer letter|message)"
            r"|\b(?:break|breaks|broke) the chain\b[^!?;]{0,40}\b(?:luck|die\w*|curse\w*|years?|bad)\b"
            r"|\b(?:bad luck|cursed|misfortune|will die)\b[^!?;]{0,40}\bif (?:you|u) (?:dont|do not|break|ignore"
            r"|delete|stop)(?: \w+){0,2} (?:this|it|pass|send|forward|share|chain)"
            r"|\bif (?:you|u) (?:dont|do not|ignore|delete)(?: \w+)? (?:send|forward|pass|share|repost)?(?: ?(?:this"
            r"|it))[^!?;]{0,50}\b(?:bad luck|cursed?|misfortune|something bad|years? of)\b"
            r"|\bchain (?:letter|prayer|message)\b[^!?;]{0,30}\b(?:pass|send|forward|share)|\bcopy and paste this\b"
            r"|\brepost (?:this )?(?:or|if you|to your)\b",
            {"MANY": _MANY},
        ),
        words=words(
            "pass|send|forward|share|copy|post|paste|text|write|break|chain|stop|ignore|luck|cursed|curse|misfortune"
            "|something bad|years of|year of|will die|delete"
        ),
        guards=(DENIED,),
        must_match=(
            "Pass this on to 10 people or you will have bad luck",
            "Send this prayer to seven friends and a miracle will come tonight",
            "don't break the chain, brothers",
            "If you ignore this message, seven years of bad luck",
            "copy and paste this on every board",
            "forward it to everyone you know before midnight",
        ),
        must_not_match=(
            "I want to break the chain of addiction in my family",
            "send this letter to my lawyer and keep the copy",
            "pass it on to Ms. Hill, please",
            "share with two others at your table what you feel today",
            "I broke the chains that held me",
            "it was bad luck, that's all",
        ),
    ),
    Rule(
        code="en.spam.for_sale",
        category="spam",
        tier="advert",
        purpose="The writer offers wares or services for money, stamps or soups.",
        pattern=(
            r"\b(?:im|i am|were|we are|still) (?:selling|taking orders)\b[^.!?;]{0,50}(?:\$ ?\d|\b(?:\d+|two|three"
            r"|four|five|ten) (?:dollars|bucks|soups?|stamps?|books?|honey ?buns?|ramens?|bags?)|\b(?:each|hit me up"
            r"|hmu|dm|inbox|let me know|come see me|holla|who wants|cheap)\b)|(?:\$ ?\d+|\b(?:\d+|two|three|four"
            r"|five|ten) (?:soups?|stamps?|dollars|bucks|ramens?|honey ?buns?)) (?:each|apiece|a piece|a pop"
            r"|per \w+)\b[^.!?;]{0,40}\b(?:hit me up|hmu|dm|inbox|let me know|come see me|holla|who wants|order)"
            r"|\b(?:follow|subscribe to|check out|like|visit) my (?:new )?(?:page|channel|instagram|ig|youtube"
            r"|tik ?tok|only ?fans|website|mixtape|merch|music|onlyfans|store)\b"
            r"|\b(?:taking orders|commissions? open|now hiring|for rent|for sale)\b[^.!?;]{0,40}(?:\$ ?\d"
            r"|\b(?:hit me up|hmu|dm|inbox|let me know|come see me|holla|apply|call|text|order)\b)"
        ),
        words=words(
            "selling|taking orders|each|apiece|a piece|a pop|per |my page|my new|my channel|my instagram|my ig"
            "|my youtube|my tik|my only|my web|my mixtape|my merch|my music|my store|commission|hiring|for rent"
            "|for sale"
        ),
        guards=(DENIED, LONG_AGO),
        must_match=(
            "I'm selling portraits, 5 stamps, hit me up",
            "Birthday cards two soups each, let me know",
            "follow my page when you get out",
            "Taking orders for belts, hmu",
            "check out my new mixtape",
        ),
        must_not_match=(
            "I was selling portraits for stamps back in county",
            "soups are two dollars each now",
            "they put the house up for sale when I left",
            "I'm selling myself short every day",
            "buy my book club a coffee, haha",
        ),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_SIGNALS, *_TRICKS)
