import type { Conversation } from "./conversation";

/** What the further chats of the list hold: short, everyday, used several times over. */
export const smallTalk: readonly [Conversation, ...Conversation[]] = [
	{
		script: `
@ 0 10:20
< Hola! Sigue disponible el tote de lona?
> Hola! Sí, en todos los colores
< Me paso a verlo mañana`,
		nextLines: ["A qué hora cerráis?"],
	},
	{
		script: `
@ 0 16:05
< Buenas tardes, me puede enviar la factura?
> Buenas tardes, claro
> [file Factura.pdf 1 página · 58 kB]
< Recibida, gracias`,
		nextLines: ["Falta el NIF en la factura"],
	},
	{
		script: `
@ 0 12:40
< Ya llegó el pedido, todo perfecto
> Qué bien! Gracias por avisar 😊`,
		nextLines: ["Repetiré seguro"],
	},
	{
		script: `
@ 0 09:12
> Hola, tu pedido sale hoy con SEUR
< Estupendo
< Puedo cambiar la hora de entrega?
> Sí, desde el enlace del seguimiento`,
		nextLines: ["Ya está cambiada, gracias"],
	},
	{
		script: `
@ 0 18:31
< Hacéis envoltorio de regalo?
> Sí, con tarjeta escrita a mano
< Ideal, entonces lo pido hoy`,
		nextLines: ["En la tarjeta: Feliz cumpleaños, tía Pilar"],
	},
	{
		script: `
@ 0 11:02
< [image parcel]
< Me ha llegado otro color
> Ay, perdona! Te mando el correcto hoy mismo`,
		nextLines: ["Gracias por la rapidez"],
	},
	{
		script: `
@ 0 13:47
< [voice 11]
> Apuntado, te lo aparto`,
		nextLines: ["Mañana paso a por ello"],
	},
	{
		script: `
@ 0 17:15
< Tienen la sandalia de cuero en la 41?
> En la 41 solo en Terracota
< Mmm lo pienso
> Sin compromiso, te la guardo hasta el viernes`,
		nextLines: ["Al final me la quedo"],
	},
];
