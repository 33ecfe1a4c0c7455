import type { Conversation } from "./conversation";

/** Three who asked, were answered and fell silent, and one who bought: what a follow-up finds of them a day later. In the tour they have just done so. */
export const carla: Conversation = {
	script: `
@ -2 17:20
< Hola, buenas tardes! Cuánto cuesta la *funda nórdica* de lino para cama de 150?
> Hola Carla! Son 129 €, con dos fundas de almohada incluidas
< Uf, es un poco cara para mí ahora
> Te entiendo. Hay también la de algodón, a 79 €
< Vale, me lo pienso y te digo
`,
	nextLines: ["Hola! Sí, me quedo con la de algodón", "Puedo pagar con Bizum?"],
};

export const bruno: Conversation = {
	script: `
@ -2 16:05
< Oi, boa tarde! Quanto custa o *jogo de toalhas*?
> Oi Bruno! O jogo com quatro sai por 54 €
< E o frete para o Porto, quanto fica?
> O frete são 9 €, chega em três dias
< Hmm, o frete é caro. Vou falar com a minha esposa
`,
	nextLines: ["Ela gostou! Pode mandar o link?", "Chega antes de sábado?"],
};

export const hannah: Conversation = {
	script: `
@ -2 15:10
< Hi there! Is the *table lamp* still in stock?
> Hello Hannah, yes, two left in Natural
< Lovely. How much is it with shipping to Bristol?
> 68 € for the lamp and 12 € for shipping, so 80 € in all
> Here is the payment link: https://pay.casabrisa.example/l/8841
`,
	nextLines: ["Sorry, busy week! I would still like the lamp", "Can you send me the link again?"],
};

export const paco: Conversation = {
	script: `
@ -2 18:02
< Buenas, qué precio tiene la *manta de lana*?
> Hola Paco! 79 €, envío gratis
< Perfecto, me la llevo. Cómo pago?
> Te paso el enlace: https://pay.casabrisa.example/l/8842
< Pagado! Muchas gracias
> Recibido, sale mañana
`,
	nextLines: ["Ya ha llegado, es preciosa", "Tenéis también cojines a juego?"],
};
