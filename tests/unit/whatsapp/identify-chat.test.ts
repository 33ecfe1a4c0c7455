import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { ContactMatch, ContactQuery } from "../../../lib/whatsapp/contact-db";
import {
	type ChatIdentifier,
	createChatIdentifier,
	peekLag,
	peekRetries,
} from "../../../lib/whatsapp/identify-chat";
import type { PeekMessage } from "../../../lib/whatsapp/peek-protocol";
import { ana, chatAnswer, lucia, otherAna } from "../../fixtures/whatsapp/peek-answers";
import { createFakeTime } from "./fake-schedule";

let time: ReturnType<typeof createFakeTime>;
let page: PeekMessage;
let asked: number;
let queries: ContactQuery[];
let contact: () => Promise<ContactMatch | null>;
let changes: number;
let controller: AbortController;
let chats: ChatIdentifier;

function start(): void {
	time = createFakeTime();
	page = { status: "none" };
	asked = 0;
	queries = [];
	contact = () => Promise.resolve(null);
	changes = 0;
	controller = new AbortController();
	chats = createChatIdentifier({
		peek: {
			ask() {
				asked++;
				return page;
			},
		},
		contactDb: {
			find(query) {
				queries.push(query);
				return contact();
			},
		},
		now: time.now,
		schedule: time.schedule,
		onChange: () => changes++,
		signal: controller.signal,
	});
}

beforeEach(start);

const settling = () => new Promise((resolve) => setTimeout(resolve));
const idNow = () => chats.current().chatId?.value;

describe("a chat whose data agree with the header", () => {
	it("is settled in the moment it is opened", () => {
		page = ana;
		chats.open("Ana");
		expect(chats.current()).toMatchObject({
			chatId: { value: "34611222333@c.us", strategy: "peek", sureness: "certain" },
			settled: true,
		});
		expect([asked, changes, time.waiting()]).toEqual([1, 0, 0]);
	});
	it("has a LID contact's phone", () => {
		page = chatAnswer("123@lid", "Sofía", "5491155550123@c.us");
		chats.open("Sofía");
		expect(chats.current()).toMatchObject({ phoneId: { value: "5491155550123@c.us" }, settled: true });
		expect(queries).toEqual([]);
	});
	it("is looked up in the address book by LID when the phone is missing", async () => {
		page = chatAnswer("123@lid", "Inês");
		contact = () => Promise.resolve({ id: "123@lid", phoneId: "351912345678@c.us" });
		chats.open("Inês");
		expect(chats.current()).toMatchObject({ chatId: { value: "123@lid" }, settled: false });
		await settling();
		expect(queries).toEqual([{ lid: "123@lid" }]);
		expect(chats.current()).toMatchObject({
			chatId: { value: "123@lid" },
			phoneId: { value: "351912345678@c.us", strategy: "contact-db-id", sureness: "likely" },
			settled: true,
		});
		expect(changes).toBe(1);
	});
	it("may have no phone at all", async () => {
		page = chatAnswer("123@lid", "@nora");
		chats.open("@nora");
		await settling();
		expect(chats.current()).toMatchObject({ phoneId: undefined, settled: true });
	});
});

