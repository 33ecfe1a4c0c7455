import { revokeHost } from "../../demo/browser/host-permission";
import { cast } from "../../demo/cast";
import {
	draft,
	modelPath,
	modelRequests,
	notePath,
	openAssistant,
	setModel,
	showTab,
	statusPath,
	streamed,
	suggestButton,
} from "./support/assistant";
import { createGate } from "./support/gate";
import { composer, draftOf, sentMessages, typeDraft } from "./support/products";
import { hangUp, html, json, silence, text } from "./support/replies";
import { expect, type Stage, test } from "./support/stage";

const tab = ({ panel }: Stage) => panel.getByTestId("assistant");
const approval = ({ panel }: Stage) => panel.getByTestId("approval");
const approveButton = (stage: Stage) => approval(stage).getByRole("button", { name: "Approve" });
const insertButton = ({ panel }: Stage) => panel.getByRole("button", { name: "Insert into the chat" });
const stopButton = ({ panel }: Stage) => panel.getByRole("button", { name: "Stop" });
const leftNotice = (stage: Stage) =>
	tab(stage).getByRole("status").filter({ hasText: "Stopped when another chat was opened" });
const lastAsked = (stage: Stage) => modelRequests(stage).at(-1) ?? [];

const noteCall = { name: "add_order_note", arguments: { order_id: "CS-11464", note: "Call before" } };
const statusCall = { name: "check_order_status", arguments: { order_id: "CS-11464" } };

/** A model that wants those calls, and then says this. */
function callsThenSays({ crm }: Stage, wanted: { name: string; arguments: unknown }[], said: string): void {
	crm.answer(modelPath, ({ body }) =>
		JSON.parse(body).messages.some(({ role }: { role: string }) => role === "tool")
			? streamed(said)
			: streamed(wanted),
	);
}

/** The assistant waits for a person before it notes something. */
async function waitForApproval(stage: Stage): Promise<void> {
	stage.crm.answer(notePath, json({ noted: true }));
	callsThenSays(stage, [noteCall], "It is noted.");
	await openAssistant(stage);
	await suggestButton(stage.panel).click();
	await expect(approval(stage)).toBeVisible();
}

test("suggests a reply from what a function answered, and inserts it without sending it", async ({
	stage,
}) => {
	const { chat, crm, panel } = stage;
	crm.answer(statusPath, json({ state: "shipped" }));
	callsThenSays(stage, [statusCall], "¡Hola Lucía! Tu pedido ya va de camino.");
	await openAssistant(stage);
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("¡Hola Lucía! Tu pedido ya va de camino.");
	await expect(panel.getByTestId("call")).toContainText("check_order_status");
	expect(crm.received(statusPath).map(({ query }) => query.get("order_id"))).toEqual(["CS-11464"]);
	await panel.getByTestId("call").locator("summary").click();
	await expect(panel.getByTestId("call")).toContainText("shipped");
	await expect(panel.getByTestId("usage")).toHaveText("2,400 tokens read, 68 written");

	await typeDraft(chat, "Buenas");
	await draft(panel).fill("¡Hola Lucía! Va de camino.");
	await insertButton(stage).click();
	await expect(panel.getByText(`In the message box of ${cast.lucia.name}. It is not sent.`)).toBeVisible();
	expect(await draftOf(chat)).toBe("Buenas\n¡Hola Lucía! Va de camino.");
	await expect(sentMessages(chat, "Va de camino")).toHaveCount(0);
	await composer(chat).press("Enter");
	await expect(sentMessages(chat, "Va de camino")).toHaveCount(1);
});

test("shows the model the conversation as data, and the agent what it saw", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(modelPath, streamed("Claro."));
	await openAssistant(stage);
	await panel.getByTestId("seen").locator("summary").click();
	await expect(panel.getByTestId("seen")).toContainText("Sees up to 30 of the last messages");
	await expect(panel.getByTestId("seen")).toContainText("tenéis el mantel también en");
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("Claro.");
	const [system, data] = lastAsked(stage);
	expect(system?.content).toContain("Tone: friendly");
	expect(system?.content).not.toContain("mantel");
	const newest = data?.content.split("\n").at(-2) ?? "";
	expect(JSON.parse(newest)).toMatchObject({
		from: "customer",
		text: expect.stringContaining("mantel también"),
	});
	await panel.getByTestId("seen").locator("summary").click();
	await expect(panel.getByTestId("seen")).toContainText(/Saw \d+ messages, all that the page showed/);
	await expect(panel.getByTestId("seen")).not.toContainText(/\d{4}-\d{2}-\d{2}/);
	await expect(panel.getByTestId("seen")).toContainText("tenéis el mantel también en");
});

