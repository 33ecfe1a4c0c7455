import { found } from "./support/replies";
import { customerPath, expect, test } from "./support/stage";

type SignIn = { method: "GET" | "POST"; kind: string; fields: Record<string, string> };
const signIns: (SignIn & {
	header?: string;
	query?: Record<string, string>;
	body?: Record<string, string>;
})[] = [
	{ method: "POST", kind: "none", fields: {} },
	{ method: "GET", kind: "none", fields: {} },
	{ method: "POST", kind: "header", fields: { Value: "Bearer s3cret" }, header: "Bearer s3cret" },
	{ method: "GET", kind: "header", fields: { Value: "Bearer s3cret" }, header: "Bearer s3cret" },
	{
		method: "POST",
		kind: "basic",
		fields: { "User name": "marta", Password: "pässwörd€" },
		header: `Basic ${Buffer.from("marta:pässwörd€").toString("base64")}`,
	},
	{
		method: "GET",
		kind: "basic",
		fields: { "User name": "marta", Password: "" },
		header: `Basic ${Buffer.from("marta:").toString("base64")}`,
	},
	{
		method: "POST",
		kind: "query",
		fields: { Name: "api_key", Value: "a&b=c d" },
		query: { api_key: "a&b=c d" },
	},
	{ method: "GET", kind: "query", fields: { Value: "s3cret" }, query: { token: "s3cret" } },
	{ method: "POST", kind: "body", fields: { Value: "s3cret" }, body: { token: "s3cret" } },
];

for (const { method, kind, fields, header, query = {}, body = {} } of signIns)
	test(`sends ${kind === "none" ? "no credentials" : `credentials by ${kind}`} with ${method}, and nothing more`, async ({
		stage,
	}) => {
		const { panel, crm } = stage;
		crm.answer(customerPath, found({ name: "Lucía F." }));
		await panel.getByLabel("Customer endpoint (URL)").fill(`${crm.url}${customerPath}`);
		await panel.getByLabel("Method").selectOption(method);
		await panel.getByLabel("Sign-in").selectOption(kind);
		for (const [label, value] of Object.entries(fields))
			await panel.getByLabel(label, { exact: true }).fill(value);
		await panel.getByRole("button", { name: "Test the connection" }).click();
		await expect(panel.getByText("The connection works")).toBeVisible();

		const [request, ...more] = crm.received();
		expect(more).toEqual([]);
		expect(request?.method).toBe(method);
		expect(request?.headers.authorization).toBe(header);
		expect(request?.headers.accept).toBe("application/json");
		expect(Object.fromEntries(request?.query ?? [])).toEqual(
			method === "GET" ? { phone: "+34600000000", ...query } : query,
		);
		expect(request?.body).toBe(method === "GET" ? "" : JSON.stringify({ phone: "+34600000000", ...body }));
	});

test("offers credentials in the body with POST only", async ({ stage }) => {
	const { panel } = stage;
	const signIn = panel.getByLabel("Sign-in");
	await signIn.selectOption("body");
	await panel.getByLabel("Method").selectOption("GET");
	await expect(signIn).toHaveValue("query");
	await expect(signIn.locator("option")).toHaveText([
		"None",
		"Header",
		"User and password",
		"Query parameter",
	]);
});
