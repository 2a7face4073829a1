"""Common words of both languages, written down by hand and without accents.

What a disguise may hide besides the words of the rules, and above all what is no disguise of another word: *form* is
not *from*, *oido* is not *odio*.
"""

from typing import Final

_ENGLISH: Final = """
a able about above accept accident according account across act action active actually add addict addicted addiction
admit adult advice afford afraid after afternoon again against age ago agree ahead air alcohol alive all allow allowed
almost alone along already alright also although always am amazing among an and anger angle angel angry animal another
answer answers anxiety any anybody anymore anyone anything anyway anyways apart apologize appeal appear appreciate
appointment are area argue arm arms around arrest arrested arrive art as aside ask asked asking asleep at attack
attempt attempted attend attention attitude attorney aunt away awful awesome awhile baby back background bad bail
balance ball band bank bar barely barn bars base based basic basically basketball bathroom battle be beach bear beard
beast beat beats beautiful became because become becoming bed been beer before began begin beginning behave behavior
behind being belief believe believed belong below benefit beside best bets better between beyond bible big bigger bill
bills birth birthday bit bite bitter black blame bless blessed blessing blessings block blood blow blue board boat
boats body bond bone book books boost bored boring born boss both bother bottle bottom bought bound bowl box boy boys
brain bran brave bread break breakdown breakfast breaking breakthrough breath breathe breathing bridge bright bring
broke broken brother brothers brought brown brush bucks budget build building built bullet bunch bunk burden burn
burnt bus business busy but butter button buy by bye cake call called calling calm came camera camp can cancel cancer
candy cannot cant captain car card cards care careful cares caring carry cars case cases cash cast casual catch cats
caught causal cause caused cell cellmate center certain certificate chair challenge chance change changed changes
changing chaplain chapter character charge charges charity chase chats cheap check cheer chemical chess chest chicken
chief child childhood children chill choice choices choose chose chow christmas church cigarettes circle circles city
claim clam class classes classmates clay clean clear clearly clerk clock clod close closed closer clothes cloud club
coach coast coats coffee cold college color come comes comfort comfortable coming commissary commit committed common
community company companies complain complete completely computer concerned condition confidence confident confused
congrats connect consequences consider constant contact contain continue control conversation convicted cook cooking
cool cooler cop cope coping copy core corner corp correct cost costs couch cough could counsel counseling counselor
count counting country county couple courage course court courthouse cousin cover crack craft crap crave craving
cravings crazy create creative credit cried crime criminal crisis crop cross crowd cruel cry crying culture cup
current cursed curse custody cut cycle dad daddy daily dairy damage damn dance danger dark darts data date dates
daughter daughters day days dead deal dealing dear death debt decent decide decided decision decisions deep deeper
deeply defend definitely degree delay demand demons deny depend depressed depressing depression deserve deserves
desire desk desperate destroy detail details detox develop devil diary did didnt die died diet diets differ difference
different difficult dignity dinner direction dirt dirty disagree disappear disappointed discipline discuss disease
dishes distance diver divorce do doctor doctors does doesnt dog dogs doing dollar dollars done dont door doors dorm
dose dots doubt down dozen drag drama draw drawing dream dreams dress drink drinking drive driver driving drop dropped
drug drugs drunk dry dude due dull dumb during dust duty each ear earlier early earn easier easily east easy eat
eating edge educate education effect effective effort egg eggs eight either elderly eleven else elsewhere email
emergency emotion emotional emotions empathy employer employment empty encourage end ended ending ends enemy energy
engaged enjoy enough enter entire environment envy escape especially even evening event events ever every everybody
everyday everyone everything everywhere evidence evil exact exactly exam example excellent except excited excuse
exercise exist expect expected expensive experience experiences explain explained express extra extremely eye eyes
face faced facility fact facts fail failed failing failure fair faith fake fall falling false families family famous
far farm fashion fast faster fat father fathers fault favor favorite fear fears feed feel feeling feelings feels feet
fell fellow felony felt fence few field fight fighting fights figure file filed files fill final finally find finding
fine finger finish finished fire fired first fish fist fits five fix flag flashbacks flat flight floor flow flowers
flu fly focus folks follow followed following food foot football for forced forefront forever forget forgetting
forgive forgiveness forgot forgotten form former forms forth fortunate forward fought found four frame free freedom
freezing fresh friday friend friends friendship from front frustrated frustrating frustration full fun function
funeral funny further future gain game games gang gaps garden gas gasp gate gather gave general gentle get gets
getting gift gird girl girlfriend girls give given gives giving glad glass goal goals goat god goes going gold gone
gonna good goodbye goodness gospel got gotta government grab grace grade graduate grain grand granddaughter
grandfather grandma grandmother grandparents grandson grateful gratitude grave great green grew grid grief grieve
grieving grocery ground group groups grow growing grown growth guard guards guess guide guilt guilty guitar gun guns
gust guts guy guys gym habit habits had hair half hall hand handle hands hang happen happened happening happens
happier happiness happy hard harder hardest hardly harm harsh has hate hated have havent having he head headache heal
healing health healthy hear heard hearing heart heartbroken heartfelt hearts heat heaven heavy held hell hello help
helped helpful helping helps her here hero hers herself hey hi hidden hide high higher highest him himself his history
hit hold holding hole holiday holidays holy home homeless homework honest honestly honesty honor hood hope hoped
hopeful hopefully hopeless hopes hoping horrible horse hospital host hot hotel hour hours house housing how however
hug huge hugs human humble humor hundred hung hungry hunt hurt hurting hurts husband ice idea ideas identify identity
if ignore ill illness im imagine important impossible impress improve in inch include including income increase indeed
independent infection influence info inform information injured injury inmate inmates inner innocent inside insight
insist instead insurance intense intention interest interested interesting interview into introduce invite involved
iron is isnt issue issues it its itself jacket jail jealous jesus job jobs join joined joint joke jokes journal
journey joy judge judged judgment juice jump june july just justice juts keep keeping keeps kept key keys kick kid
kidding kids kill kin kind kinda kindness kinds king kitchen kite knee knees knew knife knock know knowing knowledge
known knows lack ladies lady laid land language large last late lately later laugh laughing laundry law lawyer lawyers
lay lazy lead leader leadership leading learn learned learning least leave leaves leaving led left leg legal legs less
lesson lessons lest let lets letter letters letting level liar library lie lied lies lieutenant life lift light
lighter lights like liked likely likes line lines lips list listen listened listening listens literally little live
lived lives living load loan local lock locked lockdown log lonely loneliness long longer look looked looking looks
lord lose losing loss lost lot lots loud love loved loves loving low lower loyal loyalty luck lucky lunch lying
machine mad made mail main mainly maintain major make makes making male man manage manager mandatory manipulate many
march marijuana marital marriage married martial mass master matter matters may maybe me meal meals mean meaning means
meant measure meat medical medication medicine meds meet meeting meetings member members memories memory men mental
mentally mention mentor mess message messages messed met meth method middle midnight might mile miles military milk
million mind mindset mine minor minute minutes miracle mirror misinformation miss missed missing mistake mistakes mix
mode model modern mom moment moments monday money month months mood moral more morning mornings most mostly mother
mothers motivated motivation mouth move moved movement movie movies moving much murder muscle music must my myself
nail name named names narrow nation natural nature near nearly necessary neck need needed needs negative neighbor
neighborhood neither nephew nerves nervous nest nets never new news next nice niece night nightmare nightmares nights
nine no nobody noise none nonsense noon nor normal north nose not note notes nothing notice noticed november now
nowhere number numbers nurse object obvious obviously occasion october odd of off offended offender offense offer
office officer officers official often oh oil okay old older on once one ones online only open opened opinion
opportunity option options or orange order orders ordinary organize original other others ought our ours ourselves out
outcome outside over overcome overdose overnight overwhelmed overwhelming owe own paid pain painful paint pair panic
paper papers parent parenting parents park parole part participate partner parts party pass passed passing passion
past patch path patience patient pattern patterns pay paying pays peace peaceful peer pen pencil people percent
perfect perform perhaps period permission person personal personality personally pest pets phase phone photo physical
physically pick picked picture pictures piece pieces pile pill pills pin pizza place places plain plan planning plans
plant plants plate play played playing plea please pleasure plenty plus poem point points poison police poor popular
positive possible post posts pot pots pound power powerful practice pray prayed prayer prayers praying precious prefer
prefect pregnant prepare presence present president press pressure pretend pretty prevent price pride prison prisoner
prisoners private privilege probably probation problem problems process produce professional program programs progress
promise promised promises proof proper property protect proud prove provide psych public pull pulled punish punishment
purpose push pushed put puts putting quality quarter question questions quick quickly quiet quit quite race radio rage
rain raise raised ran random rape rare rarely rate rather rats reach react reaction read reading ready real reality
realize realized really reason reasons receive received recent recently recognize recommend record recovering recovery
red reduce reentry reflect refuse regret regrets regular rehab relapse relapsed relate relationship relationships
relax release released relief religion religious remain remember remind remorse remove rent repeat replace report
request require research resentment reserve resource resources respect respectful respond response responsibility
responsible rest restart result results retire return reverse rich ride right rights rise risk river road rob robbery
rock role roll romance roof room rooms roommate root rough round routine row rude rules ruin ruined rule run running
runs rush sacred sad sadness safe safely safety said salt same sand santa sat satisfied saturday save saved saving saw
say saying says scar scared scary schedule scheme school score scream screen sea search season seat second secret
section security see seeing seek seem seems seen self sell send sense sensitive sent sentence sentenced separate
sergeant series serious seriously serve served service services session set setting settle seven several severe sex
sexual shadow shake shall shame shape share shared sharing sharp she sheet shelter shes shift shine ship shirt shit
shock shoes shoot shop shopping short shot should shoulder shouldnt shout show showed shower showing shown shows shut
shy sick side sign signs silence silent silly silt silver similar simple simply since sing single sink sir sister
sisters sit site sitting situation situations six size skill skills skin skip sky slat sleep sleeping slept slip slit
sliver slow slowly small smart smell smile smiling smoke smoking smooth snack snap snow so soap sober sobriety social
society soft sold soldier solid solution solve some somebody someday somehow someone something sometime sometimes
somewhat somewhere son song songs sons soon sore sorrow sorry sort soul sound sounds soup source south space speak
speaking special specific speech speed spell spend spent spirit spiritual split spoke sponsor sport sports spot spread
spring stab staff stage stairs stamp stand standard standing star start started starting starts state statement states
station stay stayed staying steady steal step steps stick still stir stole stolen stomach stone stood stop stopped
stopping store stories storm story straight strange street streets strength stress stressed stressful strict strike
strip strong stronger structure struggle struggled struggles struggling stuck student study stuff stupid style subject
success successful such sudden suddenly suffer suffered suffering sugar suggest suicide suicidal sum summer sun sunday
sunshine super support supported supporting supportive suppose supposed sure surgery surprise surprised surround
survive survived suspect sweat sweet swim switch system table take taken takes taking talent talk talked talking tall
target task taste tattoo taught tax teach teacher team teammates tear tears technique teenager teeth television tell
telling tells temper temptation ten tend term terms terrible test text than thank thankful thanks that thats the theft
their them themselves then therapist therapy there therefore these they theyre thin thing things think thinking thinks
third thirty this thoroughly those though thought thoughts thousand threat threatened three threw throat through
throughout throw thursday thus ticket tie tied tight till time times tiny tip tired title to today together told
tolerance tomorrow tone tongue tonight too took tool tools tooth top topic total totally touch tough toward towards
tower town toxic track trade traffic tragedy trail trails train training transfer trapped trash trauma travel treat
treated treatment tree trees trial trials trick tried trigger triggers trip trouble truck true truly trust truth try
trying tuesday turn turned turning tv twelve twenty twice two type ugly ultimately unable uncle under understand
understanding understands understood unfair unfortunately uniform unit unite united unites unique unless unlike until
untie untied unties up upon ups upset urge urges us use used useful useless user uses using usual usually vacation
valley valuable value values vegetable vest vets vice victim victims video view village violence violent visit
visitation visiting visitor visits voice volunteer vote wait waited waiting wake walk walked walking walks wall walls
want wanted wanting wants war warden wares warm warn warning warp wash wasp waste wasted watch watched watching water
wave way ways we weak weapon wear weather wednesday weed week weekend weekends weeks weight weird welcome well went
were west wet what whatever wheel when whenever where wherever whether which while whisper white who whole whom whose
why wide wife wild will willing willpower win wind window wine wing winner winter wipe wisdom wise wish wished wishes
with withdrawal within without woke woman women wonder wonderful wondering wont wood word words work worked worker
working workplace works workshop world worried worries worry worse worst worth worthless worthy would wouldnt wound
wow wrap write writing written wrong wrote yard yeah year years yell yelled yelling yes yesterday yet york you young
younger your youre yours yourself youth zero zone
"""
_SPANISH: Final = """
a abajo abandonar abierta abierto abogada abogado abogados abrazo abrazos abre abrir abuela abuelo abuelos aburrida
aburrido acaba acabar acabo acaso accidente accion acepta aceptar acerca acompana acompanar aconseja acordar
acostumbrado actitud actitudes actividad activo actual actualmente acuerda acuerdo adelante ademas adentro adicto
adicta adiccion adios adonde adulto afecta afuera agosto agradable agradecer agradecido agradezco agua aguanta
aguantar aguanto ahi ahora aire al alcohol alegre alegria algo alguien algun alguna algunas alguno algunos alla alli
alma almuerzo alta alternativa alto amable amar ambos ambiente amiga amigas amigo amigos amistad amo amor amores ando
anillo animal animales animo ano anoche anos ansiedad ansioso ante anterior antes antigua antiguo apagar aparece
aparte apenas apoya apoyar apoyo aprecio aprende aprender aprendi aprendido apurado aquel aquella aquellos aqui arma
armas arreglar arrepentido arriba arte asco aseo asesino asi asunto atencion atras audiencia aun aunque autobus
avanzar ayer ayuda ayudado ayudan ayudar ayudarme ayudarte ayude azul bailar baja bajar bajo banco bano barato barrio
base basta bastante basura batalla bebe beber bebida bella bello bendicion bendiciones bendiga besitos beso besos
biblia bien bienestar bienvenida bienvenido bienvenidos blanca blanco boca boda bola bolsa bonita bonito borracho bote
brazo brazos broma bronca bueno buena buenas buenos busca buscando buscar busco caballo cabeza cabo cabra cada cadena
caer cafe caida calidad caliente calidad calle calles calma calmar calor cama cambia cambiado cambian cambiar cambie
cambio cambios camina caminar camino campo cancer cancha cancion canciones cansa cansada cansado cansancio cansarse
canta cantar capaz capitan capitulo cara carcel cargo cargos carino caro carrera carretera carro carta cartas casa
casada casado casas casi caso casos castigo causa celda celos celular cena centro cerca cerebro cerrado cerrar chava
chavo chica chicas chico chicos chiste cielo cien ciencia cierta cierto cigarro cinco circulo cita ciudad clara claro
clase clases clave cobija cocina codigo coger coche colegio color comemos comer comes comida comidas como companera
companero companeros comparte compartir completo comprar comprende comprender comprension compras computadora comun
comunidad con conciencia condena condicion condiciones confia confianza confiar confio confundido conmigo conoce
conocer conocerte conoces conoci conocido conozco consecuencias conseguido conseguir consejera consejero consejo
consejos considera consideramos consigo constante consumir consumo contacto contar contenido contenta contento
contestar contigo contra control controlar conversacion corazon corona correcto correo corta corto cosa cosas
costumbre crea crecer creer creo crees creemos crei cree creen crimen crisis cruz cual cuales cualquier cualquiera
cuando cuanta cuanto cuantos cuarenta cuarto cuartos cuatro cuenta cuentas cuentame cuento cuerda cuerpo cuesta
cuidado cuidados cuidar cuide culpa culpable culpas cumple cumplir cumpleanos cura curso da dado dan dando dano dar
darle darme darte de debe deben deber deberia deberias debemos debes debi debido debil debo decente decia decida
decidi decidir decir decirle decirles decirme decirte decision decisiones defecto dejado dejan dejar dejara deje dejo
del delante delito demas demasiada demasiado dentro depende depresion deprimida deprimido derecha derecho derechos
desaparecer desayuno descansa descansar descanso desde desea deseo desesperado despacho despacio despertar despierto
despues destino detalle detras deuda di dia diario dias dice dicen dices dicho diciembre diez dieta diferencia
diferente diferentes dificil dificiles digo dije dijera dijeron dijiste dijo dinero dios direccion diriges disciplina
disculpa disculpe distinto divertido divorcio dobla doce doctor doctora dolar dolares dolor dolores domingo don donde
dormido dormir dormitorio dos droga drogas duda dudas duele dueno duerme duerma dulce dura durante durar duro echar
edad edificio educacion efecto ejemplo ejercicio el ella ellas ellos embarazada embargo emocion emocional emociones
empece empezar empieza empiezo empleo en encima encontrar encontre encuentra encuentro enemigo energia enero enferma
enfermedad enfermero enfermo enfrente enoja enojada enojado enojo ensena ensenar entender entendido entera entero
entiende entiendo entonces entrada entrar entre entrego entrevista envia enviar equipo equivocado equivocar era eramos
eran eres error errores es esa esas escapa escapar escribe escribi escribir escribo escucha escuchan escuchar
escucharme escucho escuela ese esfuerzo eso esos espacio espalda espanol especial espejo espera esperando esperanza
esperar espero espiritu esposa esposo esta estaba estaban estabamos estado estamos estan estar estaria estas este esto
estos estoy estres estresado estricto estudia estudiar estudio estudios estuve estuvo eterna evidente evitar exacto
examen excelente existe existir experiencia experiencias explicar extrana extranar extrano facil faciles facilmente
falta faltan falso familia familiar familiares familias famoso favor favorita favoritas favorito fe febrero fecha
felicidad felicidades feliz felices fiel fiesta figura fin final finalmente firma firme flaco flor flores fondo forma
formas foto fotos fracaso frase frente frio frustrado frustracion fuego fuente fuera fueron fuerte fuertes fuerza
fuerzas fui fuimos fumar futbol futuro gana ganado ganar ganas gane gasta gastar gasto gato gente gobierno golpe
golpear gordo gracia gracias gran grande grandes grave gripe gris gritar grito grupo grupos guapa guapo guarda guardia
guardias guerra guia guitarra gusta gustan gustar gustaria gusto ha haber habia habian habilidades habito habitos
habla hablado hablamos hablan hablando hablar hablarle hablarte hable hablo habra habria hace hacemos hacen hacer
hacerle hacerlo hacerme haces hacia haciendo haga hagan hagas hago hambre han harta harto has hasta hay haya he hecha
hecho hechos helado hemos herida herido hermana hermanas hermano hermanos hermosa hermoso hice hiciera hicieron
hicimos hiciste hielo hija hijas hijo hijos historia historias hizo hogar hola hombre hombres hombro honesto honor
hora horas horrible hospital hoy hubiera hubo huir humana humano humildad humilde humor ida idea ideas ido iglesia
igual iguales ilusion imagen imagina imaginar importa importan importante importantes imposible impotencia incluso
informacion infierno injusto inocente inmediato intenta intentado intentando intentar intentare intente intento
interes interesa interesante invierno invitar ir iria irme irse isla izquierda jamas jardin jefa jefe joven jovenes
juega juego juegos jueves jueza juez jugar juicio julio junio junta juntas junto juntos jurado justa justicia justo
juventud juzgar la labio labor lado lados ladron lagrimas larga largo las lastima lastimado lastimar le leche leer
leerlo lejos lengua lentes lento leon les letra letras leve levantar ley leyendo leyes libertad libre libres libro
libros licencia lider limpia limpiar limpio linda lindo lista listo llama llamada llamadas llamado llaman llamar llamo
llanto llave llega llegado llegan llegar llego llegue llena lleno lleva llevan llevar llevo llora llorar lloro llueve
lluvia lo loca loco logra lograr logre logro logros los lucha luchando luchar lucho luego lugar lugares luna lunes luz
madera madre madres madrugada mal mala malas maleta malo malos mama manana mandar mande manejar manera maneras mano
manos mantener mantengo mar maravilla maravilloso marcha marido martes marzo mas mata matar mate materia matrimonio
mayo mayor mayores mayoria me media medicamento medicina medico medio meditar mejor mejorar mejores memoria menor
menores menos mensaje mensajes mental mente mentir mentira mentiras mentiroso menudo mercado merece merezco mes mesa
meses meta metas meter metido metio mi miedo miedos miel miembro mientras miercoles mil milagro minima minuto minutos
mio mios mira mirada miran mirar mire miro mis misa misma mismas mismo mismos mitad moda modo modos molesta molestar
molesto momento momentos moneda montana monton morir motivacion motivo motivos mover movil mucha muchacha muchacho
muchas muchisimas muchisimo mucho muchos mueren muero muerta muerte muerto muestra mujer mujeres multa mundo musica
muy nace nacer nacido nacimiento nada nadie naturaleza navidad necesaria necesario necesidad necesita necesitaba
necesitamos necesitan necesitar necesitas necesito negocio negra negro nervios nervioso ni nieta nieto nietos nina
ninas ninguna ninguno ningun nino ninos nivel no noche noches nombre nombres normal norte nos nosotras nosotros nota
notas noticia noticias noviembre novia novio nube nuestra nuestras nuestro nuestros nueva nuevas nueve nuevo nuevos
numero numeros nunca o objetivo objeto obligado obra obvio ocasion ochenta ocho octubre ocupa ocupado odia odiar odio
odios oficial oficiales oficina ofrece oido oigo ojala ojo ojos olvida olvidado olvidar olvide once opcion opinar
opinion oportunidad oportunidades orar oracion oraciones orden ordenes orgullo orgullosa orgulloso oro oscuridad
oscuro otra otras otro otros oveja paciencia paciente padre padres paga pagar pago pais paises pajaro palabra palabras
pan panico pantalla papa papel papeles para parado parar pared parece parecen pareces parecido pareja pariente parque
parte partes partido pasa pasaba pasado pasamos pasan pasando pasar pasara pasaria pase paseo paso pasos pastilla
pastillas patio paz pecado pecho pedi pedir pegar pelea peleas pelear pelicula peligro peligroso pelo pelota pena
penal pensaba pensado pensamiento pensamientos pensando pensar pense peor peores pequena pequenas pequeno pequenos
perder perdere perdi perdida perdido perdimos perdon perdona perdonar perdone perfecta perfecto periodico permiso
permite pero perro perros persona personal personalidad personas pesa pesadilla pesar peso pez pidio pido pie piedra
piel pienso pierda pierde piernas pierdo piensa piensan piensas piso plan planes planta plata plato playa plaza pobre
pobres poca pocas poco pocos podamos podemos poder podia podido podra podria podriamos podrias poema policia policias
politica pon poner ponerme pones pongo por porque porta posible posibilidad positivo practica precio prefiero pregunta
preguntar preguntas pregunto preocupa preocupado preocupar preocupes prepara preparado presente presion preso presos
primaria primera primero primo prima principal principio prision privado probar problema problemas proceso produce
profe profesor profunda profundo programa programas promesa promesas prometi prometo pronto propia propio propios
proposito proteger proximo prueba pruebas psicologa psicologo publico pude pudiera pudo pueblo pueda puedan puedas
puede pueden puedes puedo puerta puertas pues puesto punto puntos pura puro puse que queda quedaba quedan quedar quede
quedo queja quemar queria querida querido quererme querer quien quienes quiera quieran quieras quiere quieren quieres
quiero quince quisiera quita quitar quitarle quitarles quiza quizas rabia rapido rapida raro rato razon razonable
razones real realidad realmente recaida recaer receta rechazo recibe recibi recibir recien recogida reconocer recuerda
recuerdo recuerdos recuperacion regalo regla reglas regresar regreso reina reir relacion relaciones relajado religion
remedio rencor rendirme rendir repente repetir respeto respetar respira respirar responde responder responsabilidad
responsable respuesta resto resultado reunion reuniones revisar rey rezar rico rie rio risa risas robar robo rodilla
roja rojo ropa rosa rostro rota roto ruido rutina sabado sabe sabemos saben saber sabes sabia sabiduria sabre sabria
saca sacar saco sacrificio sal sala salga salgo sali salida salido salimos salio salir salud saludar saludo saludos
salvar sangre sana sanar sano santo se sea seamos sean secreto secundaria segui seguido seguimos seguir segun segunda
segundo segura seguridad seguro seis semana semanas senor senora senores sentado sentencia sentia sentido sentimiento
sentimientos sentir sentirme separado septiembre ser sera seria seriamente serio seres servicio servir sesenta sesion
setenta si sido siempre siendo siente sienten sientes siento siete sigan sigo significa sigue siguen sigues siguiente
silencio silla simple simplemente sin sincero sino siquiera sistema sitio situacion situaciones sobre sobres
sobrevivir sobrina sobrino sobrio social sociedad sol sola solamente soldado soledad solo solos solucion sombra somos
son sonar soneto sonido sonreir sonrisa soportar sorpresa soy suave sube subir sucio suelo suena sueno suenos suerte
suficiente sufre sufri sufrido sufrimiento sufrir supe superar supiera suponer supuesto sur suya suyo tal talento
tales tambien tampoco tan tanta tantas tanto tantos tarde tardes tarea te techo tele telefono television tema temor
temporada temprano tendras tendre tendria tenemos tener tenerlo tenga tengan tengas tengo tenia tenido tension terapia
tercera tercero termina terminar termine termino terrible tesoro testigo ti tia tiempo tiempos tienda tiene tienen
tienes tierra tio tios tipo tirar toca tocar toda todas todavia todo todos toma tomado tomando tomar tome tomo tonto
torno total totalmente trabaja trabajando trabajar trabajo trabajos trae traer traje tranquila tranquilidad tranquilo
tras trasladar trata tratamiento tratando tratar trate trato trauma treinta tren tres triste tristes tristeza tu tus
tuve tuviera tuvo ultima ultimamente ultimo ultimos un una unas unica unico unidad unido unidos universidad uno unos
usa usar uso usted ustedes util va vacia vacio valer valia valiente valor valores vamos van varias varios vas vaso
vaya vayan vayas ve veas veces vecino vecinos veinte ven vena venda vender venga vengo venia venir veo ver verano
verdad verdadera verdadero verdaderamente verde verguenza verla verlo verme verte ves vestido vez vi viaje viajes
vicio vicios victima victimas vida vidas video vieja viejo viejos vienen viene viento viernes vigilar vino vinieron
violencia violento virgen visita visitar visitarlo visitas visto vivia vivido viva vivas vive viven vivimos vivir vivo
vivos voces voluntad volvemos volver volveremos volvere volvi volvio vosotros voto voy voz vuelta vuelto vuelva vuelve
vuelvo vuestro y ya yo zapato zapatos zona
"""
COMMON: Final = tuple(dict.fromkeys((*_ENGLISH.split(), *_SPANISH.split())))