test("writes as the model writes, and keeps what came when it is stopped", async ({ stage }) => {
	const { crm, panel } = stage;
	const [gate, never] = [createGate(), createGate()];
	crm.answer(modelPath, streamed("¡Hola ", gate, "Lucía!", never, " Y más."));
	await openAssistant(stage);
	await suggestButton(panel).click();
	await expect(panel.getByTestId("answer")).toHaveText("¡Hola");
	gate.open();
	await expect(panel.getByTestId("answer")).toHaveText("¡Hola Lucía!");
	await expect(suggestButton(panel)).toBeDisabled();
	await stopButton(stage).click();
	await expect(draft(panel)).toHaveValue("¡Hola Lucía!");
	await expect(panel.getByText("Stopped.")).toBeVisible();
	await expect.poll(() => crm.received(modelPath)[0]?.outcome).toBe("aborted");
	// No server counted it: stopping is no way around the day's limit.
	await expect(panel.getByTestId("usage")).toContainText("estimated");
	await setModel(stage, { daily_token_limit: 100 });
	await suggestButton(panel).click();
	await expect(panel.getByText("Today's limit is reached")).toBeVisible();
	await setModel(stage, { daily_token_limit: 0 });
	await expect(suggestButton(panel)).toBeEnabled();
});

test("stops while the model says nothing", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(modelPath, silence);
	await openAssistant(stage);
	await suggestButton(panel).click();
	await expect(panel.getByText("Waiting for the model…")).toBeVisible();
	await stopButton(stage).click();
	await expect(panel.getByText("Stopped.")).toBeVisible();
});

test("summarises for the agent, with nothing to insert", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(modelPath, streamed("She wants a blue tablecloth."));
	await openAssistant(stage);
	await panel.getByRole("button", { name: "Summarise" }).click();
	await expect(panel.getByTestId("answer")).toHaveText("She wants a blue tablecloth.");
	await expect(insertButton(stage)).toHaveCount(0);
	expect(lastAsked(stage)[0]?.content).toContain("agent's language (en-US)");
});

test("answers what the agent asks", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(modelPath, streamed("In Madrid."));
	await openAssistant(stage);
	const field = panel.getByRole("textbox", { name: "Ask about this customer" });
	await field.press("Enter");
	expect(crm.received(modelPath)).toEqual([]);
	await field.fill("Where does she live?");
	await field.press("Enter");
	await expect(panel.getByRole("heading", { name: "Where does she live?" })).toBeVisible();
	await expect(panel.getByTestId("answer")).toHaveText("In Madrid.");
	await expect(field).toHaveValue("");
	expect(lastAsked(stage)[0]?.content).toContain('"Where does she live?"');
});

test("asks before it calls what may change something, and calls it once it may", async ({ stage }) => {
	const { crm, panel } = stage;
	await waitForApproval(stage);
	const card = approval(stage);
	await expect(card.getByRole("heading", { name: "Call add_order_note?" })).toBeVisible();
	await expect(card).toContainText("POST");
	await expect(card).toContainText(new URL(crm.url).host);
	await expect(card.getByRole("row", { name: "note Call before" })).toBeVisible();
	await expect(card.getByRole("row", { name: "source whatsapp" })).toBeVisible();
	await expect(card.getByRole("timer")).toContainText(/4:\d\d left/);
	await expect(panel.getByText("Waiting for you")).toBeVisible();
	expect(crm.received(notePath)).toEqual([]);
	await approveButton(stage).click();
	await expect(draft(panel)).toHaveValue("It is noted.");
	await expect(panel.getByTestId("call")).toContainText("approved");
	expect(crm.received(notePath).map(({ body }) => JSON.parse(body))).toEqual([
		{ ...noteCall.arguments, source: "whatsapp" },
	]);
});

test("calls nothing that was refused, and goes on without", async ({ stage }) => {
	const { crm, panel } = stage;
	await waitForApproval(stage);
	await approval(stage).getByRole("button", { name: "Refuse" }).click();
	await expect(draft(panel)).toHaveValue("It is noted.");
	await expect(panel.getByTestId("call")).toContainText("refused");
	expect(lastAsked(stage).at(-1)?.content).toContain("The agent refused this call");
	expect(crm.received(notePath)).toEqual([]);
});

