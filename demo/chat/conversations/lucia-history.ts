import { pick } from "../page/deterministic";

const products = [
	"las toallas de algodón",
	"la funda nórdica",
	"el jabón de aceite de oliva",
	"las tazas de cerámica",
	"la manta de lana",
	"las fundas de cojín",
	"el reloj de pared",
	"la vela aromática",
] as const;
const colours = ["Natural", "Oliva", "Terracota", "Añil", "Rosé"] as const;
const days = ["el lunes", "el martes", "mañana", "el jueves", "esta tarde"] as const;

type Words = { product: string; colour: string; day: string };

const exchanges: readonly [(words: Words) => string, ...((words: Words) => string)[]] = [
	({ product, colour }) => `
< Hola! Busco ${product} en ${colour.toLowerCase()}, os queda?
> Hola Lucía! Déjame que lo mire en el almacén
> Sí, nos quedan tres
< Genial, me haces la reserva?
> Hecho, reservado hasta el sábado
< Mil gracias
< Paso esta semana
> Cuando quieras 😊`,
	({ product, day }) => `
< Buenas tardes, sabes cuándo llega lo mío?
> Buenas tardes Lucía, es lo de ${product}?
< Sí, eso
> Ha salido hoy del almacén, llega ${day}
> Te paso el seguimiento en cuanto lo tenga
< Perfecto
> [file Seguimiento.pdf 1 página · 84 kB]
< Gracias!!
< Lo veo ya en la web de la mensajería
> Cualquier cosa me dices`,
	({ product, colour }) => `
< Marta, una pregunta
< Para lavar ${product}, a 40 grados va bien?
> Mejor a 30, y sin secadora
> Te dejo las instrucciones
> [file Cuidados.pdf 2 páginas · 112 kB]
< Ideal
< Y el color ${colour} destiñe?
> El primer lavado hazlo aparte por si acaso
< {El primer lavado hazlo aparte por si acaso} Vale, así lo hago
> Estupendo`,
	({ product, day }) => `
< Hola hola
< Ya tengo aquí ${product}, pero con la caja golpeada
< [image parcel]
> Ay, lo siento mucho. Lo de dentro está bien?
< Sí, por suerte está perfecto
> Menos mal. Aviso a la mensajería para que tengan más cuidado
< No te preocupes, era solo por decírtelo
> Te lo agradezco, de verdad
> ${day.charAt(0).toUpperCase()}${day.slice(1)} te llamo y te compenso con algo
< Qué detalle, gracias`,
	({ product, colour }) => `
> Hola Lucía! Mira qué nos ha entrado: ${product} en ${colour}. Me acordé de ti
< Aaaah qué bonito
< [voice 9]
> Jajaja te entiendo
> Te hago una foto mejor con luz
> [image lamp]
< Me convence. Cuánto?
> Para ti con un 10 %, te lo pongo en el carrito
< Trato hecho
< Pagado!
> Recibido, gracias!`,
	({ product }) => `
< Buenos días! Necesito una factura, la última compra (${product})
< Es para la empresa
> Buenos días, claro. A qué nombre?
< Fernández Interiores S.L.⏎B12345678
> Te la preparo ahora mismo
> [file Factura.pdf 1 página · 61 kB]
< Llegó, muchas gracias
> A ti!`,
];

/** Days before today, one small exchange each: together with the newest part over 300 messages. */
const EXCHANGE_COUNT = 34;

/** A year and a half of small talk with a good customer, the same at every start. */
export function luciaHistory(): string {
	const parts: string[] = [];
	for (let index = 0; index < EXCHANGE_COUNT; index++) {
		const daysAgo = 12 + (EXCHANGE_COUNT - 1 - index) * 15;
		const seed = `lucia-${index}`;
		const exchange = exchanges[index % exchanges.length] ?? exchanges[0];
		const hour = 9 + (index % 9);
		parts.push(
			`@ -${daysAgo} ${String(hour).padStart(2, "0")}:${String((index * 17) % 50).padStart(2, "0")}`,
		);
		parts.push(
			exchange({
				product: pick(products, `${seed}/product`),
				colour: pick(colours, `${seed}/colour`),
				day: pick(days, `${seed}/day`),
			}),
		);
	}
	return parts.join("\n");
}
