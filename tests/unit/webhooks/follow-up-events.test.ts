import { describe, expect, it } from "vitest";
import { followUpEvent } from "@/lib/webhooks/follow-up-events";
import { finding, followUp, noon } from "../followup/follow-up-world";

const bodyOf = async (...given: Parameters<typeof followUpEvent>) =>
	JSON.parse((await followUpEvent(...given)).body);

describe("the events of a follow-up", () => {
	it("tell what was found", async () => {
		expect(await bodyOf("followup.detected", followUp(), noon)).toEqual({
			event: "followup.detected",
			timestamp: new Date(noon).toISOString().replace(".000Z", "Z"),
			data: {
				phone: "+34612345678",
				conversation_hash: "a",
				intent_level: "high",
				product_mentioned: "mantel de lino",
				customer_objection: "price",
				outcome: "abandoned",
				suggested_message: "Hola Lucía",
				crm_order_found: false,
				attempt_number: 1,
			},
		});
	});

	it("say that the CRM told of an order since", async () => {
		const { data } = await bodyOf("followup.detected", followUp({ crmOrderFound: true }), noon);
		expect(data).toMatchObject({ crm_order_found: true });
	});

	it("tell null of what is not known, and no phone where none is", async () => {
		const { data } = await bodyOf(
			"followup.detected",
			followUp({
				phone: undefined,
				finding: { ...finding, productMentioned: null, customerObjection: null },
			}),
			noon,
		);
		expect(data).toMatchObject({ product_mentioned: null, customer_objection: null });
		expect("phone" in data).toBe(false);
	});

	it("tell of an answer and of an order no more than their names", async () => {
		const { data: replied } = await bodyOf("followup.replied", followUp({ attempt: 2 }), noon);
		expect(replied).toEqual({ phone: "+34612345678", conversation_hash: "a", attempt_number: 2 });
		const { data: converted } = await bodyOf("followup.converted", followUp({ order: "CS-9" }), noon);
		expect(converted).toEqual({
			phone: "+34612345678",
			conversation_hash: "a",
			attempt_number: 1,
			order: "CS-9",
		});
		expect((await bodyOf("followup.converted", followUp(), noon)).data.order).toBeNull();
	});

	it("have one id for one occurrence, whenever and by whomever it is told", async () => {
		const first = await followUpEvent("followup.detected", followUp(), noon);
		const again = await followUpEvent(
			"followup.detected",
			followUp({ id: "other", name: "Lucía F.", suggestedMessage: "Buenos días", foundAt: noon + 5 }),
			noon + 5,
		);
		expect(again.id).toBe(first.id);
		expect(first.id).toMatch(/^evt_[0-9a-f]{32}$/);
	});

	it("have ids of their own for another event, attempt, round, or conversation", async () => {
		const ids = await Promise.all([
			followUpEvent("followup.detected", followUp(), noon),
			followUpEvent("followup.replied", followUp(), noon),
			followUpEvent("followup.detected", followUp({ attempt: 2 }), noon),
			followUpEvent("followup.detected", followUp({ round: 2 }), noon),
			followUpEvent("followup.detected", followUp({ conversation: "b" }), noon),
		]);
		expect(new Set(ids.map(({ id }) => id)).size).toBe(5);
	});

	it("go in the order of their conversation", async () => {
		const delivery = await followUpEvent("followup.replied", followUp(), noon);
		expect(delivery).toMatchObject({
			conversationHash: "a",
			phone: "+34612345678",
			event: "followup.replied",
		});
	});
});
