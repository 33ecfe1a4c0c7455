import { expect } from "@playwright/test";
import { connectSearches } from "../connect";
import type { DemoServers } from "../servers";
import type { Stage } from "./stage";
import type { Steps } from "./steps";

/** The searches of the panel: products for the chat, everything at once, and what the assistant will be told. */
export async function searches(
	{ step }: Steps,
	{ browser, chat, panel, open, picture, pictureOfBoth }: Stage,
	{ crmUrl }: DemoServers,
): Promise<void> {
	await step("A product is found and written into the message box; nothing is sent", async () => {
		await connectSearches(browser, crmUrl);
		await open("lucia");
		const sent = chat.locator("#main [data-testid^=conv-msg-]");
		await expect(sent.last()).toBeVisible();
		const before = await sent.count();
		await panel.getByRole("tab", { name: "Products" }).click();
		await panel.getByRole("searchbox", { name: "Search products" }).fill("tablecloth");
		// The chat's id arrives a moment after the chat: until then nobody can tell that it is the same.
		await expect(async () => {
			await panel
				.getByRole("button", { name: /^Insert/ })
				.first()
				.click();
			await expect(chat.getByTestId("conversation-compose-box-input")).toContainText("tablecloth", {
				timeout: 1_500,
			});
		}).toPass({ timeout: 15_000 });
		expect(await sent.count()).toBe(before);
		await pictureOfBoth("11c-product");
		await panel.getByRole("tab", { name: "Customer" }).click();
	});
	await step("Ctrl+K finds customers, settings and what the CRM has", async () => {
		await panel.keyboard.press("Control+k");
		await panel.getByRole("combobox", { name: "Search everywhere" }).fill("lucia");
		await expect(panel.getByRole("option").nth(1)).toBeVisible();
		await expect(panel.getByText("Asking your CRM…")).toHaveCount(0);
		await picture("11d-search-everywhere");
		await panel.keyboard.press("Escape");
	});
	await step("What the assistant knows, told when it is opened", async () => {
		const context = panel.getByTestId("assistant-context");
		await context.getByText("What the assistant knows").first().click();
		await expect(context.getByText(/^Updated/)).toBeVisible();
		await context.scrollIntoViewIfNeeded();
		await picture("11e-assistant-context");
	});
}
