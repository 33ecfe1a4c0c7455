/**
 * The people of the demo. The demo CRM knows those with `inCrm`, the demo chat has a conversation with each.
 * Numbers are made up; every one is a possible number in its country.
 */
export type CastMember = {
	key: string;
	/** The customer's name in the CRM; the chat shows it too unless `chatTitle` says otherwise. */
	name: string;
	/** E.164 */
	phone: string;
	/** The header title, where it differs from the name (an unsaved number, a nickname). */
	chatTitle?: string;
	inCrm: boolean;
};

export const cast = {
	lucia: { key: "lucia", name: "Lucía Fernández", phone: "+34612345678", inCrm: true },
	marco: { key: "marco", name: "Marco Bianchi", phone: "+393331234567", inCrm: true },
	/** Known to the page by LID only; the page's own data has the number. */
	sofia: { key: "sofia", name: "Sofía Romero", phone: "+5491155550123", inCrm: true },
	/** LID contact whose number is only in the page's IndexedDB. */
	ines: { key: "ines", name: "Inês Carvalho", phone: "+351912345678", inCrm: true },
	/** Not in the address book: the header shows the number. */
	beatriz: {
		key: "beatriz",
		name: "Beatriz Souza",
		phone: "+5511987654321",
		chatTitle: "+55 11 98765-4321",
		inCrm: true,
	},
	/** Two customers of the CRM share this number. */
	ortega: {
		key: "ortega",
		name: "Carmen Ortega",
		phone: "+34655443322",
		chatTitle: "Familia Ortega",
		inCrm: true,
	},
	/** Two contacts of the same name, two numbers. */
	ana: { key: "ana", name: "Ana López", phone: "+34611222333", inCrm: true },
	otherAna: { key: "otherAna", name: "Ana López", phone: "+525512345678", inCrm: true },
	/** Everything in this conversation has the page's older classes and ids. */
	emma: { key: "emma", name: "Emma Clarke", phone: "+447911123456", inCrm: true },
	/** A number the CRM does not know. */
	stranger: { key: "stranger", name: "+34 699 000 111", phone: "+34699000111", inCrm: false },
} as const satisfies Record<string, CastMember>;

/** Contacts the CRM does not know, for the follow-up: three asked and fell silent, the last one bought. */
export const followedUp = {
	carla: { name: "Carla Montes", phone: "+34622103040" },
	bruno: { name: "Bruno Teixeira", phone: "+351936112233" },
	hannah: { name: "Hannah Reed", phone: "+447911654321" },
	paco: { name: "Paco Giménez", phone: "+34633507090" },
} as const;
