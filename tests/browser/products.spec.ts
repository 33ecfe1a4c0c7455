import { cast } from "../../demo/cast";
import { nameFor } from "./support/customer-card";
import { createGate } from "./support/gate";
import {
	composer,
	draftOf,
	openProducts,
	productsPath,
	searchField,
	sentMessages,
	tablecloth,
	tableclothText,
	typeDraft,
} from "./support/products";
import { found, html, json, silence } from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

const named = (...names: string[]) => json({ products: names.map((name) => ({ name })) });
const queries = ({ crm }: Stage) => crm.received(productsPath).map(({ query }) => query.get("query"));
const insertButton = ({ panel }: Stage, name = "Linen tablecloth") =>
	panel.getByRole("button", { name: `Insert ${name} into the chat` });

/** The products tab with the tablecloth found, beside Lucía's chat. */
async function findTablecloth(stage: Stage): Promise<void> {
	stage.crm.answer(productsPath, json({ products: [tablecloth] }));
	stage.crm.answer(customerPath, ({ phone }) => found({ name: nameFor(phone) }));
	await openProducts(stage);
	await openAndWait(stage, "lucia");
	await searchField(stage.panel).fill("linen");
	await expect(insertButton(stage)).toBeVisible();
}

/** Opens a chat, and waits until the panel knows. */
async function openAndWait({ open, panel }: Stage, key: "lucia" | "ana"): Promise<void> {
	await open(key);
	await expect(panel.locator("#panel-scroller").getByText(nameFor(cast[key].phone))).toHaveCount(1);
}

test("finds a product with price, stock, variants and link", async ({ stage }) => {
	const { panel } = stage;
	await findTablecloth(stage);
	await expect(panel.getByRole("link", { name: "Linen tablecloth" })).toHaveAttribute("href", tablecloth.url);
	const list = panel.getByTestId("products");
	await expect(list).toContainText("€49.90");
	await expect(list).toContainText("12 in stock");
	await expect(list).toContainText("Blue, 3 m");
	await expect(list).toContainText("Sold out");
	await expect(list.getByText("1 product", { exact: true })).toBeVisible();
	expect(queries(stage)).toEqual(["linen"]);
	expect(stage.crm.received(productsPath)[0]?.query.get("limit")).toBe("100");
});

test("writes a product into the message box and does not send it", async ({ stage }) => {
	const { chat, panel } = stage;
	await findTablecloth(stage);
	await insertButton(stage).click();
	await expect(panel.getByText(`In the message box of ${cast.lucia.name}. It is not sent.`)).toBeVisible();
	expect(await draftOf(chat)).toBe(tableclothText);
	await expect(sentMessages(chat, "Linen tablecloth")).toHaveCount(0);
	// The person sends it.
	await composer(chat).press("Enter");
	await expect(sentMessages(chat, "Linen tablecloth")).toHaveCount(1);
});

test("writes a variant with its own price and stock", async ({ stage }) => {
	const { chat, panel } = stage;
	await findTablecloth(stage);
	await panel.getByLabel("Say in the text how many are in stock").check();
	await insertButton(stage, "Blue, 3 m").click();
	await expect(panel.getByText("It is not sent.")).toBeVisible();
	expect(await draftOf(chat)).toBe(`Linen tablecloth – Blue, 3 m\n€69.90\nSold out\n${tablecloth.url}`);
});

test("keeps a draft and writes below it, once, however often it is asked to", async ({ stage }) => {
	const { chat, panel } = stage;
	await findTablecloth(stage);
	await typeDraft(chat, "Good morning, Lucía!");
	await insertButton(stage).click();
	await expect(panel.getByText("It is not sent.")).toBeVisible();
	expect(await draftOf(chat)).toBe(`Good morning, Lucía!\n${tableclothText}`);
	await panel.getByRole("button", { name: "Close", exact: true }).click();
	await insertButton(stage).click();
	await expect(panel.getByText("It is not sent.")).toBeVisible();
	expect(await draftOf(chat)).toBe(`Good morning, Lucía!\n${tableclothText}`);
	await expect(sentMessages(chat, "Linen tablecloth")).toHaveCount(0);
});

