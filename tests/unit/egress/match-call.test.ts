import { expect, it } from "vitest";
import { entryOf } from "@/lib/egress/entry";
import { createCallMatcher } from "@/lib/egress/match-call";

const logged = (url: string, method = "GET") =>
	entryOf(
		{
			request: { url, method, headers: {} },
			purpose: { kind: "crm", name: "globalSearch" },
			at: 0,
			ms: 1,
			status: 200,
		},
		1,
	);

it.each([
	["https://crm.example/find?q=1", "https://crm.example/find"],
	["https://crm.example/people/%2B34612345678", "https://crm.example/people/{phone}"],
	["https://crm.example/people/7", "https://crm.example/people/{customer_id}"],
	["https://crm.example/people/p-7.json", "https://crm.example/people/p-{customer_id}.json"],
	["https://crm.example/hook/123456/people/7", "https://crm.example/hook/123456/people/{customer_id}"],
])("knows %s as a call of %s", (sent, url) => {
	expect(createCallMatcher({ url, method: "GET" })(logged(sent))).toBe(true);
});

it.each([
	["of another path", "https://crm.example/people/7", "https://crm.example/orders/{customer_id}"],
	["of a longer path", "https://crm.example/people/7/orders", "https://crm.example/people/{customer_id}"],
	["of another host", "https://other.example/people/7", "https://crm.example/people/{customer_id}"],
	[
		"with other text around the value",
		"https://crm.example/people/x-7",
		"https://crm.example/people/p-{query}",
	],
])("knows no call %s", (_, sent, url) => {
	expect(createCallMatcher({ url, method: "GET" })(logged(sent))).toBe(false);
});

it("knows no call of another method", () => {
	const url = "https://crm.example/find";
	expect(createCallMatcher({ url, method: "POST" })(logged(url))).toBe(false);
});
