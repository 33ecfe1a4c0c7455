import { describe, expect, it } from "vitest";
import { cast } from "../../../demo/cast";
import { type CrmUnderTest, createClient, type Parameters, token } from "./client";

export function testEveryEndpoint(world: CrmUnderTest): void {
	const { get, post } = createClient(world);

	const endpoints: [path: string, parameters: Parameters][] = [
		["/customer-info", { phone: cast.lucia.phone, relatedphones: ["+34911111111", "+34922222222"] }],
		["/customer-context", { phone: cast.lucia.phone }],
		["/find-customer", { query: "carvalho", phone: cast.ines.phone, limit: 3 }],
		["/products", { query: "linen", limit: 3 }],
		["/search", { query: "ortega", limit: 5 }],
	];

	describe.each(endpoints)("%s", (path, parameters) => {
		it("gives GET and POST the same answer", async () => {
			const fromGet = await get(path, parameters);
			const fromPost = await post(path, parameters);
			expect(fromGet.status).toBe(200);
			expect(fromPost).toEqual(fromGet);
		});

		it("accepts the token as a parameter", async () => {
			const expected = await get(path, parameters);
			expect(await get(path, { ...parameters, token }, {})).toEqual(expected);
			expect(await post(path, { ...parameters, token }, {})).toEqual(expected);
		});

		it.each([
			["no token", {}, {}],
			["a wrong token", { Authorization: "Bearer wrong" }, {}],
			["another scheme", { Authorization: `Basic ${btoa(`user:${token}`)}` }, {}],
			["a wrong parameter", {}, { token: "wrong" }],
			["an empty parameter", {}, { token: "" }],
		])("refuses %s with 401", async (_case, wrongHeaders, wrongParameters) => {
			const refused = await get(path, { ...parameters, ...wrongParameters }, { headers: wrongHeaders });
			expect(refused.status).toBe(401);
			expect(refused.body).toEqual({ error: expect.stringContaining("token") });
			expect(
				(await post(path, { ...parameters, ...wrongParameters }, { headers: wrongHeaders })).status,
			).toBe(401);
		});

		it.each(["", "[]", "null", '"text"', "{"])("refuses the body %j with 400", async (body) => {
			expect(await post(path, body)).toEqual({
				status: 400,
				body: { error: "The body must be a JSON object." },
			});
		});

		it("refuses to answer without parameters, naming one", async () => {
			const { status, body } = await get(path);
			expect(status).toBe(400);
			expect(body.error).toMatch(/^(phone|query) is missing/);
		});
	});
}