test("writes nothing when another chat was opened between the click and the insertion", async ({ stage }) => {
	const { chat, panel } = stage;
	await findTablecloth(stage);
	// The chat changes when the caret has just been put into its message box.
	await chat.evaluate(() =>
		document.addEventListener("selectionchange", () => window.demo.open("marco"), { once: true }),
	);
	await insertButton(stage).click();
	await expect(panel.getByRole("alert")).toContainText("Another chat is open now");
	expect(await draftOf(chat)).toBe("");
	await openAndWait(stage, "lucia");
	expect(await draftOf(chat)).toBe("");
	// Once the panel knows which chat is open, it is written where it is meant.
	await insertButton(stage).click();
	await expect(panel.getByText("It is not sent.")).toBeVisible();
	expect(await draftOf(chat)).toBe(tableclothText);
});

test("writes nothing into a chat of the same name", async ({ stage }) => {
	const { chat, panel } = stage;
	await findTablecloth(stage);
	await openAndWait(stage, "ana");
	await chat.evaluate(() => {
		window.demo.setLag(1_000);
		document.addEventListener("selectionchange", () => window.demo.open("otherAna"), { once: true });
	});
	await insertButton(stage).click();
	await expect(panel.getByRole("alert")).toContainText("Another chat is open now");
	expect(await draftOf(chat)).toBe("");
});

test("offers to copy the text where there is no message box", async ({ stage }) => {
	const { browser, chat, panel, open } = stage;
	await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await findTablecloth(stage);
	await open("channel");
	await expect(panel.getByText("This is a channel", { exact: false })).toHaveCount(1);
	await insertButton(stage).click();
	await expect(panel.getByRole("alert")).toContainText("This chat has no message box");
	await panel.getByRole("button", { name: "Copy instead" }).click();
	await expect(panel.getByRole("button", { name: "Copied" })).toBeVisible();
	expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe(tableclothText);
	await chat.evaluate(() => window.demo.close());
	await expect(panel.getByText("Open a conversation and the customer")).toHaveCount(1);
	await insertButton(stage).click();
	await expect(panel.getByRole("alert")).toContainText("No chat is open.");
});

for (const { how, takes } of [
	{ how: "takes the paste and does nothing with it", takes: true },
	{ how: "refuses the paste", takes: false },
])
	test(`says so when the message box ${how}, and leaves the draft as it is`, async ({ stage }) => {
		const { chat, panel } = stage;
		await findTablecloth(stage);
		await typeDraft(chat, "Hello");
		await composer(chat).evaluate((element, prevent) => {
			const onPaste = (event: Event) => {
				if (prevent) event.preventDefault();
				event.stopImmediatePropagation();
			};
			element.addEventListener("paste", onPaste, { capture: true });
		}, takes);
		await insertButton(stage).click();
		await expect(panel.getByRole("alert")).toContainText("WhatsApp did not take the text");
		await expect(panel.getByRole("button", { name: "Copy instead" })).toBeVisible();
		expect(await draftOf(chat)).toBe("Hello");
	});

test("shows the answer to the last query, in whatever order answers come", async ({ stage }) => {
	const { crm, panel } = stage;
	const gates = { tea: createGate(), teapot: createGate() };
	crm.answer(productsPath, async ({ query }) => {
		const asked = query.get("query") as keyof typeof gates;
		await gates[asked].passed;
		return named(`The answer to ${asked}`);
	});
	await openProducts(stage);
	await searchField(panel).fill("tea");
	await expect.poll(() => queries(stage)).toEqual(["tea"]);
	await searchField(panel).fill("teapot");
	await expect.poll(() => queries(stage)).toEqual(["tea", "teapot"]);
	// One request at a time: the older one is hung up on.
	await expect.poll(() => crm.received(productsPath)[0]?.outcome).toBe("aborted");
	gates.teapot.open();
	await expect(panel.getByText("The answer to teapot")).toBeVisible();
	gates.tea.open();
	await expect(panel.getByText("The answer to tea", { exact: true })).toHaveCount(0);
});

