/** The words of the page itself. The real page has them in the account's language; nothing may depend on them. */
export type Labels = {
	/** BCP 47 tag, for the names of days. */
	language: string;
	chats: string;
	search: string;
	filterAll: string;
	filterUnread: string;
	filterGroups: string;
	nothingFound: string;
	message: string;
	messageTo: (name: string) => string;
	send: string;
	contactInfo: string;
	today: string;
	yesterday: string;
	you: string;
	sent: string;
	delivered: string;
	read: string;
	photo: string;
	voice: string;
	draft: string;
	unread: (count: number) => string;
	introTitle: string;
	introText: string;
	channelOnly: string;
	newest: string;
};

const english: Labels = {
	language: "en-GB",
	chats: "Chats",
	search: "Search or start a new chat",
	filterAll: "All",
	filterUnread: "Unread",
	filterGroups: "Groups",
	nothingFound: "No chats found",
	message: "Type a message",
	messageTo: (name) => `Type a message to ${name}`,
	send: "Send",
	contactInfo: "Click here for contact info",
	today: "Today",
	yesterday: "Yesterday",
	you: "You",
	sent: "Sent",
	delivered: "Delivered",
	read: "Read",
	photo: "Photo",
	voice: "Voice message",
	draft: "Draft",
	unread: (count) => (count === 1 ? "1 unread message" : `${count} unread messages`),
	introTitle: "No conversation open",
	introText: "Choose a chat on the left to read it and answer.",
	channelOnly: "Only the channel's owners can post here",
	newest: "Scroll to the newest message",
};

const spanish: Labels = {
	language: "es-ES",
	chats: "Chats",
	search: "Buscar un chat o iniciar uno nuevo",
	filterAll: "Todos",
	filterUnread: "No leídos",
	filterGroups: "Grupos",
	nothingFound: "No se encontró ningún chat",
	message: "Escribe un mensaje",
	messageTo: (name) => `Escribe un mensaje a ${name}`,
	send: "Enviar",
	contactInfo: "Haz clic aquí para ver la información del contacto",
	today: "Hoy",
	yesterday: "Ayer",
	you: "Tú",
	sent: "Enviado",
	delivered: "Entregado",
	read: "Leído",
	photo: "Foto",
	voice: "Mensaje de voz",
	draft: "Borrador",
	unread: (count) => (count === 1 ? "1 mensaje no leído" : `${count} mensajes no leídos`),
	introTitle: "Ninguna conversación abierta",
	introText: "Elige un chat a la izquierda para leerlo y responder.",
	channelOnly: "Solo los dueños del canal pueden publicar aquí",
	newest: "Ir al mensaje más reciente",
};

const portuguese: Labels = {
	language: "pt-BR",
	chats: "Conversas",
	search: "Pesquisar ou começar uma nova conversa",
	filterAll: "Tudo",
	filterUnread: "Não lidas",
	filterGroups: "Grupos",
	nothingFound: "Nenhuma conversa encontrada",
	message: "Digite uma mensagem",
	messageTo: (name) => `Digite uma mensagem para ${name}`,
	send: "Enviar",
	contactInfo: "Clique para mostrar os dados do contato",
	today: "Hoje",
	yesterday: "Ontem",
	you: "Você",
	sent: "Enviada",
	delivered: "Entregue",
	read: "Lida",
	photo: "Foto",
	voice: "Mensagem de voz",
	draft: "Rascunho",
	unread: (count) => (count === 1 ? "1 mensagem não lida" : `${count} mensagens não lidas`),
	introTitle: "Nenhuma conversa aberta",
	introText: "Escolha uma conversa à esquerda para ler e responder.",
	channelOnly: "Somente os donos do canal podem publicar aqui",
	newest: "Ir para a mensagem mais recente",
};

/** The labels for `?lang=`; English for anything else than `es` and `pt`. */
export function labelsFor(language: string | null): Labels {
	if (language === "es") return spanish;
	if (language === "pt") return portuguese;
	return english;
}
