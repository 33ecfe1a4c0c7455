import type { Page } from "@playwright/test";
import { configureWebhook, phoneOf, settled, storeDeliveries, waiting } from "./deliveries";
import type { Stage } from "./stage";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The rows of the list that are in the page. */
export const rows = (page: Page) => page.getByRole("list", { name: "Deliveries" }).locator("li[data-index]");

/** The tab of a state, with its number. */
export const tab = (page: Page, name: string) =>
	page.getByRole("navigation", { name: "State" }).getByRole("link", { name });

/** The row of the delivery with this number; people's phones are written in pairs. */
export const row = (page: Page, number: number) =>
	rows(page).filter({
		hasText: phoneOf(number)
			.slice(-4)
			.replace(/(..)(..)/, "$1 $2"),
	});

/** Something of every state. */
export async function someDeliveries(page: Page): Promise<void> {
	const now = Date.now();
	await storeDeliveries(page, [
		settled(101, "delivered", { storedAt: now - 5 * day }),
		settled(102, "failed", { storedAt: now - 3 * day }),
		settled(103, "cancelled", { storedAt: now - 26 * hour }),
		settled(104, "delivered", { storedAt: now - 3 * hour, event: "followup.detected" }),
		settled(105, "failed", { storedAt: now - 2 * hour }),
		waiting(106, { storedAt: now - 10 * minute, dueAt: now + 20 * minute, failures: 2, attemptCount: 2 }),
	]);
}

/** Turns the webhook on, towards the stage's CRM. */
export const useWebhook = (stage: Stage, more: Record<string, unknown> = {}) =>
	configureWebhook(stage, {
		webhook_enabled: true,
		webhook_url: `${stage.crm.url}/hook`,
		webhook_secret: "a secret of the tests",
		...more,
	});