test("leaves what was found in view while the next query is answered, and ends it with an empty one", async ({
	stage,
}) => {
	const { crm, panel } = stage;
	crm.answer(productsPath, ({ query }) => (query.get("query") === "lamp" ? named("Lamp") : silence));
	await openProducts(stage);
	await expect(panel.getByText("Type a name, a number or a few words.")).toBeVisible();
	await searchField(panel).fill("lamp");
	await expect(insertButton(stage, "Lamp")).toBeVisible();
	await searchField(panel).fill("lamp shade");
	await expect(panel.getByText("Searching…")).toBeVisible();
	await expect(insertButton(stage, "Lamp")).toBeVisible();
	await expect.poll(() => queries(stage)).toEqual(["lamp", "lamp shade"]);
	await searchField(panel).fill("");
	await expect(panel.getByText("Type a name, a number or a few words.")).toBeVisible();
	await expect.poll(() => crm.received(productsPath)[1]?.outcome).toBe("aborted");
});

test("asks once for a word that is typed letter by letter", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(productsPath, named("Lamp"));
	await openProducts(stage);
	await searchField(panel).pressSequentially("lamp");
	await expect(insertButton(stage, "Lamp")).toBeVisible();
	expect(queries(stage).at(-1)).toBe("lamp");
	expect(queries(stage).length).toBeLessThan(4);
});

test("shows the first hundred of ten thousand", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(productsPath, named(...Array.from({ length: 10_000 }, (_, index) => `Product ${index + 1}`)));
	await openProducts(stage);
	await searchField(panel).fill("product");
	await expect(panel.getByText("The first 100 of 10,000.")).toBeVisible();
	await expect(panel.getByTestId("products").getByRole("listitem")).toHaveCount(100);
});

test("shows the very same product once, and those of one name and no id all", async ({ stage }) => {
	const { crm, panel } = stage;
	const tea = { name: "Tea", price: 3 };
	crm.answer(productsPath, json({ products: [tea, { ...tea, price: 4 }, tea, { price: 9 }] }));
	await openProducts(stage);
	await searchField(panel).fill("tea");
	await expect(panel.getByText("3 products")).toBeVisible();
	// What has no name cannot be told to a customer.
	await expect(panel.getByRole("button", { name: /Insert .* into the chat/ })).toHaveCount(2);
});

test("says that nothing matches, and of a failing endpoint why, until it answers", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(productsPath, named());
	await openProducts(stage);
	await searchField(panel).fill("unicorn");
	await expect(panel.getByText("No product matches.")).toBeVisible();
	crm.answer(productsPath, html(500));
	await searchField(panel).fill("lamp");
	await expect(panel.getByRole("alert")).toContainText("Your CRM answered with error 500");
	crm.answer(productsPath, named("Lamp"));
	await panel.getByRole("button", { name: "Retry" }).click();
	await expect(insertButton(stage, "Lamp")).toBeVisible();
});

test("says where a product search is set up", async ({ stage }) => {
	const { browser, connect, panel } = stage;
	await connect();
	await panel.getByRole("tab", { name: "Products" }).click();
	const opened = browser.context.waitForEvent("page");
	await panel.getByRole("button", { name: "Set up the search" }).click();
	const settings = await opened;
	await expect(settings.getByRole("heading", { name: "CRM endpoints" })).toBeVisible();
	expect(settings.url()).toContain("#/crm-endpoints/search_Products");
	await settings.close();
});

test("goes from tab to tab by keyboard, and finds each as it was left", async ({ stage }) => {
	const { panel } = stage;
	await findTablecloth(stage);
	const customer = panel.getByRole("tab", { name: "Customer" });
	const products = panel.getByRole("tab", { name: "Products" });
	await products.press("ArrowLeft");
	await expect(customer).toBeFocused();
	await expect(customer).toHaveAttribute("aria-selected", "true");
	await expect(searchField(panel)).toBeHidden();
	await customer.press("End");
	await expect(panel.getByRole("tab", { name: "Follow-ups" })).toBeFocused();
	await panel.keyboard.press("ArrowLeft");
	await panel.keyboard.press("ArrowLeft");
	await expect(products).toBeFocused();
	await expect(searchField(panel)).toHaveValue("linen");
	await expect(insertButton(stage)).toBeVisible();
	await expect(customer).toHaveAttribute("tabindex", "-1");
});
