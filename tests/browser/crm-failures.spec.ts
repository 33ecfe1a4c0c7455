import { card } from "./support/customer-card";
import { createGate } from "./support/gate";
import {
	beginningOf,
	found,
	halfOf,
	hangUp,
	html,
	json,
	type Reply,
	redirect,
	silence,
	streamOf,
	text,
} from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

const good = found({ name: "Lucía F.", ordersCount: 3 });

/** Opens Lucía's chat with a CRM that gives this answer. */
async function openWith(
	{ crm, connect, open }: Stage,
	reply: Reply,
	endpoint: Record<string, unknown> = {},
): Promise<void> {
	crm.answer(customerPath, reply);
	await connect(endpoint);
	await open("lucia");
}

const failures: {
	when: string;
	reply: Reply;
	endpoint?: Record<string, unknown>;
	title: string;
	text: string | RegExp;
	excerpt?: string;
}[] = [
	{
		when: "the connection is cut",
		reply: hangUp,
		title: "Your CRM cannot be reached",
		text: /127\.0\.0\.1:\d+ does not answer\. Check that the server runs/,
	},
	{
		when: "there is no answer in time",
		reply: silence,
		endpoint: { timeout_ms: 1_000 },
		title: "Your CRM is too slow",
		text: "no answer within 1 seconds",
	},
	{
		when: "the answer stops in the middle",
		reply: beginningOf({ found: true, customer: {} }),
		endpoint: { timeout_ms: 1_000 },
		title: "Your CRM is too slow",
		text: "no answer within 1 seconds",
	},
	{
		when: "the connection is cut in the middle of the answer",
		reply: halfOf({ found: true, customer: { name: "Lucía" } }),
		title: "The answer broke off",
		text: "hung up before its answer was complete",
	},
	{
		when: "it answers 401",
		reply: json({ error: "bad token" }, { status: 401 }),
		title: "Your CRM refused the credentials (401)",
		text: "Check the user name, key or token",
		excerpt: "bad token",
	},
	{
		when: "it answers 403",
		reply: json({ error: "no scope" }, { status: 403 }),
		title: "Your CRM denies access (403)",
		text: "may not read customers",
		excerpt: "no scope",
	},
	{
		when: "it answers 404",
		reply: html(404),
		title: "Nothing at this address (404)",
		text: "Check the URL of the connection",
		excerpt: "Please sign in",
	},
	{
		when: "it answers 500",
		reply: text("Stack overflow", { status: 500 }),
		title: "Your CRM answered with error 500",
		text: "Something failed inside your CRM",
		excerpt: "Stack overflow",
	},
	{
		when: "it answers 429",
		reply: text("Slow down", { status: 429 }),
		title: "Your CRM answered with error 429",
		text: "The request was not accepted",
		excerpt: "Slow down",
	},
	{
		when: "it answers with a page",
		reply: html(),
		title: "The answer is not JSON",
		text: "perhaps a sign-in or error page",
		excerpt: "<h1>Please sign in</h1>",
	},
	{
		when: "the answer is empty",
		reply: text(""),
		title: "The answer is not JSON",
		text: "Your CRM sent something else",
	},
	{
		when: "the JSON breaks off",
		reply: text('{"found":true,"customer":{"name":"Luc'),
		title: "The answer breaks off",
		text: "The JSON ends in the middle",
		excerpt: '"name":"Luc',
	},
	{
		when: "the JSON is a list",
		reply: json([{ name: "Lucía" }]),
		title: "The answer cannot be understood",
		text: "not an object with the fields that are expected",
		excerpt: '[{"name":"Lucía"}]',
	},
	{
		when: "found is missing",
		reply: json({ status: "ok" }),
		title: "The answer cannot be understood",
		text: "neither “found” nor a customer",
		excerpt: '{"status":"ok"}',
	},
	{
		when: "customers is null",
		reply: json({ found: true, customers: null }),
		title: "The answer cannot be understood",
		text: "It says “found”: true, but holds no customer",
		excerpt: '"customers":null',
	},
	{
		when: "the answer is over 5 MB",
		reply: streamOf(6 * 1024 * 1024),
		title: "The answer is too large",
		text: "over 5 MB",
	},
];

for (const { when, reply, endpoint, title, text: words, excerpt } of failures)
	test(`says what is wrong and recovers with Retry when ${when}`, async ({ stage }) => {
		const { panel, crm } = stage;
		await openWith(stage, reply, endpoint);
		const alert = panel.getByRole("alert");
		await expect(alert).toContainText(title);
		await expect(alert).toContainText(words);
		if (excerpt) await expect(alert).toContainText(excerpt);
		await expect(alert.getByRole("button", { name: "Change connection" })).toBeVisible();
		await expect(card(panel)).toHaveCount(0);

		crm.answer(customerPath, good);
		await alert.getByRole("button", { name: "Retry" }).click();
		await expect(card(panel).getByRole("heading", { name: "Lucía F." })).toBeVisible();
		await expect(panel.getByRole("alert")).toHaveCount(0);
	});

test("says that the CRM cannot be reached when it is down, and recovers when it is back", async ({
	stage,
}) => {
	const { panel, crm } = stage;
	await crm.stop();
	await openWith(stage, good);
	await expect(panel.getByRole("alert")).toContainText("Your CRM cannot be reached");
	await crm.start();
	await panel.getByRole("button", { name: "Retry" }).click();
	await expect(card(panel)).toBeVisible();
});

test("shows the chat's name in a skeleton while the CRM is slow, then the card", async ({ stage }) => {
	const { panel, crm, connect, open } = stage;
	const gate = createGate();
	crm.answer(customerPath, async () => {
		await gate.passed;
		return good;
	});
	await connect();
	await open("lucia");
	const skeleton = panel.getByTestId("customer-skeleton");
	await expect(skeleton).toContainText("Lucía Fernández");
	await expect(skeleton).toContainText("+34 612 34 56 78");
	await expect.poll(() => crm.received(customerPath)).toHaveLength(1);
	await expect(skeleton).toBeVisible();
	gate.open();
	await expect(card(panel)).toBeVisible();
	await expect(skeleton).toHaveCount(0);
});

for (const status of [301, 302, 307, 308])
	test(`sends nothing to where a redirect ${status} leads`, async ({ stage }) => {
		const { panel, crm, elsewhere } = stage;
		elsewhere.answer(customerPath, good);
		await openWith(stage, redirect(`${elsewhere.url}${customerPath}`, status), {
			auth: { type: "header", fields: { "X-Api-Key": "secret" } },
		});
		const alert = panel.getByRole("alert");
		await expect(alert).toContainText("The address leads elsewhere");
		await expect(alert).toContainText("Enter the final address.");
		expect(crm.received(customerPath)).toHaveLength(1);
		expect(elsewhere.received()).toEqual([]);
	});

test("follows no redirect within the same server either", async ({ stage }) => {
	const { panel, crm } = stage;
	crm.answer("/moved", good);
	await openWith(stage, redirect(`${crm.url}/moved`));
	await expect(panel.getByRole("alert")).toContainText("The address leads elsewhere");
	expect(crm.received("/moved")).toEqual([]);
});
