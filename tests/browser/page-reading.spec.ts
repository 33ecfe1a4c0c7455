import { cast } from "../../demo/cast";
import { cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { expect, test } from "./support/stage";

test("says plainly that the messages can no longer be read", async ({ stage }) => {
	const { panel, open, chat } = stage;
	await connectToKnowAll(stage);
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await expect(panel.getByRole("button", { name: "Reading WhatsApp" })).toBeVisible();

	await chat.evaluate(() => window.demo.breakSelectors());
	const warning = panel.getByRole("status").filter({ hasText: "Chatside cannot read part of this page" });
	await expect(warning).toContainText(/Messages \(\d+ seen, none understood\)/);
	// Who is writing is still known.
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await panel.getByRole("button", { name: "Cannot read WhatsApp" }).click();
	const dialog = panel.getByRole("dialog", { name: "Reading WhatsApp" });
	await expect(dialog).toContainText("Messages: cannot be read");
	await expect(dialog).toContainText("Chat title: works");
});

test("tells in the health dialog what is read and how", async ({ stage }) => {
	const { panel, open, browser } = stage;
	await connectToKnowAll(stage);
	await open("lucia");
	await panel.getByRole("button", { name: "Reading WhatsApp" }).click();
	const dialog = panel.getByRole("dialog", { name: "Reading WhatsApp" });
	await expect(dialog).toContainText("Everything Chatside looks for is there.");
	for (const line of [
		"Chat title: works",
		"found by header-testid",
		"Chat list: works",
		"Messages: works",
		"Message box: works",
	])
		await expect(dialog).toContainText(line);
	const count = (label: string) => dialog.locator("dt", { hasText: label }).locator("+ dd");
	await expect(count("Messages loaded")).toHaveText(/^[1-9]\d*$/);
	await expect(count("Received")).toHaveText(/^[1-9]\d*$/);
	await expect(count("Sent")).toHaveText(/^[1-9]\d*$/);
	await expect(count("Direction unknown")).toHaveText("0");

	await panel.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await panel.getByRole("button", { name: "Reading WhatsApp" }).click();
	const options = browser.context.waitForEvent("page");
	await dialog.getByRole("button", { name: "Repair selectors" }).click();
	const page = await options;
	await expect(page.getByRole("heading", { name: "Reading the page", level: 1 })).toBeVisible();
	await page.close();
});

test("reads the page by the user's own selectors, refuses invalid ones, and warns until then", async ({
	stage,
}) => {
	const { panel, open, chat, browser } = stage;
	await connectToKnowAll(stage);
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	// What an update of the page could do: the message box is there, under no name that is known.
	await chat.evaluate(() => {
		const box = document.querySelector('footer [contenteditable="true"]');
		for (const name of ["data-testid", "role", "data-tab"]) box?.removeAttribute(name);
		box?.setAttribute("data-box", "new");
		window.demo.receive("lucia", "¿Hola?");
	});
	const warning = panel.getByRole("status").filter({ hasText: "Chatside cannot read part of this page" });
	await expect(warning).toContainText("Message box");

	const options = await browser.context.newPage();
	await options.goto(`chrome-extension://${browser.extensionId}/options.html#/page-reading`);
	const field = options.getByLabel("composer", { exact: true });
	const save = options.getByRole("button", { name: "Save" });
	await field.fill("footer [data-box=");
	await expect(field).toHaveAccessibleDescription("Not a valid CSS selector.");
	await expect(save).toBeDisabled();
	await field.fill('footer [data-box="new"]');
	await save.click();
	await expect(options.getByText("Saved. Open WhatsApp tabs use it now.")).toBeVisible();
	await options.reload();
	await expect(field).toHaveValue('footer [data-box="new"]');
	await options.close();

	await expect(warning).toHaveCount(0);
	await panel.getByRole("button", { name: "Reading WhatsApp" }).click();
	await expect(panel.getByRole("dialog")).toContainText("found by override");
});
