import { expect, type Locator, type Page } from "@playwright/test";

const mostPresses = 40;

/** Presses Tab until `target` has the focus; fails when it cannot be reached that way. */
export async function pressTabUntilFocused(page: Page, target: Locator): Promise<void> {
	const isFocused = () => target.evaluate((element) => element === document.activeElement);
	for (let presses = 0; presses < mostPresses && !(await isFocused()); presses++)
		await page.keyboard.press("Tab");
	await expect(target).toBeFocused();
}
