import { describe, expect, it, vi } from "vitest";
import { emptyConnection, leavesServer } from "@/components/connect/connection";
import { offeredSignIns } from "@/components/connect/offered-sign-ins";
import { masked } from "@/lib/crm/auth-field";
import type { Auth, Endpoint } from "@/lib/crm/endpoint";

// The names of messages stand for their texts.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));

const header: Auth = { type: "header", fields: { Authorization: masked } };
const endpointOf = (type: Endpoint["type"], auth?: Auth, url = "https://crm.example.com/a"): Endpoint => ({
	type,
	url,
	method: "POST",
	auth,
});
const typed = { url: "https://crm.example.com/other?q={query}", method: "GET" } as const;
const titles = (others: Endpoint[], values: Parameters<typeof offeredSignIns>[0] = typed) =>
	offeredSignIns(values, others).map(({ title }) => title.split(".").at(-2));

describe("the sign-in of another endpoint", () => {
	it("is offered for the same server, with its secrets masked", () => {
		const basic: Auth = { type: "basic", fields: { username: "ana", password: masked } };
		const [first, second] = offeredSignIns(typed, [
			endpointOf("search_Products", header),
			endpointOf("globalSearch", basic),
		]);
		expect(first?.values).toMatchObject({
			authType: "header",
			fields: [{ name: "Authorization", value: masked }],
		});
		expect(second?.values).toMatchObject({ authType: "basic", username: "ana", password: masked });
	});

	it("is offered once of each kind, as the background fills it in", () => {
		const others = [endpointOf("search_Products", header), endpointOf("globalSearch", header)];
		expect(titles(others)).toEqual(["search_Products"]);
	});

	it.each([
		["another server", [endpointOf("search_Products", header, "https://other.example.com/a")], typed],
		["another port", [endpointOf("search_Products", header, "https://crm.example.com:8443/a")], typed],
		["an endpoint without one", [endpointOf("search_Products")], typed],
		["what is no address yet", [endpointOf("search_Products", header)], { ...typed, url: "https:/" }],
		[
			"a GET, where it is a field of the body",
			[endpointOf("search_Products", { type: "body", fields: { token: masked } })],
			typed,
		],
	])("is not offered for %s", (_case, others, values) => {
		expect(titles(others, values)).toEqual([]);
	});

	it("may stay masked for its server, and for no other", () => {
		const others = [endpointOf("search_Products", header)];
		const values = {
			...emptyConnection,
			url: typed.url,
			authType: "header",
			fields: [{ name: "Authorization", value: masked }],
		} as const;
		const form = { ...values, fields: [...values.fields] };
		expect(leavesServer(form, undefined, others)).toBe(false);
		expect(leavesServer({ ...form, url: "https://other.example.com/" }, undefined, others)).toBe(true);
		expect(leavesServer(form, undefined, [])).toBe(true);
		expect(leavesServer({ ...form, authType: "query" }, undefined, others)).toBe(true);
	});
});
