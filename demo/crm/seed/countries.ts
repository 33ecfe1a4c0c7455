import type { Random } from "./random";

/** What the made-up people of one country have in common. */
export type Country = {
	name: string;
	currency: string;
	firstNames: readonly string[];
	lastNames: readonly string[];
	streets: readonly string[];
	cities: readonly string[];
	carriers: readonly string[];
	paymentMethods: readonly string[];
	/** How many of a hundred random customers live here. */
	share: number;
	/** A mobile number (E.164) in the country's own pattern. */
	phone: (random: Random) => string;
};

const digits = (random: Random, count: number) =>
	Array.from({ length: count }, () => random.between(0, 9)).join("");

export const countries: readonly Country[] = [
	{
		name: "Spain",
		currency: "EUR",
		firstNames: ["María", "José", "Laura", "Javier", "Núria", "Iñaki", "Rocío", "Álvaro", "Elena", "Andrés"],
		lastNames: ["García", "Martínez", "Muñoz", "Núñez", "Ibáñez", "Vidal", "Castaño", "Rubio", "Peña", "Gil"],
		streets: ["Calle Mayor", "Calle de Alcalá", "Carrer de Mallorca", "Avenida de la Constitución"],
		cities: ["28013 Madrid", "08008 Barcelona", "41004 Sevilla", "46002 València", "48005 Bilbao"],
		carriers: ["Correos Express", "SEUR", "GLS"],
		paymentMethods: ["card", "bizum", "paypal"],
		share: 40,
		phone: (random) => `+346${random.between(1, 8)}${digits(random, 7)}`,
	},
	{
		name: "Italy",
		currency: "EUR",
		firstNames: ["Giulia", "Francesco", "Chiara", "Matteo", "Niccolò", "Martina", "Davide", "Alessia"],
		lastNames: ["Rossi", "Ferrari", "Esposito", "Colombo", "Ricci", "Marino", "Greco", "Nicolò"],
		streets: ["Via Roma", "Via Garibaldi", "Corso Italia", "Viale Trieste"],
		cities: ["20121 Milano", "00184 Roma", "50122 Firenze", "10121 Torino"],
		carriers: ["BRT", "Poste Italiane", "GLS"],
		paymentMethods: ["card", "paypal"],
		share: 14,
		phone: (random) => `+3934${random.between(0, 9)}${digits(random, 7)}`,
	},
	{
		name: "Portugal",
		currency: "EUR",
		firstNames: ["João", "Mariana", "Tiago", "Catarina", "Gonçalo", "Beatriz", "Rui", "Leonor"],
		lastNames: ["Silva", "Santos", "Gonçalves", "Magalhães", "Pereira", "Simões", "Costa", "Neves"],
		streets: ["Rua Augusta", "Rua de Santa Catarina", "Avenida da Liberdade", "Rua do Carmo"],
		cities: ["1100-053 Lisboa", "4000-447 Porto", "3000-213 Coimbra", "8000-151 Faro"],
		carriers: ["CTT Expresso", "DPD"],
		paymentMethods: ["card", "mb way", "multibanco"],
		share: 12,
		phone: (random) => `+3519${random.pick(["1", "2", "3", "6"])}${digits(random, 7)}`,
	},
	{
		name: "United Kingdom",
		currency: "GBP",
		firstNames: ["Olivia", "Jack", "Amelia", "Harry", "Zoë", "George", "Sophie", "Callum"],
		lastNames: ["Smith", "Taylor", "O'Brien", "Wright", "Evans", "Hughes", "Walker", "Brontë"],
		streets: ["High Street", "Church Road", "Victoria Street", "Mill Lane"],
		cities: ["Bristol BS1 4ND", "Leeds LS1 5AE", "London E1 6AN", "Edinburgh EH1 1RE"],
		carriers: ["Royal Mail", "DPD UK", "Evri"],
		paymentMethods: ["card", "paypal", "bank transfer"],
		share: 12,
		phone: (random) => `+4477${random.between(0, 9)}${digits(random, 7)}`,
	},
	{
		name: "Brazil",
		currency: "BRL",
		firstNames: ["Thiago", "Júlia", "Rafael", "Letícia", "Luís", "Camila", "Antônio", "Fernanda"],
		lastNames: ["Oliveira", "Souza", "Araújo", "Conceição", "Lima", "Carvalho", "Assunção", "Rocha"],
		streets: ["Rua das Flores", "Avenida Paulista", "Rua XV de Novembro", "Rua da Consolação"],
		cities: ["01310-100 São Paulo", "20040-002 Rio de Janeiro", "80020-310 Curitiba"],
		carriers: ["Correios", "Jadlog"],
		paymentMethods: ["pix", "card", "boleto"],
		share: 10,
		phone: (random) => `+55${random.pick(["11", "21", "41"])}9${random.between(6, 9)}${digits(random, 7)}`,
	},
	{
		name: "Mexico",
		currency: "MXN",
		firstNames: ["Guadalupe", "Santiago", "Ximena", "Emiliano", "Fernanda", "Jesús", "Regina", "Óscar"],
		lastNames: ["Hernández", "Ramírez", "Flores", "Cárdenas", "Juárez", "Aguilar", "Zúñiga", "Ríos"],
		streets: ["Avenida Insurgentes Sur", "Calle Reforma", "Calle Hidalgo", "Avenida Juárez"],
		cities: ["06700 Ciudad de México", "44100 Guadalajara", "64000 Monterrey"],
		carriers: ["Estafeta", "DHL Express"],
		paymentMethods: ["card", "oxxo", "paypal"],
		share: 7,
		phone: (random) => `+52${random.pick(["55", "33", "81"])}${random.between(1, 9)}${digits(random, 7)}`,
	},
	{
		name: "Argentina",
		currency: "ARS",
		firstNames: ["Valentina", "Joaquín", "Martín", "Agustina", "Facundo", "Camila", "Lucas", "Milagros"],
		lastNames: ["González", "Acuña", "Fernández", "Sosa", "Benítez", "Giménez", "Ledesma", "Pereyra"],
		streets: ["Avenida Corrientes", "Avenida Santa Fe", "Calle Florida", "Calle Defensa"],
		cities: ["C1043 Buenos Aires", "X5000 Córdoba", "S2000 Rosario"],
		carriers: ["Andreani", "OCA"],
		paymentMethods: ["card", "mercado pago", "bank transfer"],
		share: 5,
		phone: (random) => `+54911${random.between(3, 6)}${digits(random, 7)}`,
	},
];

/** Units of the currency for one euro; fixed, so that amounts never change. */
export const euroRates: Readonly<Record<string, number>> = {
	EUR: 1,
	GBP: 0.86,
	BRL: 6.2,
	MXN: 20.5,
	ARS: 1450,
};
