import type { Language, Outcome } from "./finding";
import type { Objection } from "./signal";

/** What is written when the user has no words of their own: what was asked, what stood in the way, and the later attempts. */
export type SuggestionTexts = {
	/** What `{product}` is where no product is known. */
	noProduct: string;
	/** The customer asked and was never answered. */
	unanswered: string;
	outcome: Record<Outcome, string>;
	objection: Record<Objection, string>;
	second: string;
	last: string;
};

/** In the customer's language, which need not be the user's: these are no texts of the interface. */
export const suggestionTexts: Record<Language, SuggestionTexts> = {
	en: {
		noProduct: "what you asked about",
		unanswered:
			"Hi {name}, sorry for the late answer about {product}. Are you still interested? I am here to help.",
		outcome: {
			abandoned:
				"Hi {name}, you asked us about {product} the other day. Is there anything else you would like to know?",
			pending: "Hi {name}, have you had time to think about {product}? I am happy to answer any question.",
			lost: "Hi {name}, I understand that {product} was not right for you this time. Shall I look for something that fits better?",
		},
		objection: {
			price:
				"Hi {name}, about {product}: I have looked at what we can do about the price. Shall I send you the options?",
			trust:
				"Hi {name}, about {product}: I am happy to show you reviews and how your purchase is protected. Would that help?",
			"delivery-time":
				"Hi {name}, about {product}: let me check whether you can have it sooner. By when do you need it?",
			"delivery-cost":
				"Hi {name}, about {product}: let me see what we can do about the delivery cost. Would you like me to?",
			stock:
				"Hi {name}, about {product}: shall I tell you as soon as it is back, or show you something similar?",
			timing: "Hi {name}, about {product}: is this a better moment? If not, tell me when I may write again.",
			approval: "Hi {name}, have you been able to talk about {product}? I can send a short summary to share.",
			fit: "Hi {name}, about {product}: I can help you choose the right one. Would you like to check it together?",
			payment: "Hi {name}, about {product}: there may be another way to pay. Which one would suit you?",
			competitor:
				"Hi {name}, have you compared {product}? Tell me what matters most to you and I will see what we can do.",
		},
		second:
			"Hi {name}, I just wanted to ask once more about {product}. If there is a doubt, I am glad to help.",
		last: "Hi {name}, this is my last message about {product}. If you ever want to come back to it, write to me here.",
	},
	es: {
		noProduct: "lo que consultaste",
		unanswered:
			"Hola {name}, perdona la demora en responderte sobre {product}. ¿Te sigue interesando? Estoy para ayudarte.",
		outcome: {
			abandoned: "Hola {name}, hace poco nos preguntaste por {product}. ¿Hay algo más que te gustaría saber?",
			pending: "Hola {name}, ¿has podido pensar en {product}? Con gusto te respondo cualquier duda.",
			lost: "Hola {name}, entiendo que {product} no era para ti esta vez. ¿Te busco algo que te convenga más?",
		},
		objection: {
			price:
				"Hola {name}, sobre {product}: he mirado qué podemos hacer con el precio. ¿Te paso las opciones?",
			trust:
				"Hola {name}, sobre {product}: te puedo enseñar opiniones de clientes y cómo está protegida tu compra. ¿Te ayudaría?",
			"delivery-time":
				"Hola {name}, sobre {product}: miro si puede llegarte antes. ¿Para cuándo lo necesitas?",
			"delivery-cost":
				"Hola {name}, sobre {product}: puedo ver qué hacemos con el costo del envío. ¿Quieres que lo mire?",
			stock: "Hola {name}, sobre {product}: ¿te aviso cuando vuelva a haber o te muestro algo parecido?",
			timing: "Hola {name}, sobre {product}: ¿es ahora mejor momento? Si no, dime cuándo puedo escribirte.",
			approval:
				"Hola {name}, ¿has podido hablar sobre {product}? Puedo enviarte un resumen corto para compartir.",
			fit: "Hola {name}, sobre {product}: puedo ayudarte a elegir bien. ¿Lo vemos juntos?",
			payment: "Hola {name}, sobre {product}: quizá haya otra forma de pago. ¿Cuál te vendría bien?",
			competitor:
				"Hola {name}, ¿has podido comparar {product}? Dime qué es lo más importante para ti y veo qué podemos hacer.",
		},
		second:
			"Hola {name}, solo quería preguntarte una vez más por {product}. Si tienes alguna duda, te ayudo con gusto.",
		last: "Hola {name}, este es mi último mensaje sobre {product}. Si más adelante te interesa, escríbeme por aquí.",
	},
	pt: {
		noProduct: "o que você perguntou",
		unanswered:
			"Olá {name}, desculpe a demora em responder sobre {product}. Ainda tem interesse? Estou aqui para ajudar.",
		outcome: {
			abandoned: "Olá {name}, há pouco você nos perguntou sobre {product}. Quer saber mais alguma coisa?",
			pending: "Olá {name}, conseguiu pensar sobre {product}? Respondo com gosto qualquer dúvida.",
			lost: "Olá {name}, entendo que {product} não deu certo desta vez. Quer que eu procure algo que combine mais com você?",
		},
		objection: {
			price: "Olá {name}, sobre {product}: vi o que podemos fazer quanto ao preço. Posso enviar as opções?",
			trust:
				"Olá {name}, sobre {product}: posso mostrar avaliações de clientes e como a sua compra é protegida. Ajudaria?",
			"delivery-time": "Olá {name}, sobre {product}: posso ver se chega antes. Para quando você precisa?",
			"delivery-cost":
				"Olá {name}, sobre {product}: posso ver o que fazemos quanto ao valor da entrega. Quer que eu veja?",
			stock: "Olá {name}, sobre {product}: aviso quando voltar ou mostro algo parecido?",
			timing:
				"Olá {name}, sobre {product}: agora é um momento melhor? Se não for, diga quando posso escrever.",
			approval:
				"Olá {name}, conseguiu conversar sobre {product}? Posso enviar um resumo curto para compartilhar.",
			fit: "Olá {name}, sobre {product}: posso ajudar a escolher o certo. Vemos juntos?",
			payment: "Olá {name}, sobre {product}: talvez haja outra forma de pagamento. Qual seria boa para você?",
			competitor:
				"Olá {name}, conseguiu comparar {product}? Diga o que é mais importante para você e vejo o que podemos fazer.",
		},
		second:
			"Olá {name}, só queria perguntar mais uma vez sobre {product}. Se tiver alguma dúvida, ajudo com gosto.",
		last: "Olá {name}, esta é a minha última mensagem sobre {product}. Se um dia quiser retomar, escreva por aqui.",
	},
};
