import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Conversations } from "@/entrypoints/background/conversations";
import { cardKey } from "@/lib/crm/lookup";
import { conversations as states, watchConversation } from "@/lib/platform/conversations";
import { cards, phoneLinks } from "@/lib/platform/database";
import { createBackgroundWorld, endpoint, idOf, lid, pageOf, until } from "./background-world";

const ana = "+34612345678";
const luis = "+34655555555";
const tab = 7;

let world: Awaited<ReturnType<typeof createBackgroundWorld>>;
let worker: Conversations;

beforeEach(async () => {
	world = await createBackgroundWorld();
	worker = world.startWorker();
});

const open = (phone: string, title = phone) => worker.reportPage(tab, pageOf({ title, chatId: idOf(phone) }));
const customerOf = async (tabId = tab) => (await worker.get(tabId)).customer;
const untilCustomer = (expected: object, tabId = tab) =>
	until(async () => expect(await customerOf(tabId)).toMatchObject(expected));

/** The customer's name on the card the tab shows. */
async function shownName(tabId = tab): Promise<string | undefined> {
	const customer = await customerOf(tabId);
	const key = "card" in customer ? customer.card?.key : undefined;
	return key === undefined ? undefined : (await cards.get(key))?.answer.customers[0]?.name;
}

describe("a tab", () => {
	it("that never reported has no conversation", async () => {
		expect(await worker.get(99)).toEqual({
			identity: { kind: "none" },
			health: null,
			customer: { status: "idle" },
			facts: null,
			typedPhone: null,
			known: { link: null, rejected: [], claimants: [] },
			question: null,
		});
	});

	it("shows the customer of the chat it opens", async () => {
		await open(ana);
		expect(await worker.get(tab)).toMatchObject({
			identity: { kind: "contact", phone: ana },
			customer: { status: "loading" },
		});
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready", refreshing: false, stale: false });
		expect(await shownName()).toBe(`Customer of ${ana}`);
	});

	it("shows a kept card at once, without saying that it is fetched", async () => {
		for (const phone of [ana, luis]) {
			await open(phone);
			(await world.requestFor(phone)).answer();
			await untilCustomer({ status: "ready" });
		}
		const told: string[] = [];
		const controller = new AbortController();
		watchConversation(tab, ({ customer }) => told.push(customer.status), controller.signal);
		await open(ana);
		await until(() => expect(told.length).toBeGreaterThan(0));
		controller.abort();
		expect(told[0]).toBe("ready");
		expect(await shownName()).toBe(`Customer of ${ana}`);
	});

	it("is not the chat before for longer than a moment when the CRM takes its time", async () => {
		await open(ana);
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
		// Done once the panel can know of it: nobody has answered.
		await open(luis);
		expect(await states.get(tab)).toMatchObject({
			identity: { phone: luis },
			customer: { status: "loading" },
		});
	});

	it("keeps its card while the page reports the same chat again", async () => {
		await open(ana);
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
		await worker.reportPage(tab, {
			...pageOf({ title: "Ana (2)", chatId: idOf(ana) }),
			health: { state: "broken", checks: [] },
		});
		expect(await worker.get(tab)).toMatchObject({
			identity: { name: "Ana (2)" },
			health: { state: "broken" },
			customer: { status: "ready" },
		});
		expect(world.requests).toHaveLength(1);
	});

	it.each([
		["no chat is open", pageOf()],
		["a group is open", pageOf({ chatId: "12036304@g.us" })],
		["nobody knows the number", pageOf({ chatId: lid })],
		["the number may still come", pageOf({ chatId: lid, settled: false })],
	])("asks nothing while %s, and cancels what was asked before", async (_case, page) => {
		await open(ana);
		const request = await world.requestFor(ana);
		await worker.reportPage(tab, page);
		expect(request.signal?.aborted).toBe(true);
		expect(await customerOf()).toEqual({ status: "idle" });
		expect(world.requests).toHaveLength(1);
	});

	it("says that no CRM is connected", async () => {
		await world.settings.update((settings) => ({ ...settings, crm_endpoints: [] }), "test");
		await open(ana);
		await untilCustomer({ status: "not-configured" });
		expect(world.requests).toEqual([]);
	});

	it("that is closed leaves nothing behind", async () => {
		await open(ana);
		const request = await world.requestFor(ana);
		await world.closeTab(tab);
		expect(request.signal?.aborted).toBe(true);
		await until(async () => expect((await worker.get(tab)).identity).toEqual({ kind: "none" }));
	});

	it("that is closed while it is judged leaves nothing behind, and asks for nobody", async () => {
		const opened = open(ana);
		await world.closeTab(tab);
		await opened;
		for (const request of world.requests) request.answer();
		expect(world.requests.filter(({ signal }) => !signal?.aborted)).toEqual([]);
		expect(await states.get(tab)).toBeUndefined();
	});

	it("that is forgotten while its customer is fetched stays forgotten", async () => {
		const opened = open(ana);
		const request = await world.requestFor(ana);
		await worker.forget();
		await opened;
		expect(request.signal?.aborted).toBe(true);
		expect(await states.get(tab)).toBeUndefined();
	});

	it("that is closed while its customer is fetched leaves nothing behind", async () => {
		const opened = open(ana);
		await world.requestFor(ana);
		await world.closeTab(tab);
		await opened;
		expect(await states.get(tab)).toBeUndefined();
	});

	it("knows nothing of the chat in another tab", async () => {
		await open(ana);
		await worker.reportPage(8, pageOf({ chatId: idOf(luis) }));
		(await world.requestFor(luis)).answer();
		await untilCustomer({ status: "ready" }, 8);
		expect(await customerOf(tab)).toEqual({ status: "loading" });
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
		expect([await shownName(tab), await shownName(8)]).toEqual([`Customer of ${ana}`, `Customer of ${luis}`]);
	});
});

