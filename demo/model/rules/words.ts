import type { Language } from "./language";

/** Everything the demo's model can say to a customer; `you` and `formal` are the two ways to address one. */
export type Words = {
	/** How amounts are written. */
	locale: string;
	greeting(name: string, formal: boolean): string;
	/** How an order is; `state` is one of `states` or as the CRM says it. */
	order(id: string, state: string, formal: boolean): string;
	parcel(carrier: string, number: string): string;
	noOrder(id: string, formal: boolean): string;
	whichOrder(formal: boolean): string;
	noted(id: string, formal: boolean): string;
	product(name: string, price: string): string;
	soldOut(name: string): string;
	noProduct: string;
	later(formal: boolean): string;
	thanks(formal: boolean): string;
	closing: string;
	states: Readonly<Record<string, string>>;
};

export const words: Record<Language, Words> = {
	en: {
		locale: "en-GB",
		greeting: (name, formal) => (formal ? `Dear ${name || "customer"},` : `Hi${name && ` ${name}`}!`),
		order: (id, state) => `Your order ${id} ${state}.`,
		parcel: (carrier, number) => `It travels with ${carrier}, number ${number}.`,
		noOrder: (id) => `I cannot find an order ${id} of yours: could you check the number?`,
		whichOrder: () => "Could you tell me the number of your order?",
		noted: (id) => `I have noted it on your order ${id}.`,
		product: (name, price) => `Yes, we have it: ${name}, ${price}.`,
		soldOut: (name) => `${name} is sold out at the moment.`,
		noProduct: "I could not find that one in our shop.",
		later: () => "I will look into it and tell you in a moment.",
		thanks: () => "You are welcome!",
		closing: "If there is anything else, just write.",
		states: {
			pending: "is waiting for its payment",
			paid: "is paid and being prepared",
			shipped: "has been sent",
			"in transit": "is on its way",
			"out for delivery": "is being delivered today",
			delayed: "is on its way, but delayed",
			delivered: "has been delivered",
			returned: "came back to us",
			cancelled: "was cancelled",
			refunded: "was refunded",
		},
	},
	es: {
		locale: "es-ES",
		greeting: (name, formal) =>
			formal ? `Buenos días${name && `, ${name}`}:` : `¡Hola${name && `, ${name}`}!`,
		order: (id, state, formal) => `${formal ? "Su" : "Tu"} pedido ${id} ${state}.`,
		parcel: (carrier, number) => `Va con ${carrier}, número ${number}.`,
		noOrder: (id, formal) =>
			`No encuentro ningún pedido ${id} a ${formal ? "su" : "tu"} nombre: ${formal ? "¿puede" : "¿puedes"} comprobar el número?`,
		whichOrder: (formal) => `¿Me ${formal ? "puede" : "puedes"} decir el número del pedido?`,
		noted: (id, formal) => `Lo he dejado anotado en ${formal ? "su" : "tu"} pedido ${id}.`,
		product: (name, price) => `Sí, lo tenemos: ${name}, ${price}.`,
		soldOut: (name) => `${name} está agotado en este momento.`,
		noProduct: "Ese artículo no lo encuentro en la tienda.",
		later: (formal) => `Lo consulto y ${formal ? "le" : "te"} digo enseguida.`,
		thanks: (formal) => (formal ? "Gracias a usted." : "¡Gracias a ti!"),
		closing: "Cualquier otra cosa, aquí estamos.",
		states: {
			pending: "está pendiente de pago",
			paid: "está pagado y lo estamos preparando",
			shipped: "ya ha salido",
			"in transit": "está en camino",
			"out for delivery": "está en reparto, llega hoy",
			delayed: "está en camino, pero con retraso",
			delivered: "está entregado",
			returned: "ha vuelto a la tienda",
			cancelled: "está cancelado",
			refunded: "está reembolsado",
		},
	},
	pt: {
		locale: "pt-BR",
		greeting: (name, formal) => (formal ? `Bom dia${name && `, ${name}`}.` : `Olá${name && `, ${name}`}!`),
		order: (id, state, formal) => `${formal ? "O seu" : "Seu"} pedido ${id} ${state}.`,
		parcel: (carrier, number) => `Vai pela ${carrier}, número ${number}.`,
		noOrder: (id) => `Não encontro nenhum pedido ${id} em seu nome: pode conferir o número?`,
		whichOrder: () => "Pode me dizer o número do pedido?",
		noted: (id) => `Deixei anotado no seu pedido ${id}.`,
		product: (name, price) => `Sim, temos: ${name}, ${price}.`,
		soldOut: (name) => `${name} está esgotado no momento.`,
		noProduct: "Não encontrei esse artigo na loja.",
		later: () => "Vou verificar e já respondo.",
		thanks: () => "Obrigada nós!",
		closing: "Qualquer outra coisa, é só escrever.",
		states: {
			pending: "aguarda o pagamento",
			paid: "está pago e em preparação",
			shipped: "já foi enviado",
			"in transit": "está a caminho",
			"out for delivery": "está em rota de entrega, chega hoje",
			delayed: "está a caminho, mas com atraso",
			delivered: "foi entregue",
			returned: "voltou para a loja",
			cancelled: "está cancelado",
			refunded: "está reembolsado",
		},
	},
};
