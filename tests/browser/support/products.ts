import type { Locator, Page } from "@playwright/test";
import { expect, type Stage } from "./stage";
import type { Texts } from "./texts";

/** The path of the product search in the scripted CRM. */
export const productsPath = "/products";

/** A product with everything the panel shows. */
export const tablecloth = {
	id: 7,
	name: "Linen tablecloth",
	price: 49.9,
	currency: "EUR",
	stock: 12,
	sku: "MAN-220",
	url: "https://shop.example.com/linen-tablecloth",
	variants: [{ name: "Blue, 3 m", price: 69.9, stock: 0, sku: "MAN-220-B" }],
};

/** What is written into the message box for it. */
export const tableclothText = "Linen tablecloth\n€49.90\nhttps://shop.example.com/linen-tablecloth";

/** Connects the CRM with a product search, and opens its tab in the panel, in the language of `texts`. */
export async function openProducts(stage: Stage, texts?: Texts): Promise<void> {
	const { crm, connect, tool, panel } = stage;
	await connect();
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "search_Products", url: `${crm.url}${productsPath}`, method: "GET" },
	});
	await panel.getByRole("tab", { name: texts?.("tabs_products") ?? "Products" }).click();
}

export const searchField = (panel: Page): Locator =>
	panel.getByRole("searchbox", { name: "Search products" });

/** The message box of the open chat. */
export const composer = (chat: Page): Locator => chat.getByTestId("conversation-compose-box-input");

/** What stands in the message box, a line each as a person sees them. */
export const draftOf = (chat: Page): Promise<string> =>
	composer(chat).evaluate((element) => (element as HTMLElement).innerText.replace(/\n\n/g, "\n").trim());

/** Types a draft as a person does. */
export async function typeDraft(chat: Page, text: string): Promise<void> {
	await composer(chat).click();
	await chat.keyboard.type(text);
	await expect(composer(chat)).toHaveText(text);
}

/** The messages sent in the open chat by its owner, with that text. */
export const sentMessages = (chat: Page, text: string): Locator =>
	chat.locator("#main [data-testid^=conv-msg-]").filter({ hasText: text });
