import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { createContactDb } from "../../../lib/whatsapp/contact-db";

const { signal } = new AbortController();
let factory: IDBFactory;

function fill(records: object[], { store = "contact", name = "model-storage" } = {}): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = factory.open(name, 1);
		request.onupgradeneeded = () => {
			const contacts = request.result.createObjectStore(store, { keyPath: "id" });
			for (const record of records) contacts.put(record);
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
		request.onerror = () => reject(request.error);
	});
}

beforeEach(() => {
	factory = new IDBFactory();
});

const byName = (name: string) => createContactDb(factory).find({ name }, signal);
const byLid = (lid: string) => createContactDb(factory).find({ lid }, signal);
const ines = {
	id: "111@lid",
	phoneNumber: "351912345678@c.us",
	name: "Inês Carvalho",
	shortName: "Inês",
	pushname: "Nês",
};

describe("the page's contacts", () => {
	it.each(["Inês Carvalho", "Inês", "Nês", "~Nês", "\u200eIne\u0302s\u00a0Carvalho"])(
		"are found by %j",
		async (name) => {
			await fill([ines, { id: "222@lid", name: "Somebody" }]);
			expect(await byName(name)).toEqual({ id: "111@lid", phoneId: "351912345678@c.us" });
		},
	);
	it("are found by LID", async () => {
		await fill([ines]);
		expect(await byLid("111@lid")).toEqual({ id: "111@lid", phoneId: "351912345678@c.us" });
		expect(await byLid("112@lid")).toBeNull();
	});
	it.each(["inês carvalho", "Inês Carvalho 2", "Carvalho", "", "351912345678"])(
		"are not found by %j",
		async (name) => {
			await fill([ines]);
			expect(await byName(name)).toBeNull();
		},
	);
	it("are not found when two people have the name, not even when one has no number", async () => {
		await fill([ines, { id: "222@lid", pushname: "Inês Carvalho" }]);
		expect(await byName("Inês Carvalho")).toBeNull();
	});
	it("are one person when LID and number lead to the same phone", async () => {
		await fill([{ id: "351912345678@c.us", name: "Inês Carvalho" }, ines]);
		expect(await byName("Inês Carvalho")).toEqual({ id: "111@lid", phoneId: "351912345678@c.us" });
	});
	it("may have no number, and never one made of a LID", async () => {
		await fill([{ id: "351912345678@lid", name: "Inês", phoneNumber: "351912345678@lid" }]);
		expect(await byName("Inês")).toEqual({ id: "351912345678@lid" });
	});
	it("are found in a long address book", async () => {
		const many = Array.from({ length: 1700 }, (_, index) => ({
			id: `${10_000 + index}@lid`,
			name: `Contact ${index}`,
		}));
		await fill([...many, ines]);
		expect(await byName("Contact 1699")).toEqual({ id: "11699@lid" });
		expect(await byName("Inês")).toMatchObject({ id: "111@lid" });
	});
	it("survive records of any shape", async () => {
		await fill([
			{ id: "a" },
			{ id: "1@lid", name: 7 },
			{ id: "2@lid", name: "Ana", phoneNumber: "34611222333@c.us" },
		]);
		expect(await byName("Ana")).toEqual({ id: "2@lid", phoneId: "34611222333@c.us" });
	});
});

describe("the page's database", () => {
	const names = async () => (await factory.databases()).map(({ name }) => name);

	it("is not created when it does not exist", async () => {
		expect(await byName("Ana")).toBeNull();
		expect(await names()).toEqual([]);
	});
	it("is left alone when it has no such store", async () => {
		await fill([], { store: "chat" });
		expect(await byName("Ana")).toBeNull();
		expect(await byLid("1@lid")).toBeNull();
	});
	it("is not held open: the page can upgrade it at once", async () => {
		await fill([ines]);
		await byName("Inês");
		const upgraded = await new Promise((resolve) => {
			const request = factory.open("model-storage", 2);
			request.onblocked = () => resolve(false);
			request.onsuccess = () => {
				request.result.close();
				resolve(true);
			};
		});
		expect(upgraded).toBe(true);
	});
	it("answers null without IndexedDB, when opening throws, and after an abort", async () => {
		expect(await createContactDb(undefined).find({ name: "Ana" }, signal)).toBeNull();
		const refusing = {
			open: () => {
				throw new Error("denied");
			},
		} as unknown as globalThis.IDBFactory;
		expect(await createContactDb(refusing).find({ name: "Ana" }, signal)).toBeNull();
		await fill([ines]);
		expect(await createContactDb(factory).find({ name: "Inês" }, AbortSignal.abort())).toBeNull();
	});
});
