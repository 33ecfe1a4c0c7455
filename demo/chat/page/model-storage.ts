import { cast } from "../../cast";
import { phoneJid } from "./chats";
import { digitsOf } from "./deterministic";
import type { Chat } from "./model";

type ContactRecord = {
	id: string;
	phoneNumber?: string;
	name?: string;
	shortName?: string;
	pushname?: string;
};

/**
 * Fills the IndexedDB database `model-storage` the way the page keeps its contacts: one record a LID, with the
 * phone id beside it where the page knows it. Rejects when the browser refuses the database.
 */
export async function fillModelStorage(chats: readonly Chat[]): Promise<void> {
	const database = await openDatabase();
	const transaction = database.transaction("contact", "readwrite");
	const contacts = transaction.objectStore("contact");
	contacts.clear();
	for (const chat of chats) if (chat.kind === "contact") contacts.put(contactRecord(chat));
	await new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onerror = () => reject(transaction.error);
	});
	database.close();
}

function contactRecord(chat: Chat): ContactRecord {
	const isLid = chat.jid.endsWith("@lid");
	const record: ContactRecord = { id: isLid ? chat.jid : `${digitsOf(`lid-${chat.key}`, 15)}@lid` };
	if (!isLid) record.phoneNumber = `${chat.jid.split(/[:@]/)[0]}@c.us`;
	if (chat.key === cast.ines.key) record.phoneNumber = phoneJid(cast.ines.phone);
	if (chat.savedName) {
		record.name = chat.savedName;
		record.shortName = chat.savedName.split(" ")[0];
	}
	if (chat.pushName) record.pushname = chat.pushName;
	return record;
}

function openDatabase(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open("model-storage", 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore("contact", { keyPath: "id" });
			request.result.createObjectStore("chat", { keyPath: "id" });
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
