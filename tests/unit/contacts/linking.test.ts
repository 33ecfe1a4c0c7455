import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Linkable } from "@/lib/contacts/customer-link";
import type { IdentityKey } from "@/lib/contacts/identity-key";
import { linkable } from "@/lib/contacts/phone-owner";
import { customerLinks } from "@/lib/platform/customer-links";
import {
	createBackgroundWorld,
	endpoint,
	idOf,
	lid,
	pageOf,
	searchEndpoint,
	until,
} from "./background-world";

const ana = "+34612345678";
const luis = "+34655555555";
const tab = 7;
const lidKey: IdentityKey = `lid:${lid}`;
const nora = { customerId: "77", customerName: "Nora", phones: [luis] };
const day = 24 * 60 * 60 * 1000;

let world: Awaited<ReturnType<typeof createBackgroundWorld>>;
let worker: ReturnType<typeof world.startWorker>;

beforeEach(async () => {
	world = await createBackgroundWorld([endpoint, searchEndpoint]);
	worker = world.startWorker();
});

const openLid = (tabId = tab) => worker.reportPage(tabId, pageOf({ chatId: lid }));
const openPhone = (phone: string) => worker.reportPage(tab, pageOf({ chatId: idOf(phone) }));
const link = (key: IdentityKey = lidKey, customer: Linkable = nora) =>
	worker.decide(tab, key, { do: "link", customer });
const stateOf = (tabId = tab) => worker.get(tabId);
const lookups = () => world.sentTo("/c");
const searches = () => world.sentTo("/find");
const untilSent = (list: () => typeof world.requests, count: number) =>
	until(() => {
		expect(list()).toHaveLength(count);
		return list()[count - 1] as (typeof world.requests)[number];
	});
const untilReady = () =>
	until(async () => expect((await stateOf()).customer).toMatchObject({ status: "ready", refreshing: false }));

describe("a chat without a number", () => {
	it("is asked about by the linked customer's id and number", async () => {
		await openLid();
		expect(world.requests).toHaveLength(0);
		expect(await link()).toEqual({ ok: true, value: [{ key: lidKey, rejected: [] }] });
		const request = await untilSent(lookups, 1);
		expect(request.query).toEqual({ phone: luis, customer_id: "77" });
		request.answer({ found: true, customer: { id: 77 } });
		await untilReady();
	});

	it("shows its customer at once when it is opened again, by another worker too", async () => {
		await openLid();
		await link();
		(await untilSent(lookups, 1)).answer();
		await untilReady();
		await openPhone(ana);
		worker = world.startWorker();
		await openLid();
		await untilReady();
		expect(lookups().filter(({ query }) => query.customer_id)).toHaveLength(1);
	});

	it("changes in every tab that shows it", async () => {
		await openLid();
		await openLid(8);
		await link();
		expect((await stateOf(8)).known.link).toMatchObject(nora);
		expect((await stateOf(8)).customer.status).toBe("loading");
	});

	it("is linked by its number as well, once that is known", async () => {
		await openLid();
		await link();
		await worker.reportPage(tab, pageOf({ chatId: lid, phoneId: idOf(ana) }));
		expect((await stateOf()).question).toEqual({
			phone: ana,
			relatedPhones: [luis],
			customerId: "77",
			linkedPhone: luis,
		});
		const [record] = await customerLinks.of([`phone:${ana}`]);
		expect(record?.link).toMatchObject(nora);
	});

	it("is nobody again once the link is undone or all links are forgotten", async () => {
		await openLid();
		const linked = await link();
		if (linked.ok) await worker.undoDecision(linked.value);
		expect(await stateOf()).toMatchObject({ known: { link: null }, customer: { status: "idle" } });
		expect(await customerLinks.all()).toEqual([]);
		await link();
		await customerLinks.clear();
		await worker.judgeAll();
		expect(await stateOf()).toMatchObject({ known: { link: null }, customer: { status: "idle" } });
	});

	it("is not linked for a chat that was opened meanwhile", async () => {
		await openLid();
		await openPhone(ana);
		expect(await link()).toEqual({ ok: false, failure: { reason: "other-conversation" } });
		expect(await customerLinks.all()).toEqual([]);
	});
});

