"""Links: addresses on the web, as they are written and as they are said."""

from typing import Final

from moderation.screening.rules.base import AFTER, BEFORE, INSIDE, Guard, Rule, words

#: Endings that are no word of either language, so that a missing space behind a full stop makes no link.
_ENDINGS: Final = "com|net|org|edu|gov|gg|ly|info|app|xyz|biz|tv|io|dev|click|shop|mx|ar|cl|uk|ru|cn|de|fr|br|eu|ca"
_HOSTS: Final = (
    r"t\.me|wa\.me|m\.me|paypal\.me|cash\.me|cash\.app|venmo\.com|linktr\.ee|bit\.ly|goo\.gl|youtu\.be|fb\.me|is\.gd"
    r"|tinyurl|discord\.gg|discord\.com/invite|onlyfans\.com|allmylinks|beacons\.ai"
)
#: Places that anybody may name: crisis lines, recovery, the state.
_PUBLIC: Final = Guard(
    "a public service",
    INSIDE,
    r"(?:aa|na|988lifeline|smartrecovery|al-anon|thehotline|rainn|suicidepreventionlifeline|crisistextline|intherooms"
    r"|celebraterecovery|goodwill|salvationarmy|redcross|telefonodelaesperanza)\.org|\.gov\b|\.gob\.|\.edu\b",
)
#: Names that everybody knows, without a page behind them.
_FAMOUS: Final = Guard(
    "a famous name",
    INSIDE,
    r"^(?:www ?\. ?)?(?:facebook|tumblr|youtube|google|amazon|twitter|instagram|tiktok|netflix|wikipedia|yahoo"
    r"|gmail|hotmail|craigslist|ebay|indeed|reddit|linkedin|ask|match|walmart) ?(?:\.| dot | punto ) ?(?:com"
    r"|org)(?:[^/a-z0-9]|$)",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.link",
        category="contact_info",
        tier="link",
        purpose="An address on the web.",
        pattern=rf"\bhttps? ?: ?/ ?/ ?\S+|\bwww ?\. ?[a-z0-9-]+ ?\. ?\S+|\b(?:{_HOSTS})(?:/\S*)?"
        rf"|\b[a-z0-9][a-z0-9-]{{1,62}}(?:\.[a-z0-9-]{{2,62}})*\.(?:{_ENDINGS})\b(?:/\S*)?",
        words=words(
            "http|www|t.me|a.me|m.me|l.me|h.me|h.app|linktr|bit.ly|goo.gl|youtu.be|fb.me|is.gd|tinyurl|allmylinks"
            "|beacons|" + "|".join(f".{ending}" for ending in _ENDINGS.split("|"))
        ),
        guards=(_PUBLIC, _FAMOUS, Guard("part of an e-mail address", BEFORE, r"@")),
        must_match=(
            "look at https://example.com/ana",
            "www.example.org",
            "my page example.com",
            "t.me/ana_r",
            "discord.gg/example",
            "paypal.me/ana",
            "visita ejemplo.com.mx",
        ),
        must_not_match=(
            "find meetings on aa.org",
            "see 988lifeline.org or samhsa.gov",
            "we won 3.com",
            "ok.me too",
            "I bought it on amazon.com last year",
            "I got out.it was hard",
        ),
    ),
    Rule(
        code="contact.link_said",
        category="contact_info",
        tier="link",
        purpose="An address on the web with its dot said as a word, or where to find it.",
        pattern=r"\b[a-z0-9-]{2,40} ?[(\[{]?(?: |[(\[{*_-])(?:dot|punto)(?: |[)\]}*_-])[)\]}]? ?(?:com|net|org|gg"
        r"|io|ly|me/\S+)\b|\b(?:link|enlace|liga) (?:is )?(?:in|en) (?:my |mi |the |la )?(?:bio|profile|perfil)\b"
        r"|\b(?:check out|visit|look at|see|visita|entra a|mira|chequen?) (?:my|our|mi|nuestra) (?:web ?site"
        r"|web|site|blog|web page|you ?tube(?: channel)?|channel|canal|pagina(?: web)?|podcast|only ?fans)\b"
        r"|\bgoogle (?:me|my name)\b",
        words=words(
            "dot|punto|bio|profile|perfil|web|site|blog|you tube|youtube|channel|canal|pagina|podcast|fans|google m"
        ),
        guards=(
            _FAMOUS,
            Guard("part of an e-mail address", BEFORE, r"(?:\bat|\barroba|@)\W*"),
            Guard("the crisis of those years", INSIDE, r"^(?:the|a|big|old|el|un|los|las) "),
            Guard("the crisis of those years", AFTER, r" (?:boom|bubble|bust|crash|era|days|guy)"),
        ),
        must_match=(
            "go to example dot com",
            "ejemplo punto com",
            "link in my bio",
            "check out my website",
            "example (dot) org",
            "visita mi página",
        ),
        must_not_match=(
            "I lost my job in the dot com crash",
            "we start at nine on the dot com on",
            "llegó a un punto como nunca",
            "I go to my channel class",
            "look at my life",
            "lo vi en youtube punto com",
        ),
    ),
)
