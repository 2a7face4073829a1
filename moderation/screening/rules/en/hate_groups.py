"""English: what people are, by kind, as tables of names; and the slurs for them.

A name alone is never a reason for anything. Literals only, so that each table is a pattern and a first pass too.
"""

from typing import Final

from moderation.screening.rules.base import words

#: Said before *people*, *guys*, *women*; most of them nouns too, which the next tables say.
_SKIN: Final = words("black|white|brown|colored|coloured|dark skinned|light skinned|biracial|mixed race|nonwhite")
_ORIGIN: Final = words(
    "african|asian|arab|arabic|mexican|latino|latina|latinx|hispanic|chicano|puerto rican|cuban|dominican|haitian"
    "|jamaican|salvadoran|honduran|guatemalan|colombian|venezuelan|brazilian|peruvian|ecuadorian|nicaraguan|chinese"
    "|japanese|korean|vietnamese|filipino|thai|cambodian|hmong|indian|pakistani|bangladeshi|afghan|iraqi|iranian"
    "|persian|syrian|lebanese|palestinian|israeli|saudi|egyptian|moroccan|algerian|turkish|kurdish|somali|nigerian"
    "|ethiopian|sudanese|kenyan|ghanaian|congolese|russian|ukrainian|polish|romanian|albanian|serbian|irish|italian"
    "|german|french|spanish|greek|bulgarian|roma|romani|gypsy|middle eastern|south asian|east asian|eastern european"
    "|foreign|immigrant|migrant|refugee|undocumented|native|indigenous|aboriginal|samoan|hawaiian"
)
_FAITH: Final = words(
    "muslim|islamic|jewish|christian|catholic|hindu|buddhist|sikh|mormon|protestant|atheist|pagan|rastafarian"
)
_LOVE: Final = words(
    "gay|lesbian|bisexual|homosexual|queer|lgbt|lgbtq|trans|transgender|transgendered|transsexual|transexual"
    "|nonbinary|non binary|intersex|asexual|pansexual|genderqueer"
)
_BODY: Final = words(
    "disabled|handicapped|autistic|deaf|blind|wheelchair bound|mentally ill|schizophrenic|bipolar|epileptic|crippled"
    "|retarded|elderly|pregnant|homeless|obese|hiv positive|special needs|overweight"
)
ADJECTIVES: Final = (*_SKIN, *_ORIGIN, *_FAITH, *_LOVE, *_BODY)

#: Nouns with a plural in -s.
_NOUNS: Final = words(
    "black|white|negro|african|asian|arab|mexican|latino|latina|hispanic|chicano|puerto rican|cuban|dominican|haitian"
    "|jamaican|salvadoran|honduran|guatemalan|colombian|venezuelan|brazilian|filipino|indian|pakistani|afghan|iraqi"
    "|iranian|syrian|palestinian|israeli|saudi|egyptian|moroccan|algerian|turk|kurd|somali|nigerian|ethiopian|kenyan"
    "|russian|ukrainian|romanian|albanian|serbian|italian|german|foreigner|immigrant|migrant|refugee|asylum seeker"
    "|illegal alien|native american|african american|asian american|mexican american|aboriginal|moslem|muslim|jew"
    "|islamist|christian|catholic|hindu|buddhist|sikh|mormon|atheist|gay|lesbian|bisexual|homosexual|homo|queer|trans"
    "|transgender|transsexual|transexual|crossdresser|transvestite|female|autistic|schizophrenic|feminist"
)
_IRREGULAR_MANY: Final = words(
    "women|gypsies|illegals|blackies|wheelchair users|people of color|people of colour|people with disabilities"
    "|people with disability|people in wheelchairs|people with autism|people with down syndrome"
    "|people on the spectrum|old people|old folks|fat people|fat women|trans women|trans men"
)
#: Many, with an article: *the disabled*.
_WITH_THE: Final = words("disabled|handicapped|chinese|japanese|vietnamese|irish|elderly|mentally ill|homeless")
_IRREGULAR_ONE: Final = words(
    "woman|gypsy|person of color|person of colour|person with a disability|person with disabilities|trans woman"
    "|trans man|fat person|person with autism|old person"
)
#: What they are called to hurt, with a plural in -s. None of these has a harmless everyday sense.
_SLURS: Final = words(
    "nigger|sand nigger|jigaboo|jiggaboo|porch monkey|pickaninny|darkie|spearchucker|kike|heeb|wetback|beaner|gook"
    "|chinaman|zipperhead|slant eye|raghead|towelhead|camel jockey|camel fucker|goat fucker|muzzie|muzrat|mudslime"
    "|rapefugee|paki|injun|redskin|half breed|halfbreed|white trash|wigger|honky|honkie|polack|dago|pikey|gyppo"
    "|faggot|fag|poofter|sodomite|dyke|bulldyke|bulldagger|carpet muncher|rug muncher|fudge packer|butt pirate|tranny"
    "|trannie|shemale|she male|ladyboy|heshe|troon|chick with a dick|retard|mongoloid|spastic|cripple|spaz"
    "|window licker"
)
_SLURS_ONE: Final = (*_SLURS, *words("spic|chink|coon|jihadi|mong|jap|wop"))
_SLURS_MANY: Final = words("trannies|spics|chinks|coons|darkies|jihadis|mongs|wops")
#: For women; too common in anger at one person to count as a group's name.
WOMEN: Final = words("bitch|slut|whore|hoe|cunt|skank|thot|slag|hooker")