test("takes Enter on the button for a yes, and none that was meant for something else", async ({ stage }) => {
	const { crm, panel } = stage;
	const gate = createGate();
	crm.answer(notePath, json({ noted: true }));
	crm.answer(modelPath, ({ body }) =>
		JSON.parse(body).messages.some(({ role }: { role: string }) => role === "tool")
			? streamed("It is noted.")
			: streamed(gate, [noteCall]),
	);
	await openAssistant(stage);
	await suggestButton(panel).click();
	const field = panel.getByRole("textbox", { name: "Ask about this customer" });
	await field.fill("And where does she");
	gate.open();
	await expect(approval(stage)).toBeVisible();
	// Whoever writes goes on writing, and their Enter is nobody's yes.
	await field.press("Enter");
	await expect(approveButton(stage)).toBeEnabled();
	await expect(field).toBeFocused();
	await field.press("Enter");
	expect(crm.received(notePath)).toEqual([]);
	await expect(approval(stage)).toBeVisible();
	await approveButton(stage).focus();
	// Held down since before: the browser repeats it.
	await panel.evaluate(() =>
		document.activeElement?.dispatchEvent(
			new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true }),
		),
	);
	expect(crm.received(notePath)).toEqual([]);
	await expect(async () => {
		await panel.keyboard.press("Enter");
		await expect(draft(panel)).toHaveValue("It is noted.", { timeout: 500 });
	}).toPass();
	expect(crm.received(notePath)).toHaveLength(1);
});

test("moves the focus to the button that is waited for, where nobody writes", async ({ stage }) => {
	await waitForApproval(stage);
	await expect(approveButton(stage)).toBeFocused();
	expect(stage.crm.received(notePath)).toEqual([]);
});

test("takes a call back when another chat is opened, and keeps each answer with its chat", async ({
	stage,
}) => {
	const { chat, crm, open, panel } = stage;
	await waitForApproval(stage);
	await open("marco");
	await expect(approval(stage)).toHaveCount(0);
	await expect(tab(stage)).toContainText("Drafts a reply");
	crm.answer(modelPath, streamed("Ciao Marco!"));
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("Ciao Marco!");
	await open("lucia");
	await expect(leftNotice(stage)).toBeVisible();
	await expect(leftNotice(stage).getByRole("button", { name: "Retry" })).toBeEnabled();
	await expect(panel.getByTestId("call")).toContainText("stopped");
	await expect(draft(panel)).toHaveCount(0);
	await open("marco");
	await expect(draft(panel)).toHaveValue("Ciao Marco!");
	expect(crm.received(notePath)).toEqual([]);
	// At the click the page has another chat already.
	await chat.evaluate(() =>
		document.addEventListener("selectionchange", () => window.demo.open("lucia"), { once: true }),
	);
	await insertButton(stage).click();
	await expect(tab(stage).getByRole("alert").or(leftNotice(stage))).toBeVisible();
	expect(await draftOf(chat)).toBe("");
});

test("says so when the customer wrote since a draft was begun, and suggests again", async ({ stage }) => {
	const { chat, crm, panel } = stage;
	crm.answer(modelPath, streamed("En azul, sí."));
	await openAssistant(stage);
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("En azul, sí.");
	const outdated = tab(stage)
		.getByRole("status")
		.filter({ hasText: `${cast.lucia.name} wrote since` });
	await expect(outdated).toHaveCount(0);
	await chat.evaluate(() => window.demo.receive("lucia", "Mejor en verde."));
	await expect(outdated).toBeVisible();
	await expect(insertButton(stage)).toBeEnabled();
	crm.answer(modelPath, streamed("En verde, claro."));
	await outdated.getByRole("button", { name: "Suggest again" }).click();
	await expect(draft(panel)).toHaveValue("En verde, claro.");
	expect(lastAsked(stage)[1]?.content).toContain("Mejor en verde.");
	await expect(outdated).toHaveCount(0);
});

