import type { Language, Outcome } from "./finding";
import type { Objection } from "./signal";

/** What is written when the user has no words of their own: what was asked, what stood in the way, and the later attempts. */
export type SuggestionTexts = {
	/** What `{product}` is where no product is known. */
	noProduct: string;
	/** How a product's name stands in a sentence: in quotes, since nobody knows its article. */
	product: string;
	/** The customer asked and was never answered. */
	unanswered: string;
	/** The customer wrote after what we sent, and asked nothing. */
	wroteLast: string;
	paymentLink: string;
	cart: string;
	outcome: Record<Outcome, string>;
	objection: Record<Objection, string>;
	second: string;
	last: string;
};

/** In the customer's language, which need not be the user's: these are no texts of the interface. */
export const suggestionTexts: Record<Language, SuggestionTexts> = {
	en: {
		noProduct: "what you asked about",
		product: "“{product}”",
		unanswered:
			"Hi {name}, sorry for the late answer about {product}. Are you still interested? I am here to help.",
		wroteLast:
			"Hi {name}, thank you for your message about {product}. Sorry that you had to wait: how can I help?",
		paymentLink:
			"Hi {name}, did the payment link for {product} work for you? I can send you another one if you need it.",
		cart: "Hi {name}, you left {product} in your cart. Is there anything I can help you with?",
		outcome: {
			abandoned: "Hi {name}, you asked us about {product}. Is there anything else you would like to know?",
			pending: "Hi {name}, have you had time to think about {product}? I am happy to answer any question.",
			lost: "Hi {name}, I understand that {product} was not right for you this time. Shall I look for something that fits better?",
		},
		objection: {
			price: "Hi {name}, about {product}: shall I see what we can do about the price?",
			trust:
				"Hi {name}, about {product}: is there anything that worries you? I am happy to answer every question.",
			"delivery-time":
				"Hi {name}, about {product}: by when do you need it? Then I can check whether it is possible.",
			"delivery-cost": "Hi {name}, about {product}: shall I see what we can do about the delivery cost?",
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
		product: "“{product}”",
		unanswered:
			"Hola {name}, perdona la demora en responderte sobre {product}. ¿Te sigue interesando? Estoy para ayudarte.",
		wroteLast:
			"Hola {name}, gracias por tu mensaje sobre {product}. Perdona la espera: ¿en qué te puedo ayudar?",
		paymentLink:
			"Hola {name}, ¿te funcionó el enlace de pago de {product}? Si lo necesitas, te puedo enviar otro.",
		cart: "Hola {name}, dejaste {product} en tu carrito. ¿Te puedo ayudar en algo?",
		outcome: {
			abandoned: "Hola {name}, nos preguntaste por {product}. ¿Hay algo más que te gustaría saber?",
			pending: "Hola {name}, ¿has podido pensar en {product}? Con gusto te respondo cualquier duda.",
			lost: "Hola {name}, entiendo que {product} no era para ti esta vez. ¿Te busco algo que te convenga más?",
		},
		objection: {
			price: "Hola {name}, sobre {product}: ¿quieres que mire qué podemos hacer con el precio?",
			trust:
				"Hola {name}, sobre {product}: ¿hay algo que te preocupe? Con gusto te respondo cualquier pregunta.",
			"delivery-time":
				"Hola {name}, sobre {product}: ¿para cuándo lo necesitas? Así puedo mirar si es posible.",
			"delivery-cost":
				"Hola {name}, sobre {product}: ¿quieres que mire qué podemos hacer con el costo del envío?",
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
		product: "“{product}”",
		unanswered:
			"Olá {name}, desculpe a demora em responder sobre {product}. Ainda tem interesse? Estou aqui para ajudar.",
		wroteLast:
			"Olá {name}, obrigado pela sua mensagem sobre {product}. Desculpe a espera: como posso ajudar?",
		paymentLink: "Olá {name}, o link de pagamento de {product} funcionou? Se precisar, posso enviar outro.",
		cart: "Olá {name}, você deixou {product} no carrinho. Posso ajudar em alguma coisa?",
		outcome: {
			abandoned: "Olá {name}, você nos perguntou sobre {product}. Quer saber mais alguma coisa?",
			pending: "Olá {name}, conseguiu pensar sobre {product}? Respondo com gosto qualquer dúvida.",
			lost: "Olá {name}, entendo que {product} não deu certo desta vez. Quer que eu procure algo que combine mais com você?",
		},
		objection: {
			price: "Olá {name}, sobre {product}: quer que eu veja o que podemos fazer quanto ao preço?",
			trust:
				"Olá {name}, sobre {product}: tem alguma coisa que preocupa você? Respondo com gosto qualquer pergunta.",
			"delivery-time":
				"Olá {name}, sobre {product}: para quando você precisa? Assim posso ver se é possível.",
			"delivery-cost":
				"Olá {name}, sobre {product}: quer que eu veja o que podemos fazer quanto ao valor da entrega?",
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