describe("a CRM that can only be asked by number", () => {
	const byNumber = { ...endpoint, url: "https://crm.example.com/c?tel={phone}" };
	const unaskable = { status: "failed", failure: { reason: "customer-not-askable" } };
	const nobody = { found: false };
	beforeEach(async () => {
		world = await createBackgroundWorld([byNumber, searchEndpoint]);
		worker = world.startWorker();
	});
	const untilUnaskable = () => until(async () => expect((await stateOf()).customer).toMatchObject(unaskable));
	/** What a search by hand finds of Nora, ready to be linked. */
	async function foundWith(phone: string) {
		const search = worker.find(tab, "nora");
		(await untilSent(searches, 1)).answer({ customers: [{ id: 77, name: "Nora", phone }] });
		const found = await search;
		const customer = found.ok ? found.value.customers[0] : undefined;
		const linked = customer && linkable(customer);
		if (!linked) throw new Error("Nora was not found.");
		return linked;
	}

	it("is asked for a linked customer by the number it writes without a country", async () => {
		await world.settings.update(
			(settings) => ({ ...settings, detection: { ...settings.detection, region: "ES" } }),
			"test",
		);
		await openLid();
		await link(lidKey, await foundWith("655 55 55 55"));
		const request = await untilSent(lookups, 1);
		expect(request.query).toEqual({ tel: luis });
		request.answer(nobody);
		// It was asked for just this customer: they are gone.
		await untilReady();
	});

	it("is asked by the digits it has where no country is known", async () => {
		await openLid();
		await link(lidKey, await foundWith("655 55 55 55"));
		expect((await untilSent(lookups, 1)).query).toEqual({ tel: "655555555" });
	});

	it("is not asked at all without any number, and nobody is called gone", async () => {
		await openLid();
		await link(lidKey, await foundWith("none"));
		await untilUnaskable();
		const preview = await worker.preview({ customerId: "77", phones: [] });
		expect(preview).toEqual({ ok: false, failure: { reason: "customer-not-askable" } });
		expect(lookups()).toEqual([]);
	});

	it("says nothing of a linked customer by not knowing the contact's own number, and is asked once a while", async () => {
		await openPhone(ana);
		(await untilSent(lookups, 1)).answer(nobody);
		await link(`phone:${ana}`, { ...nora, phones: [] });
		(await untilSent(lookups, 2)).answer(nobody);
		await untilUnaskable();
		await openPhone(luis);
		(await untilSent(lookups, 3)).answer(nobody);
		await openPhone(ana);
		await untilUnaskable();
		expect(lookups()).toHaveLength(3);
	});

	it("shows whom it has by the contact's own number", async () => {
		await openPhone(ana);
		(await untilSent(lookups, 1)).answer(nobody);
		await link(`phone:${ana}`, { ...nora, phones: [] });
		(await untilSent(lookups, 2)).answer({ found: true, customer: { id: 77, name: "Nora" } });
		await untilReady();
	});
});

describe("numbers of one customer", () => {
	it("go along with each other's requests", async () => {
		await openPhone(ana);
		await link(`phone:${ana}`, { ...nora, phones: [] });
		await openPhone(luis);
		await link(`phone:${luis}`, { ...nora, phones: [] });
		expect((await stateOf()).question).toEqual({ phone: luis, relatedPhones: [ana], customerId: "77" });
	});

	it("stay with whoever the agent linked, and not with the one it was before", async () => {
		await openPhone(ana);
		await link(`phone:${ana}`);
		await link(`phone:${ana}`, { customerId: "78", customerName: "Luis", phones: [] });
		expect((await stateOf()).question).toEqual({ phone: ana, relatedPhones: [], customerId: "78" });
	});
});

