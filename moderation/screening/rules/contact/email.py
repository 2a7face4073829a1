"""E-mail addresses, as they are written and as they are said, English and Spanish."""

from typing import Final

from moderation.screening.rules.base import INSIDE, Guard, Rule, spell

_PIECES: Final = {
    "AT": r" ?@ ?| ?[(\[{<_*] ?(?:at|arroba|@) ?[)\]}>_*] ?| (?:arroba|a ?rroba) ",
    "DOT": r" ?\. ?| ?[(\[{<_*] ?(?:dot|punto|\.) ?[)\]}>_*] ?| (?:dot|punto|period) ",
    "SAID_DOT": r" ?[(\[{<_*] ?(?:dot|punto|\.) ?[)\]}>_*] ?| (?:dot|punto|period) ",
    "MAIL": r"gmail|g mail|hotmail|yahoo|outlook|icloud|aol|proton ?mail|proton|ymail|live|msn|gmx|zoho|mail",
    "TLD": r"com|net|org|edu|gov|info|io|me|co|us|es|mx|ar|cl|pe|uk|biz|app|email|example|fr|de",
    "COUNTRY": r"[a-z]{2}|xyz|site|online|live|tech|club|shop",
}
_NOT_A_NAME: Final = Guard(
    "a place, not a name",
    INSIDE,
    r"^(?:work\w*|look\w*|shop\w*|buy|bought|order\w*|found|find|apply|applied|appl\w*|job|site|page"
    r"|go|went|online|read|see|saw|watch\w*) ",
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="contact.email",
        version=2,
        category="contact_info",
        tier="email",
        purpose="An e-mail address as it is written.",
        pattern=r"[a-z0-9][a-z0-9._%+-]{0,63} ?@ ?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,4}\.[a-z]{2,24}",
        words=("@",),
        must_match=(
            "write me: ana.r@example.org",
            "Mi correo es ANA_R@Ejemplo.es",
            "ana@exam\u200bple.org",
            "ana @ example.com",
        ),
        must_not_match=("meet @ 5.30", "@ana is here", "3 apples @ $1.50 each"),
    ),
    Rule(
        code="contact.email_said",
        version=2,
        category="contact_info",
        tier="email",
        purpose="An e-mail address with its signs said as words: at, arroba, dot, punto.",
        pattern=spell(
            r"\b(?:[a-z0-9]{1,30} (?:dot|punto) )?[a-z0-9][a-z0-9._-]{0,63}{AT}(?:[a-z0-9-]{1,63}(?:{DOT}{TLD}"
            r"|{SAID_DOT}{COUNTRY})|gmail|hotmail|yahoo|outlook|icloud|proton ?mail)\b",
            _PIECES,
        ),
        words=("arroba", "rroba", "@", "(", "[", "{", "<", "_", "*"),
        must_match=(
            "ana arroba ejemplo punto com",
            "ana [at] example [dot] org",
            "ana (at) example.com",
            "ana.r arroba gmail.com",
            "ana@example dot com",
            "ana (at) ejemplo (dot) hu",
            "ana_r @ gmail",
        ),
        must_not_match=("we meet (at noon) on the dot", "una arroba de papas y punto"),
    ),
    Rule(
        code="contact.email_spoken",
        version=2,
        category="contact_info",
        tier="email",
        purpose="The same with a bare “at”, which is also an ordinary word.",
        pattern=spell(
            r"\b(?:[a-z0-9]{1,30} (?:dot|punto) )?[a-z0-9][a-z0-9._-]{0,63} at"
            r" (?:[a-z0-9-]{1,63}{SAID_DOT}{TLD}|{MAIL}(?:{DOT}| ){TLD})\b",
            _PIECES,
        ),
        words=(" at ",),
        guards=(_NOT_A_NAME,),
        must_match=(
            "ana at example dot com",
            "ana22 at gmail.com",
            "ana dot r at hot-mail dot com",
            "ana22 at gmail com",
        ),
        must_not_match=("I work at example dot com", "look at it. Come on", "we eat at noon. me too"),
    ),
    Rule(
        code="contact.email_provider",
        version=2,
        category="contact_info",
        tier="email",
        purpose="A name said together with a mail provider, without any sign between.",
        pattern=spell(
            r"\b(?:(?:my|mi) (?:e-?mail|correo|gmail|hotmail|yahoo|outlook)(?: address| electronico)?(?: is| es)"
            r"|(?:e-?mail|correo|gmail|hotmail|yahoo|outlook)(?: address|"
            r" electronico)? ?[:=]) ?[a-z0-9]*[0-9._][a-z0-9._]*[a-z0-9]|\b[a-z0-9._]{3,64} (?:gmail|hotmail|yahoo"
            r"|outlook|icloud|protonmail){DOT}(?:com|es|net)\b",
            _PIECES,
        ),
        words=("mail", "correo", "yahoo", "outlook", "icloud"),
        must_match=("my gmail is ana.r22", "mi correo es ana_r", "ana22 gmail dot com"),
        must_not_match=("my email is broken", "mi correo es privado", "they read my mail."),
    ),
    Rule(
        code="contact.email_other_signs",
        category="contact_info",
        tier="email",
        purpose="An e-mail address with another sign in the place of @ and the dot.",
        pattern=r"\b[a-z0-9][a-z0-9._-]{1,63}[$#%&*!~^][a-z0-9-]{2,63}[$#%&*!~^_](?:com|net|org|es|mx)\b",
        words=tuple(f"{sign}{ending}" for sign in "$#%&*!~^_" for ending in ("com", "net", "org", "es", "mx")),
        must_match=(
            "ana$example$com",
            "mail: ana.r#example#org",
            "ana%ejemplo%mx",
            "ana*example*net",
            "ana&example_com",
        ),
        must_not_match=("a$ap and co$com", "50%off", "it cost me 20$ and 30$", "*he comes* in late", "f*ck*come on"),
    ),
)