test("keeps a draft that was changed when another tone is chosen, and takes it up again", async ({
	stage,
}) => {
	const { crm, panel } = stage;
	crm.answer(modelPath, streamed("Hola."));
	await openAssistant(stage);
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("Hola.");
	await draft(panel).fill("Hola, Lucía, de mi parte.");
	crm.answer(modelPath, streamed("Buenas."));
	await panel.getByRole("button", { name: "Brief" }).click();
	await expect(draft(panel)).toHaveValue("Buenas.");
	const earlier = panel.getByTestId("earlier");
	await expect(earlier).toContainText("Earlier: Friendly reply");
	await earlier.getByRole("button", { name: "Take up again" }).click();
	await expect(draft(panel)).toHaveValue("Hola, Lucía, de mi parte.");
	await expect(panel.getByRole("heading", { name: "Friendly reply" })).toBeVisible();
	await expect(earlier).toContainText("Buenas.");
});

test("shows at its tab that a call waits, while another one is looked at", async ({ stage }) => {
	const { panel } = stage;
	const assistantTab = panel.getByRole("tab", { name: "Assistant" });
	await waitForApproval(stage);
	await panel.getByRole("tab", { name: "Customer" }).click();
	await expect(assistantTab).toHaveAccessibleName(/1 call waits for you/);
	await expect(assistantTab.locator("[aria-hidden]").filter({ hasText: "1" })).toBeVisible();
	await assistantTab.click();
	await approval(stage).getByRole("button", { name: "Refuse" }).click();
	await expect(assistantTab).not.toHaveAccessibleName(/waits/);
});

test("never says that no chat is open while another one is being identified", async ({ stage }) => {
	const { open, panel } = stage;
	await openAssistant(stage);
	const shown = await panel.evaluateHandle(() => {
		const seen = new Set<string>();
		const look = () => {
			const text = document.querySelector("#tab-panel-assistant")?.textContent ?? "";
			if (text.includes("No chat open")) seen.add("no-chat");
			if (document.querySelector("[data-testid=assistant-skeleton]")) seen.add("skeleton");
		};
		new MutationObserver(look).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true,
		});
		return seen;
	});
	await open("marco");
	await expect(suggestButton(panel)).toBeEnabled();
	await open("lucia");
	await expect(suggestButton(panel)).toBeEnabled();
	expect(await shown.evaluate((seen) => [...seen])).toEqual(["skeleton"]);
});

test("stops an endless series of calls, and says so", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(statusPath, json({ state: "shipped" }));
	crm.answer(modelPath, () => streamed("Once more. ", [statusCall]));
	await openAssistant(stage);
	await suggestButton(panel).click();
	await expect(panel.getByText("Stopped after many calls")).toBeVisible();
	await expect(panel.getByText("The model was asked 8 times")).toBeVisible();
	expect(crm.received(modelPath)).toHaveLength(8);
	expect(crm.received(statusPath)).toHaveLength(7);
});

test("lets the model correct itself when its arguments do not fit", async ({ stage }) => {
	const { crm, panel } = stage;
	callsThenSays(
		stage,
		[
			{ name: "check_order_status", arguments: "{not json" },
			{ name: "check_order_status", arguments: {} },
			{ name: "update_webhook_config", arguments: { url: "https://evil.example.com" } },
		],
		"I could not look it up.",
	);
	await openAssistant(stage);
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("I could not look it up.");
	await expect(panel.getByTestId("call")).toHaveCount(3);
	for (const call of await panel.getByTestId("call").all()) await expect(call).toContainText("not sent");
	expect(crm.received(statusPath)).toEqual([]);
});

test("searches products where the CRM can", async ({ stage }) => {
	const { crm, tool, panel } = stage;
	crm.answer("/products", json({ products: [{ name: "Linen tablecloth", price: 49.9, currency: "EUR" }] }));
	callsThenSays(stage, [{ name: "search_products", arguments: { query: "linen" } }], "49,90 €");
	await openAssistant(stage);
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "search_Products", url: `${crm.url}/products`, method: "GET" },
	});
	await expect(async () => {
		await suggestButton(panel).click();
		await expect(draft(panel)).toHaveValue("49,90 €");
		expect(crm.received("/products").map(({ query }) => query.get("query"))).toContain("linen");
	}).toPass();
	expect(lastAsked(stage).at(-1)?.content).toContain("Linen tablecloth");
	await expect(panel.getByTestId("call")).toContainText("Product search of your CRM");
});