describe("a number the CRM does not know", () => {
	const unknown = { found: false };
	const owner = (id: string) => ({ id, name: "Ana", phone: ana });
	/** Opens the chat of a number the customer endpoint does not know, and gives the search that follows. */
	async function openUnknown(count = 1) {
		await openPhone(ana);
		(await untilSent(lookups, count)).answer(unknown);
		return untilSent(searches, count);
	}

	it("is searched for and links itself to its only owner", async () => {
		const search = await openUnknown();
		expect(search.query).toEqual({ query: ana, phone: ana, limit: "20" });
		search.answer({ customers: [owner("1"), { id: "2", phone: luis }] });
		const lookup = await untilSent(lookups, 2);
		expect(lookup.query).toEqual({ phone: ana, customer_id: "1" });
		expect((await stateOf()).known.link).toMatchObject({ customerId: "1", by: "phone-match" });
	});

	it("links nobody when two claim it, and remembers both", async () => {
		(await openUnknown()).answer({ customers: [owner("1"), owner("2")] });
		await until(async () => expect((await stateOf()).known.claimants).toHaveLength(2));
		expect(lookups()).toHaveLength(1);
		await openPhone(luis);
		await openPhone(ana);
		await untilReady();
		expect((await stateOf()).known).toMatchObject({ link: null, claimants: [{ id: "1" }, { id: "2" }] });
	});

	it("is searched for once a day", async () => {
		(await openUnknown()).answer(unknown);
		await until(async () => expect((await customerLinks.all())[0]?.phoneSearch).toBeDefined());
		await worker.refresh(tab, true);
		(await untilSent(lookups, 2)).answer(unknown);
		await untilReady();
		expect(searches()).toHaveLength(1);
		world.pass(day);
		await worker.refresh(tab, true);
		(await untilSent(lookups, 3)).answer(unknown);
		await untilSent(searches, 2);
	});

	it("is searched for again when the search failed, or another endpoint is set", async () => {
		(await openUnknown()).answer({}, 500);
		await untilReady();
		await worker.refresh(tab, true);
		(await untilSent(lookups, 2)).answer(unknown);
		(await untilSent(searches, 2)).answer(unknown);
		await until(async () => expect(await customerLinks.all()).toHaveLength(1));
		const moved = { ...searchEndpoint, url: "https://crm.example.com/elsewhere" };
		await world.settings.update((settings) => ({ ...settings, crm_endpoints: [endpoint, moved] }), "test");
		// Other endpoints: every tab asks anew.
		(await untilSent(lookups, 3)).answer(unknown);
		await untilSent(() => world.sentTo("/elsewhere"), 1);
	});

	it("is not searched for without a search endpoint", async () => {
		world = await createBackgroundWorld([endpoint]);
		worker = world.startWorker();
		await openPhone(ana);
		(await untilSent(lookups, 1)).answer(unknown);
		await untilReady();
		expect(searches()).toEqual([]);
	});

	it("does not link itself to somebody the agent said it is not", async () => {
		await openPhone(ana);
		await worker.decide(tab, `phone:${ana}`, { do: "reject", customerId: "1" });
		(await untilSent(lookups, 1)).answer(unknown);
		(await untilSent(searches, 1)).answer({ customers: [owner("1")] });
		await until(async () => expect((await customerLinks.all())[0]?.phoneSearch).toBeDefined());
		expect((await stateOf()).known).toMatchObject({ link: null, rejected: ["1"], claimants: [] });
	});

	it("keeps what the agent decided while it was searched for", async () => {
		const search = await openUnknown();
		await link(`phone:${ana}`);
		search.answer({ customers: [owner("1")] });
		await untilSent(lookups, 2);
		expect((await stateOf()).known.link).toMatchObject({ customerId: "77", by: "hand" });
	});
});

describe("a search by hand", () => {
	it("ends the one before in the same tab, and no other", async () => {
		const first = worker.find(tab, "a");
		await untilSent(searches, 1);
		void worker.find(8, "b");
		await untilSent(searches, 2);
		expect(searches()[0]?.signal?.aborted).toBe(false);
		const last = worker.find(tab, "c");
		const request = await untilSent(searches, 3);
		expect(searches().map(({ signal }) => signal?.aborted)).toEqual([true, false, false]);
		request.answer({ customers: [{ id: 1 }] });
		expect(await last).toMatchObject({ ok: true, value: { total: 1 } });
		searches()[0]?.answer({ customers: [] });
		await first;
	});

	it("says that no search is set", async () => {
		world = await createBackgroundWorld([endpoint]);
		worker = world.startWorker();
		expect(await worker.find(tab, "a")).toEqual({ ok: false, failure: { reason: "not-configured" } });
		expect(world.requests).toEqual([]);
	});

	it("can be followed by a look at a card, which links nobody", async () => {
		const preview = worker.preview(nora);
		const request = await untilSent(lookups, 1);
		expect(request.query).toEqual({ phone: luis, customer_id: "77" });
		request.answer({ found: true, customer: { id: 77, name: "Nora" } });
		expect(await preview).toMatchObject({ ok: true, value: { customers: [{ name: "Nora" }] } });
		expect(await customerLinks.all()).toEqual([]);
	});

	it("says why a card cannot be shown", async () => {
		const preview = worker.preview(nora);
		(await untilSent(lookups, 1)).answer({}, 500);
		expect(await preview).toMatchObject({ ok: false, failure: { reason: "http-status", status: 500 } });
	});
});
