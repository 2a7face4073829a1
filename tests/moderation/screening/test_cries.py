"""Cries for help: who is told at once, what goes to the desk, and what these rooms say without being flagged."""

import pytest

from .texts import findings, verdict

#: About to end their life: a named person is told.
AT_ONCE = [
    "I'm gonna hang it up in my cell tonight",
    "if they deny my parole I'm killing myself",
    "been saving my meds, got enough to end it",
    "lowkey about to kill myself fr",
    "I'm scared to die and still I want to kill myself",
    "voy a colgarme en la celda esta noche",
    "ya decidí quitarme la vida",
    "kiero matarme, ya no aguanto",
    "no quise decir nada antes. Hoy me mato",
    "estoy juntando pastillas para tomármelas todas",
]
#: To be seen, but nobody is woken for it.
FOR_THE_DESK = [
    "I keep thinking about killing myself",
    "not a big deal but I want to die",
    "if I died in here nobody would notice",
    "my kids would be better off without me",
    "I wanna go to sleep and never wake up",
    "I want to be with my mom in heaven",
    "I'd rather die than do another ten years",
    "relapsed on cutting last night",
    "in theory, how would someone overdose",
    "my cellie says he will hang himself",
    "sometimes I want to kill myself",
    "I'm scared I might kill myself",
    "pienso mucho en el suicidio",
    "si me muero nadie se da cuenta",
    "prefiero morirme a seguir así",
    "quisiera irme con mi mamá al cielo",
    "volví a cortarme",
    "ya no kiero vivir",
    "mi compa dice que se va a colgar",
    "ya no aguanto más",
    "soy una carga para mi familia",
]
#: Recovery, remorse, figures of speech, another person's story, the way home.
NOT_A_CRY = [
    "two years since my attempt and I want to live",
    "I used to think everyone would be better off without me",
    "back in county I tried to hang myself, that was six years ago",
    "I wrote a goodbye letter to heroin in group",
    "they asked if I had thoughts of hurting myself and I said no",
    "I have to die to myself every day, like the Book says",
    "I punish myself for what I did",
    "I'd rather die than snitch",
    "tomorrow is my last day, giving away my commissary",
    "goodbye everyone, I made parole, I'm so done here",
    "I have to take all my meds at pill call every day",
    "I'm going to die in here with this sentence",
    "I don't want to wake up early",
    "I hate myself for using again",
    "can't take this noise anymore",
    "me quiero matar jajaja",
    "que guapo, me quiero morir",
    "perdí el celular, me quiero morir",
    "hace cinco años intenté matarme y aquí sigo",
    "llevo un año sin cortarme",
    "le escribí una carta de despedida a mi adicción",
    "me odio por lo que les hice",
    "no puedo vivir sin ti",
    "hoy es mi último día, ya me voy a mi casa",
    "no quiero seguir así, voy a cambiar",
    "en el patio quieren matarme",
    "me corté la mano con una lata",
]
#: Signs that are ordinary by themselves and say something together.
SIGNS = [
    ("I hate myself", "I can't do this anymore"),
    ("I feel hopeless", "I'm just a burden"),
    ("goodbye everyone", "I'm sorry for everything"),
    ("I gave away my stuff", "I won't need my stuff much longer"),
    ("me siento vacío", "ya no puedo más"),
    ("adiós para siempre", "estoy cansado de todo"),
]


def _self_harm(text):
    return {finding.tier for finding in findings(text) if finding.category == "self_harm"}


@pytest.mark.parametrize("text", AT_ONCE)
def test_whoever_is_about_to_end_their_life_is_heard_at_once(text):
    assert verdict(text).crisis


@pytest.mark.parametrize("text", FOR_THE_DESK)
def test_a_dark_day_is_seen_without_an_alert(text):
    assert _self_harm(text)
    assert not verdict(text).crisis


@pytest.mark.parametrize("text", NOT_A_CRY)
def test_what_these_rooms_are_for_is_no_cry(text):
    assert not _self_harm(text)


@pytest.mark.parametrize(("one", "other"), SIGNS)
def test_weak_signs_speak_only_together(one, other):
    assert not _self_harm(one)
    assert not _self_harm(other)
    assert _self_harm(f"{one}. {other}")