test("says what the CRM tells the assistant, and goes on without it", async ({ stage }) => {
	const { crm, tool, panel } = stage;
	crm.answer("/context", json({ loyalty: "gold" }));
	crm.answer(modelPath, streamed("Hola."));
	await openAssistant(stage);
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "ai_CustomerInitialInfo", url: `${crm.url}/context`, method: "POST" },
	});
	await expect(async () => {
		await suggestButton(panel).click();
		await expect(draft(panel)).toHaveValue("Hola.");
		expect(lastAsked(stage)[1]?.content).toContain('{"loyalty":"gold"}');
	}).toPass();
	crm.answer("/context", html(500));
	await stage.open("marco");
	await suggestButton(panel).click();
	await expect(panel.getByText("Without what your CRM knows")).toBeVisible();
	await expect(draft(panel)).toHaveValue("Hola.");
	await panel.getByTestId("seen").locator("summary").click();
	await expect(panel.getByTestId("seen")).toContainText("gave no answer");
});

for (const { what, reply, title } of [
	{ what: "hangs up", reply: hangUp, title: "The model cannot be reached" },
	{
		what: "refuses the key",
		reply: json({ error: { message: "No." } }, { status: 401 }),
		title: "The key was refused",
	},
	{
		what: "has no such model",
		reply: json({ error: { message: "No." } }, { status: 404 }),
		title: "The model was not found",
	},
	{
		what: "wants a pause",
		reply: json({}, { status: 429, headers: { "retry-after": "7" } }),
		title: "Too many questions",
	},
	{ what: "answers a page", reply: html(), title: "This is no model's answer" },
	{ what: "fails", reply: text("oops", { status: 500 }), title: "The model's server failed" },
])
	test(`says so when the model's server ${what}, and asks again`, async ({ stage }) => {
		const { crm, panel } = stage;
		crm.answer(modelPath, reply);
		await openAssistant(stage);
		await suggestButton(panel).click();
		await expect(tab(stage).getByRole("alert")).toContainText(title);
		crm.answer(modelPath, streamed("Hola."));
		await tab(stage).getByRole("button", { name: "Retry" }).click();
		await expect(draft(panel)).toHaveValue("Hola.");
	});

test("asks for access to the model's server when it is missing", async ({ stage }) => {
	const { browser, crm, panel } = stage;
	await openAssistant(stage);
	await revokeHost(browser.context, browser.extensionId, `${crm.url}/*`);
	await suggestButton(panel).click();
	await expect(tab(stage).getByText("Access needed")).toBeVisible();
	await expect(tab(stage).getByRole("button", { name: "Grant access" })).toBeVisible();
	expect(crm.received(modelPath)).toEqual([]);
});

test("says so when the model cannot call functions", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(modelPath, streamed("Hola."));
	await openAssistant(stage);
	await setModel(stage, { functions: false });
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("Hola.");
	await expect(tab(stage)).toContainText("This model cannot call functions.");
	expect(JSON.parse(crm.received(modelPath)[0]?.body ?? "{}").tools).toBeUndefined();
});

test("asks no more once the day's limit is reached", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(modelPath, streamed("Hola."));
	await openAssistant(stage);
	await setModel(stage, { daily_token_limit: 1_000, input_price: 2, output_price: 10 });
	await suggestButton(panel).click();
	await expect(panel.getByTestId("usage")).toHaveText("1,200 tokens read, 34 written · $0.0027");
	await suggestButton(panel).click();
	await expect(panel.getByText("Today's limit is reached")).toBeVisible();
	expect(crm.received(modelPath)).toHaveLength(1);
});

test("leads to the settings while there is no model", async ({ stage }) => {
	const { browser, connect, panel } = stage;
	await connect();
	await showTab(panel);
	const opened = browser.context.waitForEvent("page");
	await panel.getByRole("button", { name: "Set up the assistant" }).click();
	await expect(await opened).toHaveURL(/options\.html#\/assistant$/);
	await (await opened).close();
});

test("works without a CRM", async ({ stage }) => {
	const { crm, open, panel } = stage;
	crm.answer(modelPath, streamed("Hola."));
	await expect(panel.getByTestId("connect-wizard")).toBeVisible();
	await setModel(stage);
	await open("lucia");
	await showTab(panel);
	await suggestButton(panel).click();
	await expect(draft(panel)).toHaveValue("Hola.");
	await panel.getByRole("tab", { name: "Customer" }).click();
	await expect(panel.getByTestId("connect-wizard")).toBeVisible();
});

test("has nothing to help with in a group, or without a chat", async ({ stage }) => {
	const { open, panel } = stage;
	await openAssistant(stage);
	await open("team");
	await expect(panel.getByText("The assistant helps in conversations with one person.")).toBeVisible();
	await expect(suggestButton(panel)).toHaveCount(0);
});
