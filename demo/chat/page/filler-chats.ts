import { smallTalk } from "../conversations/small-talk";
import type { ChatPlan } from "./chats";
import { digitsOf } from "./deterministic";

/** Enough further chats that the list cannot hold them all at once. */
const names = [
	"Alba Navarro",
	"Pilar Domínguez",
	"Óscar Peña",
	"Li Wei",
	"Jonas Weber",
	"Carlos Iglesias",
	"Marina Vidal",
	"Hotel Mirador",
	"Raúl Cano",
	"Elena Prieto",
	"Teresa Cortés",
	"Iván Lozano",
	"Nuria Blanco",
	"Café La Plaza",
	"Sergio Rubio",
	"Laura Méndez",
	"Andrés Soto",
	"Cristina Vega",
	"Miguel Ángel Ramos",
	"Irene Castillo",
	"Floristería Lis",
	"Rubén Ortiz",
	"Silvia Herrera",
	"Pablo Santana",
	"Eva Cabrera",
	"Diego Fuentes",
	"Clara Benítez",
	"Tomás Aguilar",
	"Beatriz Molina",
	"Gonzalo Reyes",
	"Julia Campos",
	"Mercedes Vila",
	"Víctor Gallardo",
	"Ainhoa Etxeberria",
	"Jordi Puig",
	"Carme Ferrer",
	"Restaurante Sal",
	"Natalia Pardo",
	"Emilio Crespo",
	"Rosa Marín",
	"Lola Esteban",
	"Hugo Salas",
] as const;

/** Two of the fillers have a date style of their own, one an id with a device number. */
export function fillerChats(): ChatPlan[] {
	return names.map((name, index): ChatPlan => {
		const key = `filler${index + 1}`;
		const talk = smallTalk[index % smallTalk.length] ?? smallTalk[0];
		const daysAgo = 1 + Math.floor(index / 3);
		const user = `346${digitsOf(key, 8)}`;
		const plan: ChatPlan = {
			key,
			title: name,
			savedName: name,
			jid: index === 7 ? `${user}:12@s.whatsapp.net` : `${user}@c.us`,
			conversation: { ...talk, script: talk.script.replace("@ 0 ", `@ -${daysAgo} `) },
		};
		if (name === "Li Wei") return { ...plan, dateStyle: "chinese" };
		if (name === "Jonas Weber") return { ...plan, dateStyle: "dotted" };
		return plan;
	});
}
