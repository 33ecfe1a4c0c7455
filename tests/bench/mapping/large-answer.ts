const length = 1024 * 1024;

/** Some 1 MB of JSON as a CRM lists its contacts, each with orders. */
export function largeAnswer(): string {
	const contacts: object[] = [];
	for (let bytes = 0; bytes < length; ) {
		const id = contacts.length;
		const contact = {
			uid: id,
			person: { given: `Given ${id}`, family: `Family ${id}` },
			mails: [{ address: `contact${id}@example.com`, main: true }],
			note: "Prefers to be called in the afternoon, and pays by card.",
			purchases: Array.from({ length: 5 }, (_, index) => ({
				ref: `A-${id}-${index}`,
				cents: 100 * index + id,
			})),
		};
		contacts.push(contact);
		bytes += JSON.stringify(contact).length + 1;
	}
	return JSON.stringify({ data: { contacts } });
}

/** Finds one contact among them and makes a customer of it, as a mapping of a CRM without a search does. */
export const mapping = `data.contacts[1000].{
	"id": uid,
	"name": person.given & " " & person.family,
	"email": mails[0].address,
	"orders": [purchases.{ "name": ref, "amount": cents / 100 }]
}`;