describe("data that lag behind the header", () => {
	it("are asked again until they agree", () => {
		page = lucia;
		chats.open("Lucía");
		chats.open("Ana");
		expect(chats.current()).toEqual({ settled: false });
		time.pass(200);
		expect(chats.current().settled).toBe(false);
		page = ana;
		time.pass(80);
		expect(chats.current()).toMatchObject({ chatId: { value: "34611222333@c.us" }, settled: true });
		expect(time.waiting()).toBe(0);
	});
	it("are not believed about a chat of the same name until the id changes", () => {
		page = ana;
		chats.open("Ana");
		time.pass(5000);
		chats.open("Ana");
		expect(chats.current()).toEqual({ settled: false });
		time.pass(300);
		expect(chats.current()).toEqual({ settled: false });
		page = otherAna;
		time.pass(200);
		expect(idNow()).toBe("525512345678@c.us");
	});
	it("are believed at once when the id is another one already", () => {
		page = ana;
		chats.open("Ana");
		page = otherAna;
		chats.open("Ana");
		expect(chats.current()).toMatchObject({ chatId: { value: "525512345678@c.us" }, settled: true });
	});
	it("are believed with the same id when the time of lagging is over", () => {
		page = ana;
		chats.open("Ana");
		chats.open("Ana");
		time.pass(peekLag - 1);
		expect(chats.current().settled).toBe(false);
		time.pass(11);
		expect(chats.current()).toMatchObject({ chatId: { value: "34611222333@c.us" }, settled: true });
	});
	it("are not believed about any chat of the last moments that they may still be at", () => {
		page = ana;
		chats.open("Ana");
		chats.open("Lucía");
		chats.open("Ana");
		expect(chats.current().settled).toBe(false);
		time.pass(peekLag + 10);
		expect(chats.current().settled).toBe(true);
	});
	it("are believed at once about a chat before when they have named a later one", () => {
		page = ana;
		chats.open("Ana");
		page = lucia;
		chats.open("Lucía");
		page = ana;
		chats.open("Ana");
		expect(chats.current()).toMatchObject({ chatId: { value: "34611222333@c.us" }, settled: true });
		chats.open("Ana");
		expect(chats.current().settled).toBe(false);
	});
	it("never name another chat than the open one, however chats of the same name are gone through", () => {
		const anywhere = [ana, otherAna, lucia, chatAnswer("123@lid", "Ana", "5491155550123@c.us")] as const;
		const step = fc.record({
			to: fc.constantFrom(...anywhere),
			after: fc.integer({ min: 0, max: 2_500 }),
			lag: fc.integer({ min: 0, max: peekLag - 1 }),
		});
		fc.assert(
			fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
				start();
				let wrong = 0;
				let arrived = -1;
				const pass = (ms: number, open: string) => {
					for (let passed = 0; passed < ms; passed += 5) {
						time.pass(5);
						if (![undefined, open].includes(idNow())) wrong++;
					}
				};
				for (const [index, { to, after, lag }] of steps.entries()) {
					// The data come after the header, and in its order.
					time.schedule(() => {
						if (index <= arrived) return;
						arrived = index;
						page = to;
					}, lag);
					chats.open(to.names[0]);
					pass(after, to.chatId);
				}
				expect(wrong).toBe(0);
				time.pass(5_000);
				expect(idNow()).toBe(steps.at(-1)?.to.chatId);
			}),
			{ numRuns: 500 },
		);
	});
	it("are not believed when a chat of the same name was passed through before its id was known", () => {
		page = lucia;
		chats.open("Lucía");
		time.pass(5000);
		chats.open("Ana");
		time.pass(40);
		chats.open("Ana");
		page = ana;
		time.pass(100);
		expect(chats.current().settled).toBe(false);
		page = otherAna;
		time.pass(peekLag);
		expect(idNow()).toBe("525512345678@c.us");
	});
	it("of a closed chat are not believed about the next one of its name", () => {
		page = ana;
		chats.open("Ana");
		chats.close();
		expect(chats.current()).toEqual({ settled: true });
		chats.open("Ana");
		expect(chats.current()).toEqual({ settled: false });
		page = otherAna;
		time.pass(50);
		expect(idNow()).toBe("525512345678@c.us");
	});
	it("are not asked for ever", async () => {
		page = lucia;
		chats.open("Ana");
		time.pass(10_000);
		await settling();
		expect(asked).toBe(peekRetries.length + 1);
		expect(queries).toEqual([{ name: "Ana" }]);
		expect(chats.current()).toEqual({ settled: true });
		time.pass(60_000);
		expect([asked, time.waiting()]).toEqual([peekRetries.length + 1, 0]);
	});
});

describe("a page that never answers", () => {
	beforeEach(() => {
		page = { status: "unavailable" };
	});
	it("is given a moment at the first chat, then the address book is asked by name", async () => {
		contact = () => Promise.resolve({ id: "123@lid", phoneId: "34611222333@c.us" });
		chats.open("Ana");
		expect(queries).toEqual([]);
		time.pass(400);
		await settling();
		expect(chats.current()).toMatchObject({
			chatId: { value: "123@lid", strategy: "contact-db-name", sureness: "guess" },
			phoneId: { value: "34611222333@c.us", strategy: "contact-db-name", sureness: "guess" },
			settled: true,
		});
	});
	it("is asked once at every later chat", async () => {
		chats.open("Ana");
		time.pass(400);
		await settling();
		const before = asked;
		chats.open("Lucía");
		await settling();
		expect(asked).toBe(before + 1);
		expect(queries.at(-1)).toEqual({ name: "Lucía" });
		expect(chats.current()).toEqual({ settled: true });
	});
	it("that begins to answer is believed", () => {
		chats.open("Ana");
		time.pass(40);
		page = ana;
		time.pass(60);
		expect(idNow()).toBe("34611222333@c.us");
	});
	it("whose address book hangs settles without it", () => {
		contact = () => new Promise(() => {});
		chats.open("Ana");
		time.pass(5000);
		expect(chats.current()).toEqual({ settled: true });
	});
	it("whose address book fails settles without it", async () => {
		contact = () => Promise.reject(new Error("denied"));
		chats.open("Ana");
		time.pass(400);
		await settling();
		expect(chats.current()).toEqual({ settled: true });
	});
	it("has no late answer about a chat that was left", async () => {
		const answers: ((match: ContactMatch) => void)[] = [];
		contact = () => new Promise((resolve) => answers.push(resolve));
		chats.open("Ana");
		time.pass(400);
		chats.open("Lucía");
		answers[0]?.({ id: "34611222333@c.us", phoneId: "34611222333@c.us" });
		await settling();
		expect(idNow()).toBeUndefined();
	});
});

describe("a header without a title", () => {
	it("agrees with nothing, and is over in the end", () => {
		page = ana;
		chats.open(undefined);
		expect(chats.current()).toEqual({ settled: false });
		time.pass(5000);
		expect(chats.current()).toEqual({ settled: true });
		expect([asked, queries.length]).toEqual([0, 0]);
	});
	it("does not delay the title that comes a moment later", () => {
		page = ana;
		chats.open(undefined);
		time.pass(20);
		chats.open("Ana");
		expect(chats.current()).toMatchObject({ chatId: { value: "34611222333@c.us" }, settled: true });
	});
});

it("nothing happens after an abort", () => {
	page = lucia;
	chats.open("Ana");
	controller.abort();
	const before = asked;
	page = ana;
	time.pass(10_000);
	expect([asked, changes, time.waiting()]).toEqual([before, 0, 0]);
});
