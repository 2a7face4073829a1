"""The texts that every installation has from its first day on: version 1 of each, for everybody.

One thought a line; what stands before a colon is its heading. Staff publish later versions; these stay on the record.
"""

from datetime import UTC, datetime
from typing import Any

from groups.agreements.models import Wording

#: In force since before any installation was made.
SINCE = datetime(2000, 1, 1, tzinfo=UTC)
BY = "system"

MONITORING = (
    """\
This place is watched: Staff read what you write here. It is kept for a time.
A machine looks first: It can hold your words until a person has read them.
Not for your case: Do not write about your court case here. It is not private.
The law can ask: If a court asks for it, staff may have to show what you wrote.""",
    """\
Este lugar está vigilado: El personal lee lo que usted escribe aquí. Se guarda un tiempo.
Una máquina mira primero: Puede parar sus palabras hasta que alguien las lea.
No es para su caso: No escriba aquí de su caso en la corte. No es privado.
La ley puede pedirlo: Si una corte lo pide, el personal puede tener que mostrar lo que escribió.""",
)
AGREEMENT = (
    """\
What is said here stays here: Do not tell others who is in the circle or what they said.
We listen: Each person speaks for themselves. You can pass, and no one asks why.
We are kind: No threats, no hate, no words about sex or about the body of another person.
We stay safe: No names, phone numbers, places to meet, money or trade.
A leader is here: They may stop us for a while, so that all can be heard.""",
    """\
Lo que se dice aquí, aquí se queda: No cuente a otros quién está en el círculo ni qué dijo.
Escuchamos: Cada persona habla de lo suyo. Puede pasar, y nadie pregunta por qué.
Somos amables: Sin amenazas, sin odio, sin palabras de sexo ni del cuerpo de otra persona.
Nos cuidamos: Sin nombres, números de teléfono, lugares para verse, dinero ni tratos.
Hay quien guía: Puede parar un rato al círculo para que todos hablen.""",
)
CONSENT = (
    """\
It is your choice: You can say no. It is never held against you. You can leave the circle.
My words are read: I know that the circle and staff read what I write, and that it is kept for a time.
Help can come: If I am in danger, staff may be told who I am, so that they can help me.
I can take this back: Go to “Who reads what”. Then the rooms stay shut until I say yes again.""",
    """\
Usted decide: Puede decir que no. Nadie lo usa en su contra. Puede dejar el círculo.
Se leen mis palabras: Sé que el círculo y el personal leen lo que escribo, y que se guarda un tiempo.
Puede venir ayuda: Si estoy en peligro, el personal puede saber quién soy, para darme ayuda.
Puedo cambiar de idea: Vaya a «Quién lee qué». Las salas se cierran hasta que diga que sí otra vez.""",
)
Kind = Wording.Kind
TEXTS = {Kind.MONITORING: MONITORING, Kind.AGREEMENT: AGREEMENT, Kind.CONSENT: CONSENT}


def make_sure(wording: Any = Wording) -> None:
    """Each kind of text has a first version for everybody; what is there stays as it is. (The migration that calls this
    hands in the model as it was then.)"""
    everybody = wording.objects.filter(facility=None, group=None)
    known = set(everybody.values_list("kind", flat=True))
    wording.objects.bulk_create(
        wording(kind=str(kind), version=1, en=en, es=es, from_at=SINCE, written_by=BY)
        for kind, (en, es) in TEXTS.items()
        if kind not in known
    )
