import type { Locator } from "@playwright/test";

/** Pastes a text over what is selected in an editor; gives how long the page was busy with it. */
export function paste(editor: Locator, text: string): Promise<number> {
	return editor.evaluate(async (element, pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/plain", pasted);
		const start = performance.now();
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
		await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
		return performance.now() - start;
	}, text);
}
