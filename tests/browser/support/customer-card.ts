import type { Locator, Page } from "@playwright/test";
import { found } from "./replies";
import { customerPath, type Stage } from "./stage";

/** The customer's card; not there while the CRM is asked or has failed. */
export const card = (panel: Page): Locator => panel.getByTestId("customer-card");

/** The name at the top of the card. */
export const cardHeading = (panel: Page, name: string): Locator =>
	card(panel).getByRole("heading", { name, level: 1 });

/** The name that a CRM which knows everybody gives whoever has this number. */
export const nameFor = (phone: string): string => `CRM ${phone}`;

/** Connects a CRM that knows everybody, by a name that tells the number it was asked for. */
export async function connectToKnowAll({ crm, connect }: Stage): Promise<void> {
	crm.answer(customerPath, ({ phone }) => found({ name: nameFor(phone) }));
	await connect();
}