describe("the last chat opened wins", () => {
	it("when the answer for the one before comes last", async () => {
		await open(ana);
		const slow = await world.requestFor(ana);
		await open(luis);
		(await world.requestFor(luis)).answer();
		await untilCustomer({ status: "ready" });
		slow.answer();
		const lateCard = cardKey(endpoint, { phone: ana, relatedPhones: [] });
		await until(async () => expect(await cards.get(lateCard)).toBeDefined());
		expect(await shownName()).toBe(`Customer of ${luis}`);
		expect(await worker.get(tab)).toMatchObject({ identity: { phone: luis }, customer: { status: "ready" } });
	});

	it("however fast they are switched", async () => {
		const phones = Array.from({ length: 12 }, (_, index) => `+346123456${index + 10}`);
		await Promise.all(phones.map((phone) => open(phone)));
		const last = phones.at(-1) ?? "";
		const wanted = await world.requestFor(last);
		for (const request of world.requests) request.answer();
		await untilCustomer({ status: "ready" });
		expect(await shownName()).toBe(`Customer of ${last}`);
		expect(world.requests.filter(({ signal }) => !signal?.aborted)).toEqual([wanted]);
	});

	it("when the agent goes back to the first", async () => {
		await open(ana);
		await world.requestFor(ana);
		await open(luis);
		await open(ana);
		(await world.requestFor(ana, 2)).answer();
		await untilCustomer({ status: "ready" });
		expect(await shownName()).toBe(`Customer of ${ana}`);
	});
});

describe("a worker that starts again", () => {
	it("takes up the lookup the one before left unfinished", async () => {
		await open(ana);
		await world.requestFor(ana);
		worker = world.startWorker();
		(await world.requestFor(ana, 2)).answer();
		await untilCustomer({ status: "ready", refreshing: false });
	});

	it("takes up a refresh, too", async () => {
		await open(ana);
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
		await worker.refresh(tab, true);
		await world.requestFor(ana, 2);
		await untilCustomer({ status: "ready", refreshing: true });
		worker = world.startWorker();
		// The card is fresh, so the worker only has to say that nothing is under way any more.
		await untilCustomer({ status: "ready", refreshing: false });
	});

	it("asks nothing for tabs whose lookup had ended", async () => {
		await open(ana);
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
		const before = await worker.get(tab);
		worker = world.startWorker();
		await worker.refresh(99, false);
		expect(await worker.get(tab)).toEqual(before);
		expect(world.requests).toHaveLength(1);
	});
});

describe("refreshing", () => {
	it("asks the CRM only when forced, while the card is fresh", async () => {
		await open(ana);
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
		await worker.refresh(tab, false);
		await untilCustomer({ status: "ready", refreshing: false });
		expect(world.requests).toHaveLength(1);
		await worker.refresh(tab, true);
		(await world.requestFor(ana, 2)).answer();
		await untilCustomer({ status: "ready", refreshing: false });
	});

	it("happens by itself when a permission is granted", async () => {
		world.setPermission(false);
		await open(ana);
		await untilCustomer({ status: "failed", failure: { reason: "permission-missing" } });
		world.setPermission(true);
		world.permissionAdded();
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
	});

	it("happens in every tab when an endpoint is set", async () => {
		await world.settings.update((settings) => ({ ...settings, crm_endpoints: [] }), "test");
		await open(ana);
		await worker.reportPage(8, pageOf({ chatId: idOf(luis) }));
		await untilCustomer({ status: "not-configured" });
		await untilCustomer({ status: "not-configured" }, 8);
		await world.settings.update((settings) => ({ ...settings, crm_endpoints: [endpoint] }), "test");
		// Each of the two changes asks anew, and the requests of the first may be cancelled by the second.
		await until(async () => {
			for (const request of world.requests) request.answer();
			expect(await customerOf()).toMatchObject({ status: "ready", refreshing: false });
			expect(await customerOf(8)).toMatchObject({ status: "ready", refreshing: false });
		});
	});
});

