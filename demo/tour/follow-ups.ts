import { expect } from "@playwright/test";
import { moveClock } from "../browser/move-clock";
import { followedUp as cast } from "../cast";
import type { RunningInbox } from "../inbox/start";
import type { Stage } from "./stage";
import type { Steps } from "./steps";

const dayMs = 24 * 3_600_000;
/** Three customers who asked a moment ago and fell silent, and one who bought. */
const silent = ["carla", "bruno", "hannah"] as const;
const bought = "paco";

/** The follow-up: who fell silent is found, told by signed events, written to by a person, and heard of again. */
export async function followUps({ step }: Steps, stage: Stage, inbox: RunningInbox): Promise<void> {
	const { browser, chat, panel, open, picture, pictureOfBoth, pictureOf } = stage;
	const settings = `chrome-extension://${browser.extensionId}/options.html#/follow-up/:runs`;
	const told = async (event: string, phone: string) => {
		const { verified } = await inbox.waitFor(
			({ requests: [request] }) => request.event === event && request.phone === phone,
			40_000,
		);
		expect(verified, "both signatures are right").toBe(true);
	};
	const card = (key: keyof typeof cast) =>
		panel.getByTestId("follow-ups").getByRole("listitem").filter({ hasText: cast[key].name });

	await step("Follow-ups: today nobody has been silent for long enough", async () => {
		for (const key of [...silent, bought] as const) {
			await open(key);
			await expect(chat.locator("#main header")).toContainText(cast[key].name);
			// Messages are told a moment after the page shows them.
			await chat.waitForTimeout(1_000);
		}
		const page = await browser.context.newPage();
		await page.goto(settings.replace("/:runs", ""));
		await page.getByLabel("Look for follow-ups by itself").check();
		for (const day of ["Saturday", "Sunday"]) await page.getByLabel(day).check();
		await page.getByRole("button", { name: "Save" }).click();
		await expect(page.getByText("The follow-up is saved.")).toBeVisible();
		await page.goto(settings);
		await page.getByRole("button", { name: "Look now" }).click();
		const runs = page.locator("#runs");
		await runs.getByText("Left alone").first().click({ timeout: 30_000 });
		await expect(runs.getByText(/^Not silent for long enough: \d+$/)).toBeVisible();
		await page.close();
		await panel.getByRole("tab", { name: /^Follow-ups/ }).click();
		for (const key of silent) await expect(card(key)).toHaveCount(0);
	});
	await step(
		"Follow-ups: a day later who fell silent is found by itself, and who bought is not",
		async () => {
			inbox.setClock(dayMs);
			await moveClock(browser, dayMs);
			for (const key of silent) await expect(card(key)).toBeVisible({ timeout: 30_000 });
			await expect(card(bought)).toHaveCount(0);
			for (const key of silent) {
				const heading = card(key).getByRole("button", { name: new RegExp(cast[key].name) });
				if ((await heading.getAttribute("aria-expanded")) === "false") await heading.click();
				await card(key)
					.getByText(/it is based on/)
					.click();
				await expect(
					card(key)
						.getByText(/^“.+”$/)
						.first(),
				).toBeVisible();
			}
			await picture("17-follow-ups");
		},
	);
	await step("Follow-ups: told by signed events", async () => {
		for (const key of silent) await told("followup.detected", cast[key].phone);
	});
	await step("Follow-ups: inserted, sent by a person, and answered", async () => {
		const heading = card("carla").getByRole("button", { name: new RegExp(cast.carla.name) });
		if ((await heading.getAttribute("aria-expanded")) === "false") await heading.click();
		// Another chat is open, and hers may be far down in WhatsApp's list: it is found there.
		await card("carla").getByRole("button", { name: "Insert", exact: true }).click();
		await expect(chat.locator("#main header")).toContainText(cast.carla.name, { timeout: 15_000 });
		const composer = chat.getByTestId("conversation-compose-box-input");
		await expect(composer).toContainText("Carla", { timeout: 15_000 });
		await pictureOfBoth("18-follow-up-inserted");
		// A person reads it over and sends it.
		await composer.press("Enter");
		await chat.waitForTimeout(1_500);
		await chat.evaluate(() => window.demo.receive("carla", "¡Hola! Sí, al final me lo quedo"));
		await told("followup.replied", cast.carla.phone);
		await panel.getByRole("tab", { name: "Customer" }).click();
		await pictureOf(settings.replace(":runs", ":results"), "19-follow-up-results", "main table");
	});
}
