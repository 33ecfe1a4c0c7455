import type { Conversation } from "./conversation";

export const marco: Conversation = {
	script: `
@ -5 15:20
< Buongiorno, vorrei informazioni sul *copripiumino* matrimoniale
> Buongiorno Marco! Certo, lo abbiamo in lino e cotone, 89 €
< La misura 220 x 240 è disponibile?
> Sì, in Naturale, Oliva e Añil
< Bellissimo il verde oliva
< Quanto tempo per la consegna a Torino?
> Tre o quattro giorni lavorativi
@ -4 09:10
< Ordinato! Con due federe
> Ricevuto, grazie mille
> Parte domani con BRT
@ -2 18:02
< Il corriere dice "indirizzo incompleto"
< Ho scritto il citofono nelle note
> Mi dispiace! Mi dai di nuovo l'indirizzo così lo correggo?
< Via Garibaldi 22, scala B⏎Citofono Bianchi-Russo⏎10122 Torino
> {Via Garibaldi 22, scala B} Corretto, riprovano domani mattina
< Perfetto
@ -1 10:47
< [image parcel]
< Arrivato, tutto perfetto
> Che bello! Grazie della foto
@ 0 10:14
< Una domanda: se volessi anche la *coperta di lana*?
> È a 79 €, e con il tuo ordine ti tolgo le spese di spedizione
< Ci penso un attimo
`,
	nextLines: [
		"Va bene, la prendo in Terracotta",
		"Posso pagare con PayPal?",
		"Per la consegna chiamate mia moglie, +39 347 765 4321",
	],
	unread: 0,
};

export const ines: Conversation = {
	script: `
@ -6 11:33
< Bom dia! Encomendei a toalha de mesa na semana passada
< Ainda não recebi nada
> Bom dia Inês! Vou já ver o que se passa
> A encomenda está em Lisboa desde ontem
< Ah ótimo
< Conseguem entregar depois das 18h?
> Vou pedir à transportadora, um momento
> Sim, entre as *18h e as 20h*
< Perfeito, obrigada!
@ -5 20:05
< [image cushion]
< Chegou! Fica linda na mesa
> Que maravilha! 😍
@ -1 14:50
< Olá outra vez
< As *velas perfumadas* voltam a ter stock?
> Olá Inês, chegam na terça-feira
< {Olá Inês, chegam na terça-feira} Pode reservar-me quatro?
> Reservadas, 21 € cada
@ 0 09:48
< Obrigada Marta!
`,
	nextLines: ["Afinal podem ser seis velas?", "E duas em Terracota, se houver"],
};

export const beatriz: Conversation = {
	script: `
@ -2 13:15
< Oi, tudo bem? Comprei a *canga de linho* com vocês
< Aqui é a Beatriz, de São Paulo
> Oi Beatriz, tudo ótimo! Como posso ajudar?
< O rastreio parou em Curitiba faz 5 dias
> Deixa eu verificar aqui
> Está na alfândega, costuma levar de 3 a 6 dias úteis
< Entendi
< Preciso pagar alguma taxa?
> Não, os impostos já foram pagos na compra
< Ufa 😅
@ -1 19:32
< [voice 21]
> Pode deixar, eu acompanho e te aviso
@ 0 11:15
> Oi Beatriz! Liberaram o pacote agora de manhã!
< Aeee! Muito obrigada
< Chega até sexta?
`,
	nextLines: ["Maravilha, vou ficar de olho", "Se precisar, meu outro número é +55 11 91234-5678"],
	unread: 1,
};

export const emma: Conversation = {
	script: `
@ -7 09:40
< Hi there! Do you ship to the UK?
> Hi Emma! Yes, we do, 4 to 6 working days
< Brilliant. I'm after two *serving bowls* and the carafe
> Lovely choice. The bowls are 32 € each, the carafe 36 €
< Any duties on top?
> No, it's all included in the price at checkout
@ -7 10:02
< Perfect, just placed the order
> Got it, thank you! 🙂
@ -3 16:28
< Hello, the parcel arrived but one bowl is cracked
< [image parcel]
< Gutted, they're so pretty
> Oh no, I'm so sorry Emma
> Would you rather have a *refund* or a *replacement*?
< {Would you rather have a refund or a replacement?} A replacement please, if it's not too much trouble
> Not at all, it leaves tomorrow
@ -1 12:10
< Any news on the new bowl?
> It's with Royal Mail, arriving tomorrow before 1 pm
@ 0 10:55
< Just arrived, in one piece this time!
< Thank you so much for sorting it out
`,
	nextLines: [
		"Quick one: do the bowls go in the dishwasher?",
		"Great. I might get a third one for my mum",
		"Could you text her too? She's on +44 7700 900123",
	],
	unread: 2,
};