_FOLK_MANY: Final = (
    "people|peoples|persons|folks|folk|ppl|ppls|men|women|guys|dudes|girls|boys|kids|males|females|individuals|chicks"
    "|ladies|communities|families|children|couples|inmates|workers|students|cultures?|races?|{EN_MANY}"
)
_FOLK_ONE: Final = "person|man|woman|guy|dude|girl|boy|kid|male|female|individual|chick|lady|couple|race|{EN_ONE}"


def _several(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name}s" for name in names)


_ALL_LOVES: Final = words("lgbt|lgbts|lgbtq|lgbtqs|lgbti|lgbtiq|lgbtqi|lgbtqia")
_ONE: Final = (*_NOUNS, *_IRREGULAR_ONE, *_SLURS_ONE)
_SLURS_ALL: Final = (*_several(_SLURS), *_SLURS_MANY)
#: The kinds that patterns tell apart.
KINDS: Final = {
    "EN_ADJ": (*ADJECTIVES, "female", *_SLURS_ONE),
    "EN_ONE": _ONE,
    "EN_MANY": (*_several(_NOUNS), *_IRREGULAR_MANY, *_SLURS_ALL, "trans", *_ALL_LOVES),
    "EN_WHO": (*_ONE, *_several((*_NOUNS, *_SLURS_ONE)), *_IRREGULAR_MANY, *_SLURS_MANY, *_ALL_LOVES),
    "EN_WITH_THE": _WITH_THE,
    "EN_SLUR": _SLURS_ONE,
    "EN_SLURS": _SLURS_ALL,
}
#: Said of people, or with another sense, in patterns too: they stay words.
PLAIN: Final = words("women|woman|female|females|white|whites|retarded|mentally ill|retard|retards|christians")
PIECES: Final = {
    "ADJ": "{EN_ADJ}",
    "SLUR": "{EN_SLUR}",
    "SLURS": "{EN_SLURS}",
    "WOMEN": "|".join(WOMEN),
    "MANY": rf"{{EN_ADJ}} (?:{_FOLK_MANY})|the {{EN_WITH_THE}}|{{EN_MANY}}",
    "WHO": rf"{{EN_ADJ}} (?:{_FOLK_MANY}|{_FOLK_ONE})|the {{EN_WITH_THE}}|{{EN_WHO}}",
    "ONE": rf"{{EN_ADJ}} (?:{_FOLK_ONE})|{{EN_ONE}}",
    # Without the apostrophe: *a womans opinion*.
    "OWNER": rf"{{EN_ADJ}} (?:{_FOLK_ONE})s|{{EN_MANY}}|womans|womens|gypsys",
}


def _shortest(literals: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that hold another one: whatever holds the longer holds the shorter."""
    kept: list[str] = []
    for literal in sorted(set(literals), key=lambda each: (len(each), each)):
        if not any(shorter in literal for shorter in kept):
            kept.append(literal)
    return tuple(kept)


#: Every name of a group holds one of these.
SLUR_WORDS: Final = _shortest((*_SLURS_ONE, *_SLURS_MANY))
GROUP_WORDS: Final = _shortest((*ADJECTIVES, *_NOUNS, *_IRREGULAR_MANY, *_IRREGULAR_ONE, *_SLURS_ONE, *_SLURS_MANY))
