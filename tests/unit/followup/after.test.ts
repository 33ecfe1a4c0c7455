import { describe, expect, it } from "vitest";
import { acted, afterMessage, afterOrders, awaitsOrder, awake } from "@/lib/followup/after";
import { customer, dayMs, followUp, hourMs, noon, order } from "./follow-up-world";

const tracking = 14;
const contacted = followUp({ state: "contacted", contactedAt: noon + hourMs });
const incoming = (at: number) => ({ direction: "incoming", at }) as const;
const outgoing = (at: number) => ({ direction: "outgoing", at }) as const;

describe("a message", () => {
	it("of ours after the find is the contact", () => {
		expect(afterMessage(followUp(), outgoing(noon + 1), tracking)).toMatchObject({
			state: "contacted",
			contactedAt: noon + 1,
		});
		expect(afterMessage(followUp({ state: "snoozed" }), outgoing(noon + 1), tracking).state).toBe(
			"contacted",
		);
	});

	it("of ours in the minute of the find is the contact, because the page tells no seconds", () => {
		const after = afterMessage(followUp({ foundAt: noon + 30_000 }), outgoing(noon), tracking);
		expect(after).toMatchObject({ state: "contacted", contactedAt: noon + 30_000 });
	});

	it("that the find knew changes nothing", () => {
		const lastKnown = noon - dayMs;
		for (const one of [outgoing(lastKnown), incoming(lastKnown), incoming(lastKnown - 1)])
			expect(afterMessage(followUp(), one, tracking)).toEqual(followUp());
		const timeless = followUp({ finding: { ...followUp().finding, silentForMs: null } });
		expect(afterMessage(timeless, outgoing(noon - hourMs), tracking)).toBe(timeless);
	});

	it("from before the find that nobody had seen then leaves nothing to do", () => {
		for (const one of [outgoing(noon - hourMs), incoming(noon - hourMs)])
			expect(afterMessage(followUp(), one, tracking)).toMatchObject({
				state: "dismissed",
				dismissedBecause: "already-handled",
			});
	});

	it("of the customer's after the contact is the reply", () => {
		const after = afterMessage(contacted, incoming(noon + 2 * hourMs), tracking);
		expect(after).toMatchObject({ state: "replied", repliedAt: noon + 2 * hourMs });
		// A second one says nothing more.
		expect(afterMessage(after, incoming(noon + 3 * hourMs), tracking)).toBe(after);
	});

	it("of the customer's before the contact, or after the tracking days, is no reply", () => {
		expect(afterMessage(contacted, incoming(noon), tracking)).toBe(contacted);
		const late = noon + hourMs + tracking * dayMs + 1;
		expect(afterMessage(contacted, incoming(late), tracking)).toBe(contacted);
		expect(afterMessage(contacted, incoming(late - 1), tracking).state).toBe("replied");
	});

	it("of the customer's before anybody followed up leaves nothing to do, and no contact to count", () => {
		const after = afterMessage(
			followUp({ state: "snoozed", snoozedUntil: noon }),
			incoming(noon + 1),
			tracking,
		);
		expect(after).toMatchObject({ state: "dismissed", dismissedBecause: "already-handled" });
		expect(after.contactedAt).toBeUndefined();
		expect(after.snoozedUntil).toBeUndefined();
	});

	it("that nobody knows the writer of changes nothing", () => {
		const unknown = { direction: "unknown", at: noon + 2 * hourMs } as const;
		expect(afterMessage(contacted, unknown, tracking)).toBe(contacted);
		expect(afterMessage(followUp(), unknown, tracking)).toEqual(followUp());
	});

	it("changes nothing that is settled", () => {
		for (const state of ["dismissed", "replied", "converted"] as const) {
			const settled = followUp({ state, contactedAt: noon });
			expect(afterMessage(settled, incoming(noon + hourMs), tracking)).toBe(settled);
			expect(afterMessage(settled, outgoing(noon + hourMs), tracking)).toBe(settled);
		}
	});
});