describe("a number the page tells of a LID", () => {
	it("is remembered for the day it no longer tells it", async () => {
		await worker.reportPage(tab, pageOf({ chatId: lid, phoneId: idOf(ana) }));
		expect(await worker.get(tab)).toMatchObject({ identity: { source: "page", phone: ana } });
		expect(await phoneLinks.get(lid)).toEqual({ chatId: lid, phone: ana, source: "page" });
		await worker.reportPage(tab, pageOf({ chatId: lid }));
		expect(await worker.get(tab)).toMatchObject({ identity: { source: "remembered", phone: ana } });
	});

	it("replaces the one remembered before", async () => {
		await phoneLinks.put({ chatId: lid, phone: luis, source: "page" });
		await worker.reportPage(tab, pageOf({ chatId: lid, phoneId: idOf(ana) }));
		expect((await phoneLinks.get(lid))?.phone).toBe(ana);
	});

	it("does not replace the one typed by hand", async () => {
		await phoneLinks.put({ chatId: lid, phone: luis, source: "by-hand" });
		await worker.reportPage(tab, pageOf({ chatId: lid, phoneId: idOf(ana) }));
		expect(await worker.get(tab)).toMatchObject({ identity: { source: "by-hand", phone: luis } });
		expect(await phoneLinks.get(lid)).toMatchObject({ phone: luis, source: "by-hand" });
	});
});

describe("a number typed by hand", () => {
	it("is looked up, and remembered under the chat's id", async () => {
		await worker.reportPage(tab, pageOf({ chatId: lid }));
		expect(await worker.linkPhone(tab, "Ana", "+34 612 345 678")).toEqual({ ok: true, value: null });
		(await world.requestFor(ana)).answer();
		await untilCustomer({ status: "ready" });
		await open(luis);
		await worker.reportPage(tab, pageOf({ chatId: lid }));
		expect(await worker.get(tab)).toMatchObject({ identity: { source: "by-hand", phone: ana } });
	});

	it("is taken back", async () => {
		await worker.reportPage(tab, pageOf({ chatId: lid }));
		await worker.linkPhone(tab, "Ana", ana);
		const request = await world.requestFor(ana);
		expect(await worker.linkPhone(tab, "Ana", null)).toEqual({ ok: true, value: null });
		expect(request.signal?.aborted).toBe(true);
		expect(await worker.get(tab)).toMatchObject({
			identity: { kind: "unidentified" },
			customer: { status: "idle" },
		});
		expect(await phoneLinks.get(lid)).toBeUndefined();
	});

	it("for a chat without an id holds while that chat is open, and for no other", async () => {
		await worker.reportPage(tab, pageOf({ title: "Ana" }));
		await worker.linkPhone(tab, "Ana", ana);
		await worker.reportPage(tab, pageOf({ title: "Ana" }));
		expect(await worker.get(tab)).toMatchObject({ identity: { source: "by-hand", phone: ana } });
		await worker.reportPage(tab, pageOf({ title: "Luis" }));
		expect(await worker.get(tab)).toMatchObject({ identity: { kind: "unidentified", name: "Luis" } });
		await worker.reportPage(tab, pageOf({ title: "Ana" }));
		expect(await worker.get(tab)).toMatchObject({ identity: { kind: "unidentified", name: "Ana" } });
	});

	it.each(["612345678", "", "Ana", "+34"])(
		"is refused when it is no number, and changes nothing: %j",
		async (text) => {
			await worker.reportPage(tab, pageOf({ chatId: lid }));
			expect(await worker.linkPhone(tab, "Ana", text)).toEqual({
				ok: false,
				failure: { reason: "not-a-phone" },
			});
			expect(await worker.get(tab)).toMatchObject({ identity: { kind: "unidentified" } });
			expect(await phoneLinks.get(lid)).toBeUndefined();
		},
	);

	it("is refused when no conversation is open", async () => {
		expect(await worker.linkPhone(99, "Ana", ana)).toEqual({
			ok: false,
			failure: { reason: "no-conversation" },
		});
		await worker.reportPage(tab, pageOf());
		expect(await worker.linkPhone(tab, "Ana", ana)).toEqual({
			ok: false,
			failure: { reason: "no-conversation" },
		});
	});

	it("is refused for another conversation than the one it was typed for, and changes nothing", async () => {
		await worker.reportPage(tab, pageOf({ title: "Luis", chatId: lid }));
		const refused = { ok: false, failure: { reason: "no-conversation" } };
		expect(await worker.linkPhone(tab, "Ana", ana)).toEqual(refused);
		expect(await worker.get(tab)).toMatchObject({ identity: { kind: "unidentified", name: "Luis" } });
		expect(await phoneLinks.get(lid)).toBeUndefined();
	});

	it("does not turn a group into a customer", async () => {
		await worker.reportPage(tab, pageOf({ chatId: "12036304@g.us" }));
		await worker.linkPhone(tab, "Ana", ana);
		expect(await worker.get(tab)).toMatchObject({
			identity: { kind: "group" },
			customer: { status: "idle" },
		});
		await phoneLinks.remove("12036304@g.us");
	});
});
