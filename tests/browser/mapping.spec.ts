import { cardHeading } from "./support/customer-card";
import { createGate } from "./support/gate";
import { json } from "./support/replies";
import { stopServiceWorker } from "./support/service-worker";
import { customerPath, expect, type Stage, test } from "./support/stage";

/** The answer of a CRM that knows nothing of Chatside. */
const contacts = {
	data: {
		contacts: [
			{
				uid: 7,
				person: { given: "Lucía", family: "Fernández" },
				mails: [{ address: "lucia@example.com", main: true }],
				purchases: [{ ref: "A-1", total_cents: 4250 }],
			},
		],
	},
};
const mapping = `data.contacts.{
	"id": uid,
	"name": person.given & " " & person.family,
	"email": mails[main].address,
	"phone": $phone,
	"currency": "EUR",
	"orders": [purchases.{ "name": ref, "amount": total_cents / 100 }]
}`;

const endless = "($f := function($n) { $f($n + 1) }; $f(1))";
const catastrophic = `$match("${"a".repeat(40)}!", /(a+)+$/)`;

const failed = ({ panel }: Stage) => panel.getByText("The answer cannot be mapped");

test("shows a customer of a CRM that answers in a shape of its own", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, json(contacts));
	await connect({ mapping });
	await open("lucia");
	await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
	await expect(panel.getByText("€42.50").first()).toBeVisible();
});

for (const { what, expression, says } of [
	{ what: "works without an end", expression: endless, says: "worked for longer than 1 s" },
	{
		what: "has a regular expression without an end",
		expression: catastrophic,
		says: "worked for longer than 1 s",
	},
	{
		what: "calls itself without an end",
		expression: "($f := function($n) { 1 + $f($n) }; $f(1))",
		says: "calls itself without an end",
	},
	{
		what: "fills the memory",
		expression: '$map([1..100000], function($i) { $uppercase($pad($string($i), 100000, "ab")) })',
		says: "worked for longer than 1 s",
	},
	{ what: "throws", expression: '$error("No such shop")', says: "line 1, column 1: No such shop" },
	{ what: "makes no customer", expression: "data.contacts.uid", says: "not an object" },
])
	test(`says that a mapping ${what}, and goes on with the next`, async ({ stage }) => {
		const { crm, connect, open, panel, tool } = stage;
		crm.answer(customerPath, json(contacts));
		await connect({ mapping: expression });
		await open("lucia");
		await expect(failed(stage)).toBeVisible();
		await expect(panel.getByText(says)).toBeVisible();
		// It is the user's setting that is wrong, and not the endpoint.
		const health = (await tool("get_crm_health_status", {})) as { endpoints: object[] };
		expect(health.endpoints).toMatchObject([{ status: "active", consecutive_errors: 0 }]);
		await connect({ mapping });
		await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
	});

test("a mapping that never ends holds up nothing else", async ({ stage }) => {
	const { crm, connect, tool } = stage;
	crm.answer("/other", json({ results: [{ title: "Invoice 7" }] }));
	crm.answer(customerPath, json(contacts));
	const target = { type: "globalSearch", method: "GET" };
	const slow = tool("test_crm_endpoint", { ...target, url: `${crm.url}/other`, mapping: endless }).catch(
		String,
	);
	// A request without a mapping is answered while the other's still runs, one with a mapping after it.
	await tool("test_crm_endpoint", { ...target, url: `${crm.url}/other` });
	const mapped = (await tool("test_crm_endpoint", {
		...target,
		url: `${crm.url}/other`,
		mapping: 'results.{ "title": $uppercase(title) }',
	})) as { answer: unknown };
	expect(mapped.answer).toMatchObject({ results: [{ title: "INVOICE 7" }] });
	expect(await slow).toContain("longer than 1 s");
	await connect();
});

test("maps in a worker that was started anew, and in a document that was closed", async ({ stage }) => {
	const { browser, crm, connect, open, panel } = stage;
	crm.answer(customerPath, json(contacts));
	await connect({ mapping, cache_ttl_s: 0 });
	await open("lucia");
	await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
	await stopServiceWorker(browser);
	await open("marco");
	await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
	await panel.evaluate(() => chrome.offscreen.closeDocument());
	await open("lucia");
	await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
});

test("asks on in steps, each with what was answered", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer("/people", json({ hits: [{ id: 7 }] }));
	crm.answer("/people/7", json({ name: "Lucía F." }));
	const gate = createGate();
	crm.answer("/people/7/orders", async () => {
		await gate.passed;
		return json({ orders: [{ ref: "A-1" }, { ref: "A-2" }] });
	});
	await connect({
		url: `${crm.url}/people`,
		method: "GET",
		query: { tel: "{phone_digits}" },
		auth: { type: "header", fields: { "X-Key": "s3cret" } },
		steps: [
			{ url: `${crm.url}/people/{answer.hits.0.id}`, method: "GET" },
			{ url: `${crm.url}/people/{answers.0.hits.0.id}/orders`, method: "GET", optional: true },
		],
		mapping: '{ "name": answers[1].name, "orders": [answers[2].orders.{ "name": ref }] }',
	});
	await open("lucia");
	await expect.poll(() => crm.received().length).toBe(3);
	gate.open();
	await expect(cardHeading(panel, "Lucía F.")).toBeVisible();
	await expect(panel.getByText("A-2")).toBeVisible();
	expect(
		crm.received().map(({ path, query, headers }) => [path, query.toString(), headers["x-key"]]),
	).toEqual([
		["/people", expect.stringMatching(/^tel=\d+$/), "s3cret"],
		["/people/7", "", "s3cret"],
		["/people/7/orders", "", "s3cret"],
	]);
});
