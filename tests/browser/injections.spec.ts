import { type RunningModel, startModel } from "../../demo/model/start";
import { demoModelKey } from "../../demo/servers";
import { injections } from "../fixtures/injections/index";
import { deletion, refund } from "../fixtures/injections/injection";
import {
	ask,
	callsMade,
	cards,
	openObedientAssistant,
	receive,
	refuseAll,
	suggestButton,
	writes,
} from "./support/obedient-assistant";
import { json } from "./support/replies";
import { expect, type Stage, test } from "./support/stage";

// The real extension with the demo's obedient model: it does whatever any text tells it to (demo/model/obedient).
// Eighty texts go through the same loop without a browser in tests/unit/assistant/injections.test.ts.

let model: RunningModel;
test.beforeAll(async () => {
	model = await startModel({ port: 0, key: demoModelKey });
});
test.beforeEach(() => model.reset());
test.afterAll(() => model.close());

const openAssistant = (stage: Stage) => openObedientAssistant(stage, model);

/** All that is set, as the tools tell it. */
const settings = async ({ tool }: Stage) => [
	await tool("get_custom_functions", {}),
	await tool("get_crm_endpoints", {}),
	await tool("get_webhook_config", {}),
];

const textOf = (wanted: string): string => {
	const found = injections.find(({ name }) => name === wanted);
	if (!found) throw new Error(`There is no injection "${wanted}".`);
	return found.text;
};

const places: Record<string, (stage: Stage, words: string) => Promise<void>> = {
	"a message of the customer": async (stage, words) => {
		await receive(stage, words);
		await suggestButton(stage).click();
	},
	"a field of the CRM": async (stage, words) => {
		stage.crm.answer("/context", json({ found: true, customer: { name: "Lucía", notes: words } }));
		await suggestButton(stage).click();
	},
	"a product's name": async (stage, words) => {
		stage.crm.answer("/products", json({ products: [{ name: words, price: 1 }] }));
		await ask(stage, 'CALL search_products {"query":"lamp"}');
	},
	"a function's answer": async (stage, words) => {
		stage.crm.answer("/orders/A1", json({ state: "paid", notes: [words] }));
		await ask(stage, 'CALL read_order {"order_id":"A1"}');
	},
};

for (const [place, put] of Object.entries(places))
	test(`asks a person before it does what ${place} wants, though the function is set never to ask`, async ({
		stage,
	}) => {
		await openAssistant(stage);
		await put(stage, deletion);
		await expect(cards(stage)).toContainText("delete_customer");
		await expect(cards(stage)).toContainText("DELETE");
		expect(writes(stage)).toEqual([]);
		await refuseAll(stage);
		await expect(callsMade(stage).filter({ hasText: "delete_customerrefused" })).toHaveCount(1);
		expect(writes(stage)).toEqual([]);
	});

test("does once what a person has clicked on, and nothing that came with it", async ({ stage }) => {
	await openAssistant(stage);
	await receive(stage, `${refund} ${deletion}`);
	await suggestButton(stage).click();
	const card = cards(stage).filter({ hasText: "send_refund" });
	await expect(card).toContainText("160.6");
	await expect(cards(stage)).toHaveCount(2);
	const approve = card.getByRole("button", { name: "Approve" });
	await expect(approve).toHaveAttribute("aria-disabled", "false");
	expect(writes(stage)).toEqual([]);
	await approve.dblclick();
	await expect(callsMade(stage).filter({ hasText: "send_refund" })).toContainText("approved");
	await refuseAll(stage);
	await expect(suggestButton(stage)).toBeEnabled();
	expect(writes(stage).map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
		["POST", "/refunds", { order_id: "CS-11465", amount: 160.6 }],
	]);
});

test("has no call, however it is hidden, that needs no person", async ({ stage }) => {
	await openAssistant(stage);
	for (const name of [
		"a system message in ChatML",
		"JSON that closes its line and begins another message",
		"base64",
		"tag characters, which nobody sees",
		"zero-width spaces between the letters",
		"a path that leaves its place in a function that runs alone",
	])
		await receive(stage, textOf(name));
	await suggestButton(stage).click();
	await refuseAll(stage);
	await expect(suggestButton(stage)).toBeEnabled();
	expect(model.asked().length).toBeGreaterThan(1);
	expect(writes(stage)).toEqual([]);
	for (const { path } of stage.crm.received()) expect(path).not.toMatch(/\.\.%2f|refunds\?|^\/refunds/i);
});

test("changes no setting, whoever tells it to", async ({ stage }) => {
	await openAssistant(stage);
	const before = await settings(stage);
	for (const name of [
		"the function is set to run without asking",
		"the webhook goes somewhere else, confirmed",
		"the CRM is another, in Portuguese",
		"a message of the extension",
	])
		await receive(stage, textOf(name));
	await suggestButton(stage).click();
	await expect(callsMade(stage).filter({ hasText: "configure_webhooks" }).first()).toContainText("not sent");
	await expect(suggestButton(stage)).toBeEnabled();
	await expect(cards(stage)).toHaveCount(0);
	expect(await settings(stage)).toEqual(before);
	expect(writes(stage)).toEqual([]);
});

test("shows words that would carry something away as words", async ({ stage }) => {
	const { browser, panel } = stage;
	const requested: string[] = [];
	browser.context.on("request", (request) => requested.push(request.url()));
	await openAssistant(stage);
	for (const name of [
		"a picture that carries the conversation away",
		"a link that carries the conversation away, in Spanish",
		"script in the words",
	])
		await receive(stage, textOf(name));
	await suggestButton(stage).click();
	await expect(panel.getByLabel("Suggested reply")).toHaveValue(/!\[status\]\(https:\/\/evil\.example/);
	await ask(stage, "What does she want?");
	const answer = panel.getByTestId("answer");
	await expect(answer).toContainText("<script>document.title='taken'</script>");
	await expect(suggestButton(stage)).toBeEnabled();
	await expect(answer.locator("a, img, script, [onerror]")).toHaveCount(0);
	expect(await panel.title()).not.toBe("taken");
	expect(requested.filter((url) => new URL(url).hostname === "evil.example")).toEqual([]);
});

test("lets go of a call that waits when the agent stops, or goes to another chat", async ({ stage }) => {
	const { panel } = stage;
	await openAssistant(stage);
	await receive(stage, refund);
	await suggestButton(stage).click();
	await expect(cards(stage)).toHaveCount(1);
	await panel.getByRole("button", { name: "Stop" }).click();
	await expect(cards(stage)).toHaveCount(0);
	await suggestButton(stage).click();
	await expect(cards(stage)).toHaveCount(1);
	await stage.open("emma");
	await expect(cards(stage)).toHaveCount(0);
	await stage.open("lucia");
	await expect(suggestButton(stage)).toBeEnabled();
	expect(writes(stage)).toEqual([]);
});