describe("an order", () => {
	const withOrders = (orders: Parameters<typeof customer>[0], before = contacted, now = noon + dayMs) =>
		afterOrders(before, [customer(orders)], tracking, now);

	it("after the contact converts, whether there was a reply or not", () => {
		const ordered = [order(new Date(noon + 2 * hourMs).toISOString())];
		expect(withOrders(ordered)).toMatchObject({
			state: "converted",
			convertedAt: noon + dayMs,
			order: "CS-1",
		});
		const replied = followUp({ state: "replied", contactedAt: noon, repliedAt: noon + 1 });
		expect(withOrders(ordered, replied)).toMatchObject({ state: "converted", repliedAt: noon + 1 });
	});

	it("leaves open what was found, or opened again, although there was one", () => {
		const open = followUp({ crmOrderFound: true });
		expect(withOrders([order("2026-03-05")], open)).toBe(open);
		const later = followUp({ crmOrderFound: true, state: "contacted", contactedAt: noon });
		expect(withOrders([order("2026-03-05")], later).state).toBe("converted");
	});

	it("of which only the day is known converts from the day of the contact on", () => {
		expect(withOrders([order("2026-03-04")]).state).toBe("converted");
		expect(withOrders([order("2026-03-03")])).toBe(contacted);
	});

	it("from before, without a date, or that came to nothing converts nothing", () => {
		expect(withOrders([order(new Date(noon).toISOString())])).toBe(contacted);
		expect(withOrders([order(undefined)])).toBe(contacted);
		expect(withOrders([order("2026-03-05", { state: "Cancelled" })])).toBe(contacted);
		expect(withOrders([])).toBe(contacted);
	});

	it("after the tracking days is nobody's success", () => {
		const late = noon + hourMs + tracking * dayMs + 1;
		expect(awaitsOrder(contacted, tracking, late)).toBe(false);
		expect(withOrders([order("2026-03-05")], contacted, late)).toBe(contacted);
	});

	it("before anybody followed up leaves nothing to do", () => {
		const due = followUp();
		expect(withOrders([order("2026-03-05")], due)).toMatchObject({
			state: "dismissed",
			dismissedBecause: "already-handled",
			crmOrderFound: true,
		});
	});
});

describe("the agent", () => {
	it("contacts, snoozes and dismisses what is open", () => {
		expect(acted(followUp(), { do: "contacted" }, noon)).toMatchObject({
			state: "contacted",
			contactedAt: noon,
		});
		const until = noon + dayMs;
		expect(acted(followUp(), { do: "snooze", until }, noon)).toMatchObject({
			state: "snoozed",
			snoozedUntil: until,
		});
		expect(acted(followUp(), { do: "dismiss", because: "other" }, noon)).toMatchObject({
			state: "dismissed",
			dismissedAt: noon,
			dismissedBecause: "other",
		});
	});

	it("takes back what they did, and all of it", () => {
		for (const action of [
			{ do: "contacted" },
			{ do: "snooze", until: noon + 1 },
			{ do: "dismiss", because: "other" },
		] as const)
			expect(acted(acted(followUp(), action, noon), { do: "reopen" }, noon)).toEqual(followUp());
	});

	it("takes back nothing a customer did", () => {
		const replied = followUp({ state: "replied", contactedAt: noon, repliedAt: noon + 1 });
		expect(acted(replied, { do: "reopen" }, noon)).toBe(replied);
		expect(acted(replied, { do: "dismiss", because: "other" }, noon)).toBe(replied);
	});
});

it("is due again when it has been snoozed long enough", () => {
	const snoozed = followUp({ state: "snoozed", snoozedUntil: noon });
	expect(awake(snoozed, noon - 1).state).toBe("snoozed");
	expect(awake(snoozed, noon).state).toBe("due");
});
